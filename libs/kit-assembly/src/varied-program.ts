import { seededRandom } from '@touchstone/kernel';

import type { Variety } from './assemble-options';
import type { FamilyFormulation } from './formulate-family';
import type { Column, LinearProgram } from './linear-program';
import type { PoolQuestion } from './pool-question';

/** Points that one past use weighs against chance, which gives from 0 to one less. */
const ONE_USE = 1000;

/**
 * The program that looks for fresh kits among the nearly best: worth at least the best less a share of it, and with the questions that
 * were used least; chance decides between questions that were used alike.
 */
export function variedProgram(
  { program, kits }: FamilyFormulation,
  best: number,
  { share, seed }: Variety,
  pool: ReadonlyMap<string, PoolQuestion>,
): LinearProgram {
  const random = seededRandom(seed);
  const chance = new Map([...pool.keys()].sort().map((id) => [id, Math.floor(random.next() * ONE_USE)]));
  const weights = new Map<number, number>();
  for (const { placements } of kits) {
    for (const { questionId, column } of placements) {
      weights.set(column, (chance.get(questionId) ?? 0) - ONE_USE * (pool.get(questionId)?.exposure ?? 0));
    }
  }
  const worth = program.columns.flatMap(({ cost }, column) => (cost === 0 ? [] : [{ column, coefficient: cost }]));
  const enough = best - Math.floor(share * Math.abs(best));
  return {
    ...program,
    columns: program.columns.map((column, index): Column => ({ ...column, cost: weights.get(index) ?? 0 })),
    rows: [...program.rows, { name: 'nearlyBest', origin: 'variety', lower: enough, upper: Infinity, terms: worth }],
  };
}
