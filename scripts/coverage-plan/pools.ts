/** How many questions of a pool have the difficulty 2, 3, 4 and 5. */
export type Levels = readonly [number, number, number, number];

/** Questions of one kind on one competency. */
export interface Lot {
  readonly kind: string;
  readonly form?: string;
  readonly competency: string;
  readonly count: number;
}

/** The questions that one slot of the blueprints draws from. */
export interface Pool {
  readonly name: string;
  readonly minutes: number;
  readonly levels: Levels;
  readonly lots: readonly Lot[];
  /** Serves a slot of one role only; such pools may shrink from seven to six. */
  readonly oneRoleOfSeven?: true;
}

const lots = (kind: string, counts: Readonly<Record<string, number>>, form?: string): Lot[] =>
  Object.entries(counts).map(([competency, count]) => ({ kind, competency, count, ...(form === undefined ? {} : { form }) }));

/** The pools of the coverage plan of the shipped bank: 191 of its 250 questions, by competency, kind and difficulty. */
export const POOLS: readonly Pool[] = [
  {
    name: 'distributed computing',
    minutes: 12,
    levels: [2, 5, 4, 1],
    lots: lots('technical-depth', {
      'dc-consistency-coordination': 3,
      'dc-partitioning-placement': 3,
      'dc-fault-tolerance-semantics': 3,
      'dc-capacity-estimation': 3,
    }),
  },
  {
    name: 'Spark engineering',
    minutes: 12,
    levels: [2, 5, 4, 1],
    lots: lots('technical-depth', { 'sp-execution-model': 4, 'sp-batch-sql': 2, 'sp-structured-streaming': 3, 'sp-language-craft': 3 }),
  },
  {
    name: 'Kafka',
    minutes: 12,
    levels: [2, 5, 4, 1],
    lots: [
      ...lots('technical-depth', { 'ka-topic-partition-design': 4, 'ka-delivery-guarantees': 3, 'ka-operations-troubleshooting': 1 }),
      ...lots('debugging-evidence', { 'ka-delivery-guarantees': 1, 'ka-operations-troubleshooting': 3 }, 'short'),
    ],
  },
  {
    name: 'Hadoop and SQL engines',
    minutes: 12,
    levels: [2, 6, 4, 1],
    lots: [
      ...lots('technical-depth', { 'hd-hdfs-yarn': 2, 'hd-hive': 3, 'hd-impala': 2, 'hd-sql-performance': 1 }),
      ...lots('debugging-evidence', { 'hd-hdfs-yarn': 2, 'hd-hive': 1, 'hd-impala': 1, 'hd-sql-performance': 1 }, 'short'),
    ],
  },
  {
    name: 'cloud',
    minutes: 12,
    levels: [1, 4, 2, 1],
    lots: [
      ...lots('technical-depth', { 'cl-data-services': 3, 'cl-cost-security-operations': 2 }),
      ...lots('case', { 'cl-data-services': 1, 'cl-cost-security-operations': 2 }, 'short'),
    ],
  },
  {
    name: 'storage and modelling',
    minutes: 12,
    levels: [1, 4, 2, 0],
    oneRoleOfSeven: true,
    lots: lots('technical-depth', {
      'dm-analytical-modelling': 2,
      'dm-nosql-access-patterns': 2,
      'dm-lakehouse-formats': 2,
      'dm-structured-unstructured': 1,
    }),
  },
  {
    name: 'design',
    minutes: 50,
    levels: [2, 5, 4, 1],
    lots: lots('system-design', {
      'pa-ingestion-integration': 3,
      'pa-pipeline-orchestration': 3,
      'pa-technology-selection': 1,
      'dc-consistency-coordination': 1,
      'dc-partitioning-placement': 1,
      'dc-fault-tolerance-semantics': 2,
      'dc-capacity-estimation': 1,
    }),
  },
  {
    name: 'governance case',
    minutes: 30,
    levels: [2, 5, 4, 1],
    lots: lots('case', { 'gv-ownership-catalog-lineage': 4, 'gv-privacy-retention': 5, 'gv-access-security': 3 }, 'long'),
  },
  {
    name: 'delivery depth',
    minutes: 12,
    levels: [1, 4, 2, 0],
    oneRoleOfSeven: true,
    lots: [
      ...lots('technical-depth', { 'dv-cicd-iac': 3, 'dv-reliability-operations': 2 }),
      ...lots('case', { 'dv-cicd-iac': 1, 'dv-reliability-operations': 1 }, 'short'),
    ],
  },
  {
    name: 'technology and vision',
    minutes: 18,
    levels: [2, 5, 4, 1],
    lots: [
      ...lots('behavioural', { 'pa-technology-selection': 2, 'pa-technical-vision': 4 }),
      ...lots('case', { 'pa-technology-selection': 2, 'pa-technical-vision': 2 }, 'short'),
      ...lots('situational', { 'pa-technology-selection': 1, 'pa-technical-vision': 1 }),
    ],
  },
  {
    name: 'Spark debugging',
    minutes: 30,
    levels: [2, 6, 4, 1],
    lots: lots(
      'debugging-evidence',
      { 'st-diagnose-evidence': 4, 'st-joins-skew-shuffle': 3, 'st-memory-spill-gc': 4, 'st-resources-io-layout': 2 },
      'long',
    ),
  },
  {
    name: 'code review',
    minutes: 20,
    levels: [2, 7, 6, 2],
    lots: lots('code-review', {
      'ec-code-review': 6,
      'sp-execution-model': 1,
      'sp-batch-sql': 1,
      'sp-structured-streaming': 1,
      'sp-language-craft': 1,
      'st-joins-skew-shuffle': 1,
      'st-resources-io-layout': 2,
      'ka-delivery-guarantees': 1,
      'pa-pipeline-orchestration': 1,
      'dv-cicd-iac': 1,
      'ec-programming-testing': 1,
    }),
  },
  {
    name: 'work sample',
    minutes: 25,
    levels: [1, 4, 3, 1],
    lots: lots('work-sample', {
      'dm-analytical-modelling': 3,
      'dm-nosql-access-patterns': 2,
      'dm-structured-unstructured': 2,
      'hd-sql-performance': 2,
    }),
  },
  {
    name: 'stakeholder',
    minutes: 18,
    levels: [2, 5, 4, 1],
    lots: lots('behavioural', {
      'sc-explain-technical': 3,
      'sc-requirements-translation': 3,
      'sc-status-risk-communication': 3,
      'sc-influence-negotiation': 3,
    }),
  },
  {
    name: 'people, situational',
    minutes: 20,
    levels: [2, 5, 4, 1],
    lots: lots('situational', { 'pl-mentoring-growth': 4, 'pl-performance-feedback': 4, 'pl-team-culture': 4 }),
  },
  {
    name: 'people, behavioural',
    minutes: 18,
    levels: [1, 4, 2, 0],
    oneRoleOfSeven: true,
    lots: lots('behavioural', { 'pl-mentoring-growth': 2, 'pl-performance-feedback': 2, 'pl-team-culture': 3 }),
  },
  {
    name: 'data quality',
    minutes: 20,
    levels: [1, 4, 2, 0],
    oneRoleOfSeven: true,
    lots: [
      ...lots('situational', { 'dq-contracts-checks': 2, 'dq-observability-incidents': 2 }),
      ...lots('case', { 'dq-contracts-checks': 2, 'dq-observability-incidents': 1 }, 'short'),
    ],
  },
  {
    name: 'delivery, situational',
    minutes: 18,
    levels: [1, 4, 2, 0],
    oneRoleOfSeven: true,
    lots: lots('situational', { 'dv-agile-practice': 3, 'dv-project-risk': 4 }),
  },
];

/** Questions beside the slots, by difficulty: for shorter interviews and as replacements. They fit no slot of the two blueprints. */
export const BESIDE_THE_SLOTS: Levels = [9, 25, 19, 6];
