import type { BankQuestion } from '../bank-file';
import { counted } from './bank-patterns';
import type { BankComplaint, BankRule } from './rule';
import { candidateTexts, joined } from './texts';

const ENOUGH = 12;
const wholeBank = (message: string): BankComplaint => ({ path: [], message });
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const CALM: ReadonlySet<string | undefined> = new Set(['wait', 'ask', 'tell', 'do-less']);
const CALM_SHARE = 1 / 3;

export const endingsRule: BankRule = {
  id: 'B05',
  severity: 'WARNING',
  asks: 'Does at least a third of the cases end with waiting, asking, telling or doing less?',
  why: 'Otherwise the one who acts most is always right.',
  checkBank: (questions) => {
    const endings = questions.filter(({ kind }) => kind === 'case' || kind === 'situational').flatMap(({ plot }) => plot?.ending ?? []);
    const share = endings.filter((ending) => CALM.has(ending)).length / endings.length;
    if (endings.length < ENOUGH || share >= CALM_SHARE) return [];
    return [
      wholeBank(`Only ${percent(share)} of ${endings.length} cases end with waiting, asking, telling or doing less; a third is wanted.`),
    ];
  },
};

const INDUSTRIES = 8;
const INDUSTRY_SHARE = 0.2;

export const industriesRule: BankRule = {
  id: 'B06',
  severity: 'WARNING',
  asks: 'Do the questions play in at least eight industries, none of them in more than a fifth?',
  why: 'Who comes from the industry of the bank reads faster.',
  checkBank: (questions) => {
    const { of, names } = counted(questions.map(({ plot }) => plot?.industry));
    if (of < ENOUGH) return [];
    return [
      ...(names.length < INDUSTRIES
        ? [wholeBank(`The questions play in ${names.length} industries; at least ${INDUSTRIES} are wanted.`)]
        : []),
      ...names
        .filter(({ share }) => share > INDUSTRY_SHARE)
        .map(({ name, count }) => wholeBank(`${count} of ${of} questions play in "${name}"; at most ${percent(INDUSTRY_SHARE)}.`)),
    ];
  },
};

const LANGUAGES = ['python', 'scala', 'java', 'sql'] as const;
const LANGUAGE_SHARE = 0.1;

export const languagesRule: BankRule = {
  id: 'B07',
  severity: 'WARNING',
  asks: 'Are Python, Scala, Java and SQL each in at least a tenth of the code that is shown?',
  why: 'A bank in one language measures that language.',
  checkBank: (questions) => {
    const code = questions
      .flatMap(({ exhibits }) => exhibits.map(({ format }) => format))
      .filter((format) => LANGUAGES.some((name) => name === format));
    if (code.length < ENOUGH) return [];
    return LANGUAGES.flatMap((language) => {
      const share = code.filter((format) => format === language).length / code.length;
      return share >= LANGUAGE_SHARE
        ? []
        : [wholeBank(`${percent(share)} of ${code.length} exhibits with code are in ${language}; a tenth is wanted.`)];
    });
  },
};

const MOST_OF_A_NAME = 5;
/** Given names that cases use; a name is counted once a question. */
const NAME =
  /\b(?:Ana|Mehdi|Sam|Li|Robin|Alex|Kim|Noor|Maria|Omar|Priya|Chen|Ivan|Fatima|Jo|Lee|Max|Eva|Ali|Nina|Tom|Anna|Ben|Mira|Sasha|Kai|Lena|Yuki|Amir|Sofia|Luca|Zoe|Taylor|Jordan|Morgan|Casey|Jamie|Dana|Ravi|Wei|Ines|Paul|Sara|Karim|Olga|Femi|Aiko|Tariq|Elif)\b/g;

export const namesRule: BankRule = {
  id: 'B08',
  severity: 'WARNING',
  asks: 'Does no name occur in more than five questions?',
  why: 'A name that comes back becomes a character, and characters are liked or not.',
  checkBank: (questions) => {
    const names = questions.flatMap((question) => [...new Set(joined(candidateTexts(question)).match(NAME) ?? [])]);
    return counted(names)
      .names.filter(({ count }) => count > MOST_OF_A_NAME)
      .map(({ name, count }) => wholeBank(`"${name}" occurs in ${count} questions; at most ${MOST_OF_A_NAME}.`));
  },
};

const CLOUDS: readonly (readonly [string, RegExp])[] = [
  ['AWS', /\b(?:AWS|Amazon|S3|EMR|Glue|Athena|Kinesis|Redshift|DynamoDB)\b/],
  ['Azure', /\b(?:Azure|ADLS|Synapse|Event Hubs|Microsoft Fabric)\b/],
  ['GCP', /\b(?:GCP|Google Cloud|GCS|BigQuery|Dataproc|Dataflow|Pub\/Sub)\b/],
];
const CLOUD_SHARE = 0.2;
const CLOUD_CATEGORY = 'cloud-platforms';
/** Kinds that are about technology. */
const TECHNICAL: ReadonlySet<string> = new Set(['technical-depth', 'system-design', 'debugging-evidence', 'code-review', 'work-sample']);

export const cloudsRule: BankRule = {
  id: 'B09',
  severity: 'WARNING',
  asks: 'Is each of the three big clouds in a fifth of the cloud questions, and half of the technical ones bound to none?',
  why: 'A bank for one vendor measures the last employer.',
  checkBank: (questions) => {
    const cloud = questions.filter(({ category }) => category === CLOUD_CATEGORY);
    const technical = questions.filter(({ kind }) => TECHNICAL.has(kind));
    const free = technical.filter((question) => !CLOUDS.some(([, form]) => form.test(page(question)))).length / technical.length;
    return [
      ...(cloud.length < 5
        ? []
        : CLOUDS.flatMap(([name, form]) => {
            const share = cloud.filter((question) => form.test(page(question))).length / cloud.length;
            return share >= CLOUD_SHARE
              ? []
              : [wholeBank(`${name} is in ${percent(share)} of ${cloud.length} cloud questions; a fifth is wanted.`)];
          })),
      ...(technical.length >= ENOUGH && free < 0.5
        ? [wholeBank(`Only ${percent(free)} of ${technical.length} technical questions are bound to no cloud; half is wanted.`)]
        : []),
    ];
  },
};

const page = (question: BankQuestion): string =>
  `${joined(candidateTexts(question))}\n${question.technologies.map(({ name }) => name).join(' ')}`;

export const enemiesRule: BankRule = {
  id: 'B11',
  severity: 'ERROR',
  asks: 'Does every enemy exist?',
  why: 'A misspelt enemy is none, and the two questions meet in one kit.',
  checkBank: (questions) => {
    const ids = new Set(questions.map(({ id }) => id));
    return questions.flatMap(({ enemies }, question) =>
      enemies.flatMap((enemy, index): BankComplaint[] =>
        ids.has(enemy) ? [] : [{ question, path: ['enemies', index], message: `There is no question "${enemy}" in these files.` }],
      ),
    );
  },
};

export const uniqueIdsRule: BankRule = {
  id: 'B12',
  severity: 'ERROR',
  asks: 'Is every id used once over all files?',
  why: 'Interviews name questions by id; two of one id cannot be told apart.',
  checkBank: (questions) => {
    const seen = new Set<string>();
    return questions.flatMap(({ id }, question): BankComplaint[] => {
      const twice = seen.has(id);
      seen.add(id);
      return twice ? [{ question, path: ['id'], message: `"${id}" is the id of an earlier question, too. Rename one of the two.` }] : [];
    });
  },
};
