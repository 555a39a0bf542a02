import type { PoolQuestion } from '@touchstone/kit-assembly';
import { BESIDE_THE_SLOTS, type Levels, type Lot, type Pool, POOLS } from './pools';

/** Each competency belongs to the category of its prefix. */
const CATEGORIES: Readonly<Record<string, string>> = {
  dc: 'distributed-computing',
  sp: 'spark-engineering',
  st: 'spark-tuning',
  ka: 'streaming-integration',
  hd: 'hadoop-sql-engines',
  dm: 'storage-modelling',
  pa: 'architecture-strategy',
  cl: 'cloud-platforms',
  gv: 'data-governance',
  dq: 'data-quality',
  dv: 'devops-delivery',
  ec: 'engineering-craft',
  pl: 'people-leadership',
  sc: 'stakeholder-communication',
};

/**
 * A bank as the coverage plan counts it, of placeholders: 250 questions, or 245 where the five pools of one role that hold seven
 * hold six (the one that goes is of difficulty 3). Kinds are dealt to difficulties so that the first kind of a pool fills the levels
 * that parallel kits need; competencies take turns.
 */
export function syntheticBank(size: 245 | 250): PoolQuestion[] {
  const pools = size === 250 ? POOLS : POOLS.map((pool) => (pool.oneRoleOfSeven ? withoutOne(pool) : pool));
  return [...pools.flatMap(questionsOf), ...beside()];
}

const withoutOne = (pool: Pool): Pool => {
  const [two, three, four, five] = pool.levels;
  const most = pool.lots.reduce((largest, lot) => (lot.count > largest.count ? lot : largest));
  return {
    ...pool,
    levels: [two, three - 1, four, five],
    lots: pool.lots.map((lot) => (lot === most ? { ...lot, count: lot.count - 1 } : lot)),
  };
};

function questionsOf(pool: Pool, number: number): PoolQuestion[] {
  const kinds = [...new Set(pool.lots.map(({ kind }) => kind))];
  const drawn = kinds.flatMap((kind) => inTurns(pool.lots.filter((lot) => lot.kind === kind)));
  return levelsInOrder(pool.levels, drawn).map(({ lot, difficulty }, index) => ({
    id: `p${String(number + 1).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`,
    category: CATEGORIES[lot.competency.slice(0, 2)] ?? '',
    competencies: [lot.competency],
    kind: lot.kind,
    ...(lot.form === undefined ? {} : { form: lot.form }),
    minutes: pool.minutes,
    difficulty,
    quality: 0,
    exposure: 0,
    enemies: [],
  }));
}

/** Lots of one kind, one question of each in turn, until all are drawn. */
function inTurns(lots: readonly Lot[]): Lot[] {
  const most = Math.max(...lots.map(({ count }) => count));
  return Array.from({ length: most }, (_, turn) => lots.filter(({ count }) => count > turn)).flat();
}

/** What parallel kits of both roles need: four of difficulty 4 and four of 3, each of one kind; then whatever is left. */
function levelsInOrder(levels: Levels, drawn: readonly Lot[]): { readonly lot: Lot; readonly difficulty: number }[] {
  const left = new Map(levels.map((count, index) => [index + 2, count]));
  const waiting = [...drawn];
  const dealt: { lot: Lot; difficulty: number }[] = [];
  const deal = (difficulty: number, count: number): void => {
    const kinds = [...new Set(waiting.map(({ kind }) => kind))];
    const plentiful = kinds.find((kind) => waiting.filter((lot) => lot.kind === kind).length >= count);
    for (let number = 0; number < count && (left.get(difficulty) ?? 0) > 0; number += 1) {
      const place = waiting.findIndex(({ kind }) => plentiful === undefined || kind === plentiful);
      const [lot] = waiting.splice(place < 0 ? 0 : place, 1);
      if (lot === undefined) return;
      dealt.push({ lot, difficulty });
      left.set(difficulty, (left.get(difficulty) ?? 0) - 1);
    }
  };
  deal(3, 4);
  deal(4, 4);
  for (const [difficulty, count] of [...left]) deal(difficulty, count);
  return dealt;
}

/** The questions that fit no slot. */
const beside = (): PoolQuestion[] =>
  BESIDE_THE_SLOTS.flatMap((count, index) =>
    Array.from({ length: count }, (_, number) => ({
      id: `beside-${index + 2}-${String(number + 1).padStart(2, '0')}`,
      category: 'engineering-craft',
      competencies: ['ec-problem-solving'],
      kind: 'situational',
      minutes: 15,
      difficulty: index + 2,
      quality: 0,
      exposure: 0,
      enemies: [],
    })),
  );
