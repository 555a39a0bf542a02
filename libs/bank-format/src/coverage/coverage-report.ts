import type { BankQuestion } from '../bank-file';
import { SLOT_MINUTES_TOLERANCE } from '../blueprint-template';
import { candidateTexts, joined, scorerTexts } from '../lint/texts';
import { columnParts, type CoveragePlan, type PlannedPool } from './coverage-plan';

/** What is planned and what is there. A shortfall of one is a warning, of more an error in a pool. */
export interface Coverage {
  readonly planned: number;
  readonly have: number;
}

export interface CellCoverage extends Coverage {
  readonly competency: string;
  readonly column: string;
}

export interface PoolCoverage extends Coverage {
  readonly name: string;
  readonly roles: readonly string[];
  readonly byDifficulty: readonly (Coverage & { readonly level: number })[];
  /** Kits for each of its roles at once that it has questions for, each of the level of its role: at most so many are possible. */
  readonly strictKits: number;
  /** The same when the difficulty may differ. */
  readonly kits: number;
}

/** A bank beside its plan. Only questions that may be asked count: live, neither compromised nor retired. */
export interface CoverageReport {
  readonly total: Coverage;
  readonly notCounted: number;
  readonly cells: readonly CellCoverage[];
  readonly pools: readonly PoolCoverage[];
  readonly outsidePools: number;
  readonly difficulty: readonly (Coverage & { readonly level: number })[];
  readonly seniority: readonly (Coverage & { readonly for: readonly string[] })[];
  readonly technologies: readonly (Coverage & { readonly name: string })[];
  /** The smallest of the pools, and who that is: what to write next. `null` where there are no pools. */
  readonly possibleKits: { readonly strict: number; readonly relaxed: number; readonly limitedBy: string } | null;
}

const UNUSABLE: ReadonlySet<string | undefined> = new Set(['compromised', 'retired']);

export function coverageReport(questions: readonly BankQuestion[], plan: CoveragePlan): CoverageReport {
  const usable = questions.filter(({ usage, record }) => usage === 'live' && !UNUSABLE.has(record?.status));
  const pools = poolsOf(usable, plan);
  const poolCoverage = plan.pools.map((pool, index) => coverageOfPool(pool, pools.members[index] ?? []));
  const planned = Object.values(plan.difficulty).reduce((sum, count) => sum + count, 0);
  const smallest = poolCoverage.reduce<PoolCoverage | null>(
    (least, pool) => (least === null || pool.strictKits < least.strictKits || (pool.strictKits === least.strictKits && pool.kits < least.kits) ? pool : least),
    null,
  );
  return {
    total: { planned, have: usable.length },
    notCounted: questions.length - usable.length,
    cells: cellsOf(usable, plan),
    pools: poolCoverage,
    outsidePools: pools.outside,
    difficulty: levelsOf(usable, plan.difficulty),
    seniority: plan.seniority.map((each) => ({
      for: each.for,
      planned: each.planned,
      have: usable.filter(({ seniority }) => [...seniority].sort().join() === [...each.for].sort().join()).length,
    })),
    technologies: plan.technologies.map(({ name, atLeast, ...wanted }) => ({ name, planned: atLeast, have: usable.filter((each) => mentions(each, wanted)).length })),
    possibleKits:
      smallest === null
        ? null
        : { strict: smallest.strictKits, relaxed: Math.min(...poolCoverage.map(({ kits }) => kits)), limitedBy: smallest.name },
  };
}

function cellsOf(questions: readonly BankQuestion[], plan: CoveragePlan): readonly CellCoverage[] {
  const planned = Object.entries(plan.cells).flatMap(([competency, cells]) =>
    Object.entries(cells).map(([column, count]) => ({ competency, column, planned: count })),
  );
  const have = new Map<string, number>();
  for (const { competencies, kind, form } of questions) {
    const [first = ''] = competencies;
    const columns = Object.keys(plan.cells[first] ?? {});
    const column = columns.find((each) => fits(each, kind, form)) ?? columnFor(plan, kind, form);
    const key = `${first} ${column}`;
    have.set(key, (have.get(key) ?? 0) + 1);
  }
  const cells = planned.map((cell) => ({ ...cell, have: have.get(`${cell.competency} ${cell.column}`) ?? 0 }));
  for (const { competency, column } of planned) have.delete(`${competency} ${column}`);
  const unplanned = [...have].map(([key, count]) => {
    const [competency = '', column = ''] = key.split(' ');
    return { competency, column, planned: 0, have: count };
  });
  return [...cells, ...unplanned.sort((a, b) => (a.competency + a.column < b.competency + b.column ? -1 : 1))];
}

const fits = (column: string, kind: string, form: string | undefined): boolean => {
  const parts = columnParts(column);
  return parts?.kind === kind && (parts.form === undefined || parts.form === form);
};

/** The column that the plan uses for this kind elsewhere. */
const columnFor = (plan: CoveragePlan, kind: string, form: string | undefined): string =>
  Object.values(plan.cells)
    .flatMap((cells) => Object.keys(cells))
    .find((column) => fits(column, kind, form)) ?? kind;

function poolsOf(questions: readonly BankQuestion[], { pools }: CoveragePlan): { members: readonly BankQuestion[][]; outside: number } {
  const members = pools.map((): BankQuestion[] => []);
  let outside = 0;
  for (const question of questions) {
    const home = members[pools.findIndex((pool) => belongs(question, pool))];
    if (home === undefined) outside += 1;
    else home.push(question);
  }
  return { members, outside };
}

/** Whether a question may take the place: by category or first competency, kind, length and minutes. */
export const belongs = ({ category, competencies, kind, form, minutes }: BankQuestion, pool: PlannedPool): boolean =>
  pool.kinds.includes(kind) &&
  (pool.form === undefined || form === undefined || form === pool.form) &&
  Math.abs(minutes.target - pool.minutes) <= SLOT_MINUTES_TOLERANCE &&
  (pool.categories.length === 0 || pool.categories.includes(category)) &&
  (pool.competencies.length === 0 || pool.competencies.includes(competencies[0] ?? ''));

function coverageOfPool(pool: PlannedPool, members: readonly BankQuestion[]): PoolCoverage {
  const byDifficulty = levelsOf(members, pool.difficulty);
  const atLevel = (level: number): number => members.filter(({ difficulty }) => difficulty === level).length;
  return {
    name: pool.name,
    roles: pool.roles,
    planned: pool.planned,
    have: members.length,
    byDifficulty,
    strictKits: Math.min(...pool.levels.map((level) => Math.floor(atLevel(level) / pool.levels.filter((each) => each === level).length))),
    kits: Math.floor(members.length / pool.roles.length),
  };
}

const levelsOf = (questions: readonly BankQuestion[], planned: Readonly<Record<string, number>>): (Coverage & { level: number })[] =>
  [1, 2, 3, 4, 5]
    .map((level) => ({ level, planned: planned[String(level)] ?? 0, have: questions.filter(({ difficulty }) => difficulty === level).length }))
    .filter((each) => each.planned > 0 || each.have > 0);

function mentions(question: BankQuestion, { words, categories, formats }: { words: readonly string[]; categories: readonly string[]; formats: readonly string[] }): boolean {
  if (categories.length > 0 && !categories.includes(question.category)) return false;
  if (formats.length > 0 && !question.exhibits.some(({ format }) => formats.includes(format))) return false;
  const text = [
    joined(candidateTexts(question)),
    joined(scorerTexts(question)),
    question.technologies.map(({ name }) => name).join('\n'),
    question.tags.join('\n'),
    question.competencies.join('\n'),
  ].join('\n');
  return words.length === 0 || words.some((word) => new RegExp(`(?<![\\p{L}\\d])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'iu').test(text));
}
