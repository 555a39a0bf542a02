import { publishFaults, QUESTION_KINDS, type QuestionDocument, SENIORITIES, validateQuestionDocument } from '@touchstone/bank-format';
import type { Picks } from './picks';

/** What the generator needs of the framework. */
export interface ScaleCategory {
  readonly id: string;
  readonly slug: string;
  readonly competencies: readonly string[];
}

const SUBJECTS = [
  'the nightly ledger',
  'a café loyalty feed',
  'the Zürich claims stream',
  'a São Paulo tariff table',
  'the naïve deduplication',
  'the Málaga sensor lake',
  'an order book',
  'the consent register',
  'a fraud score',
  'the payroll export',
  'a partner catalogue',
  'the price history',
  'the Łódź depot plan',
  'a churn model',
];
const TROUBLES = [
  'runs three times as long since Monday',
  'loses one row in ten thousand',
  'doubles every late event',
  'has two owners and no contract',
  'costs more than it earns',
  'cannot be replayed',
  'fails only on the last day of the month',
  'answers differently in two regions',
  'must move without a night of downtime',
  'is read by nobody and feared by all',
];
const TAGS = [
  'joins',
  'skew',
  'late-data',
  'schema-change',
  'cost',
  'lineage',
  'retries',
  'ownership',
  'privacy',
  'backfill',
  'small-files',
  'ordering',
  'testing',
  'on-call',
];
const CRITERIA = [
  'Finds the cause',
  'Weighs the options',
  'Proves the claim',
  'Protects the readers',
  'Plans the way back',
  'Takes people along',
];
const LEVELS = [
  'Names a remedy before any cause; what is said would make the damage worse and nobody would notice',
  'Right direction, but generic: the words fit any system and no figure of the exhibit is used',
  'Correct and tied to the exhibit; acts safely, says in which order and why, and knows when to stop',
  'Quantifies the effect, names the observation that would prove it wrong, thinks of the teams downstream',
  'Changes the surroundings so that this kind of failure cannot come back, and states the price of that',
];

/** Question number `index`: complete, ready to be approved, and the same for the same picks. Throws where it breaks a rule of the bank. */
export function scaleDocument(index: number, categories: readonly ScaleCategory[], picks: Picks): QuestionDocument {
  const category = picks.one(categories);
  const first = picks.one(category.competencies);
  const others = picks.some(picks.one(categories).competencies, 1).filter((slug) => slug !== first);
  const competencies = [first, ...others];
  const subject = picks.one(SUBJECTS);
  const trouble = picks.one(TROUBLES);
  const answer = picks.whole(3, 9);
  const weights = picks.one([
    [0.5, 0.3, 0.2],
    [0.4, 0.4, 0.2],
    [0.25, 0.5, 0.25],
  ] as const);
  const document = {
    id: `scale-${String(index).padStart(5, '0')}`,
    title: `${capital(subject)} ${trouble} (${index})`,
    category: category.slug,
    kind: picks.one(QUESTION_KINDS),
    competencies,
    seniority: picks.some(SENIORITIES, picks.whole(1, 3)),
    difficulty: picks.whole(1, 5),
    minutes: { target: answer + 3, preparation: 1, answer, probes: 2 },
    tags: picks.some(TAGS, picks.whole(1, 4)),
    technologies: [{ name: picks.one(['Spark', 'Kafka', 'Hive', 'Airflow', 'Iceberg', 'Postgres']) }],
    construct: `How the candidate reasons about ${subject}.`,
    context: `${capital(subject)} ${trouble}. Nobody has changed the code for ${picks.whole(3, 30)} days. ${picks.whole(2, 9)} teams read from it every morning.`,
    prompt: `You look after ${subject}, and it ${trouble}. The figures of the last ${picks.whole(3, 14)} days are in front of you. Tell us what you look at first, what you rule out, and what you do before noon. Say what would change your mind.`,
    exhibits: [{ id: 'figures', title: 'Figures of the last days', format: 'table', content: figures(picks) }],
    probes: [
      { id: 'first', ask: 'What would you look at first, and why that?', kind: 'required' },
      { id: 'wrong', ask: 'What would show you that you are wrong?', kind: 'deepen' },
    ],
    rubric: {
      scale: 'standard',
      criteria: picks.some(CRITERIA, 3).map((title, place) => ({
        id: `c${place + 1}`,
        title,
        competency: competencies[place % competencies.length],
        weight: weights[place],
        anchors: Object.fromEntries(LEVELS.map((text, level) => [level + 1, `${text} (${subject}).`])),
      })),
      strongSignals: ['Asks for the distribution before the mean.'],
      weakSignals: ['Adds machines first.'],
    },
    modelAnswer: `Looks at the spread of ${subject} by key, finds the one that grew, and proves it with a single count.`,
  };
  const read = validateQuestionDocument(document);
  const faults = read.ok ? publishFaults(read.value) : read.error;
  if (!read.ok || faults.length > 0) throw new Error(`Question ${index} breaks a rule of the bank: ${JSON.stringify(faults)}`);
  return read.value;
}

const figures = (picks: Picks): string =>
  [
    'day   rows      minutes',
    ...Array.from({ length: 6 }, (_, day) => `D-${6 - day}   ${picks.whole(200, 900)} k     ${picks.whole(12, 90)}`),
  ].join('\n');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
