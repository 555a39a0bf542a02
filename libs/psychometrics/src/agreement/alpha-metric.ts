/**
 * How far apart two scores are held to be. `nominal`: different is different. `ordinal`: by the share of all ratings that lie between
 * them. `interval`: by their difference. `ratio`: by their difference relative to their sum.
 */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Where the scores lie on the axis on which the metric measures plain differences: their values, shifted so that squares stay small, or for
 * `ordinal` their mid-ranks among the pairable ratings (the sum of the categories from one to the other less half of both ends is
 * the difference of two mid-ranks). `totals` are the pairable ratings of each value.
 */
export function axisOf(metric: AlphaMetric, values: Float64Array, totals: Float64Array, axis: Float64Array): void {
  if (metric !== 'ordinal') {
    const middle = metric === 'interval' ? values[values.length >> 1]! : 0;
    for (let c = 0; c < values.length; c += 1) axis[c] = values[c]! - middle;
    return;
  }
  let below = 0;
  for (let c = 0; c < totals.length; c += 1) {
    axis[c] = below + totals[c]! / 2;
    below += totals[c]!;
  }
}

/**
 * The squared distances of all pairs of ratings among the given entries added up. In one pass over the entries, as a sum of squares about
 * their mean, except for `ratio`, which has to go through the pairs.
 */
export function pairedDisagreement(
  metric: AlphaMetric,
  axis: Float64Array,
  value: Int32Array,
  count: Float64Array,
  from: number,
  to: number,
): number {
  let n = 0;
  let sum = 0;
  for (let entry = from; entry < to; entry += 1) {
    n += count[entry]!;
    sum += count[entry]! * axis[value[entry]!]!;
  }
  if (metric === 'nominal') {
    let pairs = 0;
    for (let entry = from; entry < to; entry += 1) pairs += count[entry]! * (n - count[entry]!);
    return pairs / 2;
  }
  if (metric === 'ratio') return ratioDisagreement(axis, value, count, from, to);
  let squares = 0;
  for (let entry = from; entry < to; entry += 1) squares += count[entry]! * (axis[value[entry]!]! - sum / n) ** 2;
  return to - from < 2 ? 0 : n * squares;
}

function ratioDisagreement(axis: Float64Array, value: Int32Array, count: Float64Array, from: number, to: number): number {
  let disagreement = 0;
  for (let a = from; a < to; a += 1) {
    if (count[a] === 0) continue;
    const one = axis[value[a]!]!;
    let row = 0;
    for (let b = from; b < a; b += 1) {
      const other = axis[value[b]!]!;
      const relative = (one - other) / (one + other);
      row += count[b]! * relative * relative;
    }
    disagreement += count[a]! * row;
  }
  return disagreement;
}
