import { type Result, err, ok } from '@touchstone/kernel';
import type { RatingTable } from '../ratings/rating-table';

/** The categories of a rating scale: the whole numbers from its lower to its upper end, used or not. */
export interface Categories {
  readonly first: number;
  readonly count: number;
}

/**
 * The categories of this table, or in words why there are none: averaged or half scores are no categories, and forcing them into some would
 * make a figure up. Without a scale the unused categories are not known; then only coefficients that do not need them
 * (`unusedMatter` false) can be had, and the observed ones serve.
 */
export function categoriesOf({ score, scale }: RatingTable, unusedMatter: boolean): Result<Categories, string> {
  if (!score.every(Number.isSafeInteger)) return err('needs whole scores, and some are not');
  if (scale !== null) {
    if (!Number.isSafeInteger(scale.min) || !Number.isSafeInteger(scale.max)) return err('needs a scale with whole ends');
    return ok({ first: scale.min, count: scale.max - scale.min + 1 });
  }
  if (unusedMatter) return err('needs the rating scale, and none is stated');
  const least = score.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = score.reduce((a, b) => Math.max(a, b), -Infinity);
  return ok({ first: least, count: greatest - least + 1 });
}
