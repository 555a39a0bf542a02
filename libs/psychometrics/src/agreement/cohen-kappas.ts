import type { RatingTable } from '../ratings/rating-table';
import { categoriesOf } from './categories';
import { type CohenWeights, disagreementOf, nameOf } from './cohen-weights';
import { type CohenKappa, kappaOfPair, noKappa } from './kappa-of-pair';
import { unitBounds } from './unit-counts';

/**
 * Who agrees with whom? Cohen's kappa of every two interviewers who have rated something in common.
 *
 * Look for the one whose whole row is low: that interviewer reads the anchors differently. A single low cell between two who have seen few
 * candidates together is noise; read its interval and `units`. With weights 'unweighted', `observed` is the plain percentage of agreement.
 * Pairs without a common unit are not listed; the pairs come in the order of the names.
 *
 * Weights, standard errors, statuses and sources are those of `cohenKappa`. Cost O(n R + pairs c^2), R raters and c categories used.
 *
 * Source: J. Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1), 37-46,
 * doi:10.1177/001316446002000104; the rest as in `cohenKappa`.
 */
export function cohenKappas(table: RatingTable, weights: CohenWeights = 'unweighted'): readonly CohenKappa[] {
  const method = `Cohen's kappa, ${nameOf(weights)}`;
  const categories = categoriesOf(table, weights !== 'unweighted');
  const disagreement = categories.ok ? disagreementOf(weights, categories.value) : null;
  const rated = unitsByRater(table);
  const kappas: CohenKappa[] = [];
  // For each unit the row in which the first rater of the pair has rated it, plus 1.
  const rowOfFirst = new Int32Array(rated.units);
  rated.rows.forEach((rows, a) => {
    for (const row of rows) rowOfFirst[rated.unit[row]!] = row + 1;
    for (let b = a + 1; b < rated.rows.length; b += 1) {
      const first: number[] = [];
      const second: number[] = [];
      for (const row of rated.rows[b]!) {
        const other = rowOfFirst[rated.unit[row]!]!;
        if (other === 0) continue;
        first.push(table.score[other - 1]!);
        second.push(table.score[row]!);
      }
      if (first.length === 0) continue;
      const raters = [table.raters[a]!, table.raters[b]!] as const;
      if (disagreement !== null) kappas.push({ raters, ...kappaOfPair(first, second, disagreement, method) });
      else if (!categories.ok) kappas.push({ raters, ...noKappa('INSUFFICIENT_DATA', `${method} (${categories.error})`, first.length) });
    }
    for (const row of rows) rowOfFirst[rated.unit[row]!] = 0;
  });
  return kappas;
}

interface RatedUnits {
  readonly units: number;
  /** The unit of each row. */
  readonly unit: Int32Array;
  /** The rows of each rater. */
  readonly rows: readonly Int32Array[];
}

function unitsByRater(table: RatingTable): RatedUnits {
  const bounds = unitBounds(table);
  const unit = new Int32Array(table.score.length);
  bounds.forEach(({ from, to }, index) => unit.fill(index, from, to));
  const counts = new Int32Array(table.raters.length);
  for (const rater of table.rater) counts[rater]! += 1;
  const rows = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(rows.length);
  table.rater.forEach((rater, row) => {
    rows[rater]![filled[rater]!] = row;
    filled[rater]! += 1;
  });
  return { units: bounds.length, unit, rows };
}
