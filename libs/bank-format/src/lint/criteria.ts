import { type Complaint, type QuestionRule, when } from './rule';
import { anchorTexts } from './texts';
import { countWords, withoutQuotes } from './words';

const SUM_TOLERANCE = 0.005;
const [LIGHTEST, HEAVIEST] = [0.1, 0.5];
const [SHORTEST, LONGEST] = [4, 60];

export const weightsRule: QuestionRule = {
  id: 'L03',
  severity: 'ERROR',
  asks: 'Are there two to four criteria whose weights make sense?',
  why: 'More than four cannot be rated apart in the time; a weight below 0.10 decides nothing and one above 0.50 decides alone.',
  check: ({ rubric: { criteria } }) => {
    const sum = criteria.reduce((total, { weight }) => total + weight, 0);
    return [
      ...when(
        criteria.length < 2 || criteria.length > 4,
        ['rubric', 'criteria'],
        `Use two to four criteria; there are ${criteria.length}.`,
      ),
      ...when(
        criteria.length > 0 && Math.abs(sum - 1) > SUM_TOLERANCE,
        ['rubric', 'criteria'],
        `The weights sum to ${Number(sum.toFixed(4))}; make them sum to 1.`,
      ),
      ...criteria.flatMap(({ weight }, index) =>
        when(
          weight < LIGHTEST - 1e-9 || weight > HEAVIEST + 1e-9,
          ['rubric', 'criteria', index, 'weight'],
          `A weight lies between ${LIGHTEST} and ${HEAVIEST}; this one is ${weight}.`,
        ),
      ),
    ];
  },
};

export const anchorsRule: QuestionRule = {
  id: 'L04',
  severity: 'ERROR',
  asks: 'Has each criterion one distinct anchor of 4 to 60 words for each level?',
  why: 'A level without an anchor is rated by taste. Two equal anchors are one level with two names.',
  check: ({ rubric }, { levelsOf }) => {
    const levels = levelsOf(rubric.scale) ?? [];
    return rubric.criteria.flatMap(({ title, anchors }, index): readonly Complaint[] => {
      const path = ['rubric', 'criteria', index, 'anchors'];
      const seen = new Map<string, string>();
      return [
        ...levels.flatMap((level) =>
          when(!Object.hasOwn(anchors, String(level)), [...path, String(level)], `"${title}" has no anchor for level ${level}.`),
        ),
        ...Object.entries(anchors).flatMap(([level, text]) => {
          const words = countWords(text);
          const twin = seen.get(text.trim().toLowerCase());
          seen.set(text.trim().toLowerCase(), level);
          return [
            ...when(
              words < SHORTEST || words > LONGEST,
              [...path, level],
              `An anchor has ${SHORTEST} to ${LONGEST} words; this one has ${words}.`,
            ),
            ...when(twin !== undefined, [...path, level], `Levels ${twin ?? ''} and ${level} have the same anchor. Tell them apart.`),
            ...when(
              levels.length > 0 && !levels.includes(Number(level)),
              [...path, level],
              `The scale has no level ${level}. Remove the anchor.`,
            ),
          ];
        }),
      ];
    });
  },
};

/** Fine where it is the name of a guarantee. */
const NAMED_QUALITIES = /strong(?:ly)? (?:consisten(?:t|cy)|typed)|eventual and strong/gi;
const QUALITIES =
  /\b(good|excellent|clear|clearly|solid|deep|deeply|strong|strongly|adequate|adequately|appropriate|appropriately|reasonable|reasonably|senior|passionate|confident|well)\b/i;

export const qualitiesRule: QuestionRule = {
  id: 'L05',
  severity: 'WARNING',
  asks: 'Do anchors describe words and acts instead of qualities?',
  why: '"Good" and "deep" mean something else to every rater. An anchor that can be quoted against an answer means the same to all.',
  check: (question) =>
    anchorTexts(question).flatMap(({ path, text }) => {
      const [quality] = QUALITIES.exec(withoutQuotes(text).replace(NAMED_QUALITIES, ' ')) ?? [];
      return when(quality !== undefined, path, `"${quality ?? ''}" is a quality, not an act. Say what is heard or seen.`);
    }),
};

const PRODUCTS =
  /\b(Spark|Flink|Kafka|Pulsar|Kinesis|Hive|Impala|Trino|Presto|HBase|Cassandra|DynamoDB|MongoDB|Redis|Elasticsearch|Iceberg|Delta Lake|Hudi|Snowflake|BigQuery|Redshift|Databricks|Synapse|Fabric|Airflow|Dagster|Prefect|dbt|Kubernetes|Docker|Terraform|Ansible|Jenkins|GitHub Actions|Prometheus|Grafana|Datadog|Splunk|Atlas|DataHub|Collibra|Amundsen|Great Expectations|Soda|Debezium|NiFi|Oozie|Hadoop|HDFS|YARN|Ranger|Kerberos|AWS|Azure|GCP|S3|EMR|Glue|Athena|Lambda|Dataproc|Dataflow|PostgreSQL|Oracle|Teradata)\b/g;

export const productsRule: QuestionRule = {
  id: 'L30',
  severity: 'WARNING',
  asks: 'Do the anchors of the highest level name no product that the page does not?',
  why: 'Points for a product are points for a former employer.',
  check: (question, { levelsOf }) => {
    const highest = Math.max(...(levelsOf(question.rubric.scale) ?? [5]));
    const page = [
      question.context ?? '',
      question.prompt,
      ...question.exhibits.map(({ title, content }) => `${title} ${content}`),
      ...question.evidenceOnRequest.map(({ content }) => content),
      ...question.technologies.map(({ name, detail }) => `${name} ${detail ?? ''}`),
    ]
      .join(' ')
      .toLowerCase();
    return anchorTexts(question)
      .filter(({ level }) => level === highest)
      .flatMap(({ path, text }) => {
        const strangers = [...new Set(text.match(PRODUCTS) ?? [])].filter((product) => !page.includes(product.toLowerCase()));
        return when(
          strangers.length > 0,
          path,
          `${strangers.join(', ')}: named here and nowhere on the page. Say what it does, or "an equivalent".`,
        );
      });
  },
};
