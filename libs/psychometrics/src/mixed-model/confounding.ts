import { symmetricRank } from '../matrices/symmetric-rank';
import type { Moments } from './moments';
import { type RandomTerm, facetsOf } from './random-term';

/**
 * Which of these terms can the design not tell apart from the residual, the mean and the terms before it, and why not?
 *
 * One answer for each term: null where its component is estimable. Terms are tried in their order; one that fails is left out of what
 * follows. The test is exact: a component is estimable by quadratic forms where its matrix is linearly independent of the others
 * once the mean is taken off (`momentsOf`). The reason then looks for the cause that a person would see in the table.
 */
export function confoundingOf({ products, levels }: Moments, terms: readonly RandomTerm[]): readonly (string | null)[] {
  const order = terms.length + 1;
  const kept = [order - 1];
  return terms.map((term, t) => {
    const tried = [...kept, t];
    const estimable = products[t * order + t]! > 0 && rankOf(products, order, tried) === tried.length;
    if (estimable) kept.push(t);
    return estimable ? null : reasonFor(term, t, levels, terms, kept);
  });
}

/** Of the products as correlations, so that terms of different size weigh the same. */
function rankOf(products: Float64Array, order: number, chosen: readonly number[]): number {
  const size = chosen.length;
  const correlations = new Float64Array(size * size);
  chosen.forEach((s, row) =>
    chosen.forEach((t, column) => {
      const scale = Math.sqrt(products[s * order + s]!) * Math.sqrt(products[t * order + t]!);
      correlations[row * size + column] = scale > 0 ? products[s * order + t]! / scale : 0;
    }),
  );
  return symmetricRank(correlations, size);
}

function reasonFor(term: RandomTerm, t: number, levels: Moments['levels'], terms: readonly RandomTerm[], kept: readonly number[]): string {
  const { of, count } = levels[t]!;
  const [first, second] = facetsOf(term);
  if (count === 1) return second === undefined ? `There is only one ${first}.` : `There is only one pair of ${first} and ${second}.`;
  if (count === of.length) {
    return second === undefined
      ? `No ${first} has more than one rating, so that what belongs to the ${first} cannot be told from chance.`
      : `No pair of ${first} and ${second} has more than one rating, so that what belongs to the pair cannot be told from chance.`;
  }
  const same = kept.find((other) => terms[other] !== undefined && groupsAlike(levels[t]!, levels[other]!));
  if (same !== undefined) return `It groups the ratings just as “${terms[same]}” does, so that the two cannot be told apart.`;
  return 'These ratings do not vary it in a way of its own: it cannot be told apart from the other components together.';
}

function groupsAlike(one: Moments['levels'][number], other: Moments['levels'][number]): boolean {
  if (one.count !== other.count) return false;
  const partner = new Int32Array(one.count).fill(-1);
  return one.of.every((level, row) => {
    if (partner[level] === -1) partner[level] = other.of[row]!;
    return partner[level] === other.of[row];
  });
}
