import type { Estimate } from '@touchstone/kernel';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import type { AlphaMetric } from './alpha-metric';
import { prepareAlpha } from './alpha-of';
import { type Bootstrap, type BootstrapOptions, bootstrapAlpha } from './bootstrap-alpha';
import { countUnits } from './unit-counts';

export interface KrippendorffAlpha {
  readonly alpha: Estimate;
  readonly metric: AlphaMetric;
  /** Units with two ratings or more, and the ratings in them. */
  readonly units: number;
  readonly pairable: number;
  /** Mean squared distance of two ratings of the same unit, and of any two; for `ordinal` in squared ratings. null without a pair. */
  readonly observedDisagreement: number | null;
  readonly expectedDisagreement: number | null;
  /** How the interval was had; null where none was asked for or there is nothing to draw from. */
  readonly bootstrap: Omit<Bootstrap, 'standardError' | 'interval' | 'level'> | null;
}

export interface KrippendorffOptions {
  /** Asks for a standard error and an interval. */
  readonly bootstrap?: BootstrapOptions;
}

/**
 * Can these scores be relied upon, whoever gave them?
 *
 * Alpha compares how far apart two ratings of the same answer are with how far apart any two ratings are: 1 where raters agree perfectly, 0
 * where it makes no difference whether the two ratings are of the same answer, below 0 where raters work against one another. Krippendorff
 * asks for 0.8, and for 0.667 where only tentative conclusions are drawn.
 *
 * One figure for any number of raters, with holes, on any metric: `ordinal` for levels with anchors, `interval` where the steps are equal,
 * `nominal` for categories without an order, `ratio` for amounts from 0. `interval` and `ratio` take averaged scores too.
 * A unit is a candidate on an item; units with one rating are dropped, with their scores. Of `ordinal` the distances are made of the totals
 * of the pairable ratings, not of the levels: two rare levels lie close together. On `ratio`, 0 against 0 is no distance.
 *
 * The interval is a percentile bootstrap over units (`bootstrap`, with a seed; `standardError` is the spread of the resamples). Units
 * of one candidate resemble each other, so that it is rather too narrow; `by: 'candidate'` draws whole candidates instead, and wants some
 * twenty of them.
 *
 * CONSTANT where all pairable ratings are equal: alpha then has no value, not 1. INSUFFICIENT_DATA without a unit that two have rated, for
 * 'nominal' and 'ordinal' with scores that are not whole (averages), and for 'ratio' with scores below 0. Throws RangeError for a bootstrap
 * that is none. Cost O(n log n), for `ratio` and c distinct scores O(c^2) more; each resample O(n), or O(c^2) more.
 *
 * Source: K. Krippendorff (2004), Human Communication Research 30, 411-433, doi:10.1111/j.1468-2958.2004.tb00738.x; K. Krippendorff
 * (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania.
 */
export function krippendorffAlpha(table: RatingTable, metric: AlphaMetric, { bootstrap }: KrippendorffOptions = {}): KrippendorffAlpha {
  const counts = countUnits(table, 2);
  const { values, size, ratings: n, raters } = counts;
  const told = { metric, units: size.length, pairable: n };
  const nothing = { ...told, observedDisagreement: null, expectedDisagreement: null, bootstrap: null };
  const method = `Krippendorff's alpha, ${metric}`;
  const refusal = refusalOf(metric, values);
  if (refusal !== null) return { alpha: missing('INSUFFICIENT_DATA', `${method} (${refusal})`, { n, raters }), ...nothing };
  if (size.length === 0) return { alpha: missing('INSUFFICIENT_DATA', method, { n, raters }), ...nothing };

  const alphaOf = prepareAlpha(counts, metric);
  const { alpha, observed, expected } = alphaOf(new Int32Array(size.length).fill(1));
  const disagreement = { observedDisagreement: observed, expectedDisagreement: expected };
  if (alpha === null) return { alpha: missing('CONSTANT', method, { n, raters }), ...told, ...disagreement, bootstrap: null };
  if (bootstrap === undefined) return { alpha: found({ value: alpha }, method, { n, raters }), ...told, ...disagreement, bootstrap: null };
  const { standardError, interval, level, ...how } = bootstrapAlpha(counts, alphaOf, bootstrap);
  const drawn = `${method}, percentile bootstrap of ${how.resamples} resamples by ${how.by}, seed ${how.seed}`;
  return { alpha: found({ value: alpha, standardError, interval, level }, drawn, { n, raters }), ...told, ...disagreement, bootstrap: how };
}

function refusalOf(metric: AlphaMetric, values: Float64Array): string | null {
  if ((metric === 'nominal' || metric === 'ordinal') && !values.every(Number.isSafeInteger)) return 'needs whole scores, and some are not';
  if (metric === 'ratio' && values.some((value) => value < 0)) return 'needs scores of at least 0, and some are below';
  return null;
}
