/**
 * What the parts of the objective are worth against each other, in points, whole numbers from 0.
 * One point is an arbitrary unit: only the proportions matter.
 */
export interface Priorities {
  /** For each hundredth of role profile weight whose competency the kit covers: a weight of 8 brings 800 points at 1. */
  readonly coverage: number;
  /** For each point of quality of a chosen question. */
  readonly quality: number;
  /** Lost for each past use of a chosen question. */
  readonly exposure: number;
  /** Lost for each hundredth by which the summed difficulty is off the target times the number of questions. */
  readonly closeness: number;
  /** Lost for each unit by which the farthest of the targets is off. */
  readonly farthest: number;
  /** For each thousandth of expected dependability. */
  readonly reliability: number;
}

/** Covering the role comes first; among kits that cover alike, good, fresh and well-aimed questions decide. */
export const defaultPriorities: Priorities = { coverage: 1, quality: 1, exposure: 1, closeness: 1, farthest: 1, reliability: 1 };

/** Throws a RangeError unless every priority is a whole number from 0: otherwise objectives do not compare exactly. */
export function assertPriorities(priorities: Priorities): void {
  for (const [name, price] of Object.entries(priorities)) {
    if (!Number.isSafeInteger(price) || price < 0) throw new RangeError(`priority ${name} is a whole number from 0, not ${price}`);
  }
}
