import type { Result } from '@touchstone/kernel';
import type { BankFault } from '../bank-fault';
import { parseText } from '../parse-text';
import { QUESTION_FORMS, QUESTION_KINDS, type QuestionForm, type QuestionKind, SENIORITIES } from '../question-words';
import { dictionary } from '../shape/dictionary';
import { choices, list, names, texts } from '../shape/lists';
import { fallingBack, optional, record, required } from '../shape/record';
import { choice, number } from '../shape/scalars';
import type { TypeOf } from '../shape/shape';
import { line } from '../shape/texts';
import { LIMITS } from '../text-limits';
import { SLUG } from '../text-pattern';

export const COVERAGE_PLAN_FORMAT = 'coverage-plan/1';

const count = number({ minimum: 0, maximum: 10_000, step: 1 });

/** A column of the plan: a kind, and its length where it is planned apart. */
export type PlanColumn = string;

/** `debugging-evidence-long` is the long form of its kind. */
export const PLAN_COLUMNS: readonly PlanColumn[] = QUESTION_KINDS.flatMap((kind) => [kind, ...QUESTION_FORMS.map((form) => `${kind}-${form}`)]);

export function columnParts(column: PlanColumn): { readonly kind: QuestionKind; readonly form?: QuestionForm } | null {
  const kind = QUESTION_KINDS.find((each) => column === each || QUESTION_FORMS.some((form) => column === `${each}-${form}`));
  if (kind === undefined) return null;
  const form = QUESTION_FORMS.find((each) => column === `${kind}-${each}`);
  return form === undefined ? { kind } : { kind, form };
}

const cells = dictionary(
  {
    form: new RegExp(`^(?:${PLAN_COLUMNS.join('|')})$`),
    complaint: (key) => `"${key}" is no kind. Use one of ${QUESTION_KINDS.join(', ')}, with -short or -long where they are planned apart.`,
  },
  count,
);

const slugs = { form: SLUG.form, complaint: (key: string) => `"${key}" must be ${SLUG.says}.` };
const byLevel = dictionary({ form: /^[1-5]$/, complaint: (key) => `Difficulties go from 1 to 5; found "${key}".` }, count);

const pool = record(
  'Pool',
  {
  name: required(line(), 'What kits call this place.'),
  categories: fallingBack<readonly string[]>(names(SLUG), [], 'Slugs it draws from, by the category of a question.'),
  competencies: fallingBack<readonly string[]>(names(SLUG), [], 'Slugs it draws from, by the first competency of a question.'),
  kinds: required(list(choice(QUESTION_KINDS), { needsOne: 'Say which kinds it takes.' }), 'Kinds it takes.'),
  form: optional(choice(QUESTION_FORMS), 'Only questions of this length, where they have one.'),
  minutes: required(number({ minimum: 1, maximum: LIMITS.minutes, step: 0.5 }), 'Planned minutes; a question may differ by three.'),
  roles: required(list(line(), { needsOne: 'Say whose kits have this place.' }), 'Role profiles whose kits have this place.'),
  levels: required(
    list(number({ minimum: 1, maximum: 5, step: 1 }), { needsOne: 'Say of which difficulty the kits of each role take a question here.' }),
    'Difficulty that parallel kits take here, one for each role and in their order.',
  ),
  planned: required(count, 'Questions it is to hold.'),
  difficulty: required(byLevel, 'Difficulty → questions it is to hold.'),
},
  {
    check: ({ roles, levels }, path, log) => {
      if (roles.length !== levels.length)
        log.report('SUM', [...path, 'levels'], `There are ${roles.length} roles and ${levels.length} levels. Give one level for each role.`);
    },
  },
);

const technology = record('PlannedTechnology', {
  name: required(line(), 'What is counted.'),
  atLeast: required(count, 'Questions that are to be there.'),
  words: required(texts(), 'A question counts where one of these stands on its page, its key or its tags.'),
  categories: fallingBack<readonly string[]>(names(SLUG), [], 'Only questions of these categories; none = any.'),
  formats: fallingBack<readonly string[]>(names(SLUG), [], 'Only questions with an exhibit of one of these formats; none = any.'),
});

const seniority = record('PlannedSeniority', {
  for: required(choices(SENIORITIES), 'The seniorities that the question names.'),
  planned: required(count, 'Questions with exactly these.'),
});

const plan = record('CoveragePlan', {
  format: required(choice([COVERAGE_PLAN_FORMAT]), 'Always the same.'),
  title: required(line(), 'What it is for.'),
  cells: required(dictionary(slugs, cells), 'Competency → kind → questions, by the first competency.'),
  pools: fallingBack(list(pool, { maximum: 100 }), [], 'The places of the kits; the first that fits takes a question.'),
  difficulty: required(byLevel, 'Difficulty → questions, over the whole bank.'),
  seniority: fallingBack(list(seniority), [], 'Seniorities → questions.'),
  technologies: fallingBack(list(technology), [], 'Floors that the other tables do not show.'),
});
export type CoveragePlan = TypeOf<typeof plan>;
export type PlannedPool = TypeOf<typeof pool>;

/**
 * The same places with what so many strictly parallel, disjoint kits of every role need, and nothing else: a question of the level of
 * the role for each kit.
 */
export function planForKits(whole: CoveragePlan, kits: number): CoveragePlan {
  const needed = (levels: readonly number[]): Readonly<Record<string, number>> =>
    Object.fromEntries([...new Set(levels)].map((level) => [String(level), kits * levels.filter((each) => each === level).length]));
  const pools = whole.pools.map((place) => ({ ...place, planned: kits * place.levels.length, difficulty: needed(place.levels) }));
  return { ...whole, cells: {}, pools, difficulty: needed(pools.flatMap(({ levels }) => levels)), seniority: [], technologies: [] };
}

/** Reads a plan of what a bank is to hold. Errors: all faults with path, line and column. */
export const parseCoveragePlan = (text: string): Result<CoveragePlan, readonly BankFault[]> =>
  parseText(text, (value, log) => plan.read(value, [], log));
