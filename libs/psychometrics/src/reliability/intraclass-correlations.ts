import type { Estimate } from '@touchstone/kernel';
import { fCdf } from '../distributions/f-cdf';
import { found, missing } from '../estimates/estimates';
import type { RatingTable } from '../ratings/rating-table';
import { type CompleteMatrix, type RatedUnit, completeMatrix } from './complete-matrix';
import { type Bounds, agreementBounds, averageAgreementBounds, fRatioBounds, steppedUp } from './icc-intervals';
import { type TwoWayMeanSquares, twoWayMeanSquares } from './two-way-mean-squares';

/** In the notation of Shrout and Fleiss: the model, and whether one rater or the mean of all k is meant. */
export type IccForm = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k';

export interface IntraclassCorrelation {
  readonly form: IccForm;
  readonly estimate: Estimate;
  /** Test of the hypothesis that the units do not differ. null where there is nothing to divide by (raters who agree perfectly: F is infinite). */
  readonly f: number | null;
  readonly df1: number | null;
  readonly df2: number | null;
  readonly p: number | null;
}

export interface IntraclassCorrelations {
  readonly unit: RatedUnit;
  /** Complete units, those that every rater rated; the figures rest on them alone. */
  readonly units: number;
  /** Units left out because some rater did not rate them. */
  readonly excluded: number;
  readonly raters: number;
  readonly meanSquares: TwoWayMeanSquares | null;
  readonly forms: { readonly [form in IccForm]: IntraclassCorrelation };
  /** The other interval in use for ICC(2,k): McGraw and Wong's. That of the estimate is Shrout and Fleiss's. */
  readonly mcGrawWongInterval: { readonly lower: number; readonly upper: number; readonly level: number } | null;
  /** Degrees of freedom in the interval of ICC(2,1). */
  readonly satterthwaiteDegrees: number | null;
}

export interface IntraclassOptions {
  /** CANDIDATE takes each rater's mean over the items first; CANDIDATE_ITEM, as unless said, makes each answer to an item a unit. */
  readonly unit?: RatedUnit | undefined;
  /** Confidence of the intervals, 0.95 unless said. */
  readonly level?: number | undefined;
}

/**
 * How much of the difference between ratings is a difference between the people rated? Six answers, after Shrout and Fleiss.
 *
 * 1 means that raters order and place everybody alike, 0 that a rating says nothing about who was rated; below 0.5 is usually called poor, up to
 * 0.75 moderate, up to 0.9 good (Koo and Li), and a value below 0 is a legitimate estimate of something near 0. Which of the six:
 * - `2,1`: any raters of this kind, one of them at a time, and a harsh rater counts as error. The one to report for a panel.
 * - `3,1`: these raters only, and a harsh rater who is harsh to everybody does no harm (consistency).
 * - `1,1`: each unit rated by raters of its own, so that severity cannot be told from chance.
 * - `…,k`: the same for the mean of all k raters: what the panel's average is worth. Larger, and not to be quoted for a single rater.
 *
 * Intervals: exact F intervals for (1,·) and (3,·); for (2,1) Shrout and Fleiss's, with Satterthwaite's degrees of freedom; for (2,k) two are in
 * use, and the one in the estimate is Shrout and Fleiss's, which steps the bounds of (2,1) up by Spearman-Brown (as R's psych does);
 * `mcGrawWongInterval` is the other (as R's irr does). With 6 units and 4 raters they run from .071 and from .039: say which you quote.
 *
 * Needs units that every rater rated: others are left out and counted in `excluded`. Where panels rotate nothing is left: use
 * `intraclassFromComponents`. Below two units or two raters INSUFFICIENT_DATA; where nothing differs, or the estimated total variance is not
 * above 0, CONSTANT. Raters who agree perfectly give 1, without F and interval. An interval is also missing where all units have the same mean, and,
 * for (2,k), where its lower end would lie below what any average can have (two or three units, or values below 0); `method` then says which.
 *
 * `level` in (0, 1); throws RangeError otherwise. Cost O(ratings).
 *
 * Source: P. E. Shrout & J. L. Fleiss (1979), Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin 86(2),
 * 420-428, doi:10.1037/0033-2909.86.2.420; K. O. McGraw & S. P. Wong (1996), Forming inferences about some intraclass correlation
 * coefficients, Psychological Methods 1(1), 30-46, doi:10.1037/1082-989X.1.1.30; T. K. Koo & M. Y. Li (2016), A guideline of selecting and
 * reporting intraclass correlation coefficients, Journal of Chiropractic Medicine 15(2), 155-163, doi:10.1016/j.jcm.2016.02.012.
 */
export function intraclassCorrelations(
  table: RatingTable,
  { unit = 'CANDIDATE_ITEM', level = 0.95 }: IntraclassOptions = {},
): IntraclassCorrelations {
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1, exclusively');
  const matrix = completeMatrix(table, unit, 'raters');
  const squares = twoWayMeanSquares(matrix);
  const bare = { unit, units: matrix.rows, excluded: matrix.excluded, raters: matrix.columns, meanSquares: squares };
  if (squares === null) return { ...bare, forms: withoutFigures(matrix), mcGrawWongInterval: null, satterthwaiteDegrees: null };
  const { rows: n, columns: k } = matrix;
  const { between, within, raters, residual } = squares;
  const size = between + within + raters + residual;
  const ratio = (part: number, whole: number): number | null => (whole > NOTHING * size ? part / whole : null);
  const value = {
    '1,1': ratio(between - within, between + (k - 1) * within),
    '1,k': ratio(between - within, between),
    '2,1': ratio(between - residual, between + (k - 1) * residual + (k / n) * (raters - residual)),
    '2,k': ratio(between - residual, between + (raters - residual) / n),
    '3,1': ratio(between - residual, between + (k - 1) * residual),
    '3,k': ratio(between - residual, between),
  };
  const oneWay = testOf(between, within, n - 1, n * (k - 1));
  const twoWay = testOf(between, residual, n - 1, (n - 1) * (k - 1));
  const oneWayBounds = fRatioBounds(oneWay.f, n - 1, n * (k - 1), k, level);
  const twoWayBounds = fRatioBounds(twoWay.f, n - 1, (n - 1) * (k - 1), k, level);
  const none = { bounds: null, degrees: null };
  const perfect = within === 0;
  const agreement = value['2,1'] === null || perfect ? none : agreementBounds(value['2,1'], squares, n, k, level);
  const average = value['2,k'] === null || perfect ? none : averageAgreementBounds(value['2,k'], squares, n, k, level);
  const stepped = agreement.bounds && steppedUp(agreement.bounds, k);
  const form = (name: IccForm, test: typeof oneWay, interval: Bounds | null, how: string): IntraclassCorrelation => {
    const of = value[name];
    const without = of === null || interval !== null ? null : `no interval: ${whyNone(test.f, between, agreement.bounds)}`;
    const method = `ICC(${name}), ${without === null ? how : how.replace(/;.*/, `; ${without}`)}`;
    const estimate = of === null ? missing('CONSTANT', method, matrix) : found({ value: of, interval, level }, method, matrix);
    return { form: name, estimate, ...test };
  };
  return {
    ...bare,
    forms: {
      '1,1': form('1,1', oneWay, oneWayBounds.single, 'one-way random, single rater; exact F interval'),
      '2,1': form('2,1', twoWay, agreement.bounds, 'two-way random, absolute agreement, single rater; interval of Shrout and Fleiss'),
      '3,1': form('3,1', twoWay, twoWayBounds.single, 'two-way mixed, consistency, single rater; exact F interval'),
      '1,k': form('1,k', oneWay, oneWayBounds.average, 'one-way random, mean of the raters; exact F interval'),
      '2,k': form(
        '2,k',
        twoWay,
        stepped,
        'two-way random, absolute agreement, mean of the raters; interval of Shrout and Fleiss (stepped up)',
      ),
      '3,k': form('3,k', twoWay, twoWayBounds.average, 'two-way mixed, consistency, mean of the raters; exact F interval'),
    },
    mcGrawWongInterval: average.bounds && { lower: average.bounds[0], upper: average.bounds[1], level },
    satterthwaiteDegrees: agreement.degrees,
  };
}

const FORMS: readonly IccForm[] = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'];

function withoutFigures(matrix: CompleteMatrix): IntraclassCorrelations['forms'] {
  const none = (form: IccForm): IntraclassCorrelation => {
    const estimate = missing('INSUFFICIENT_DATA', `ICC(${form}): needs two raters, and two units that all of them rated`, matrix);
    return { form, estimate, f: null, df1: null, df2: null, p: null };
  };
  return Object.fromEntries(FORMS.map((form) => [form, none(form)])) as { [form in IccForm]: IntraclassCorrelation };
}

/** Why a coefficient that is there has no interval. */
function whyNone(f: number | null, between: number, single: Bounds | null): string {
  if (f === null) return 'the raters agree perfectly';
  if (between === 0) return 'the units have equal means';
  return single === null ? 'too few degrees of freedom are left' : 'its lower end lies below what any average can have';
}

/** A whole below this part of what it is the difference of comes from binary arithmetic. */
const NOTHING = 1e-12;

/** The upper tail is taken as the lower one of 1/F, which keeps its digits however small it is. */
function testOf(between: number, error: number, df1: number, df2: number): Omit<IntraclassCorrelation, 'form' | 'estimate'> {
  if (error > 0) {
    const f = between / error;
    return { f, df1, df2, p: f > 0 ? fCdf(1 / f, df2, df1) : 1 };
  }
  return { f: null, df1, df2, p: between > 0 ? 0 : null };
}
