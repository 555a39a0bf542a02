import * as fc from 'fast-check';
import {
  type RatingTable,
  candidateScores,
  cronbachAlpha,
  decisionStudy,
  generalizabilityByReml,
  generalizabilityStudy,
  intraclassCorrelations,
  intraclassFromComponents,
  itemStatistics,
  tabulate,
} from '..';

/** Up to five candidates, four raters and four items, any cells of them, few or odd scores. */
const tables = fc
  .uniqueArray(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3), fc.constantFrom(1, 1, 2, 3, 4.5, 0.1, 1e7)), {
    minLength: 1,
    maxLength: 60,
    selector: ([c, r, i]) => `${c} ${r} ${i}`,
  })
  .map((rows): RatingTable => {
    const table = tabulate(rows.map(([c, r, i, score]) => ({ candidate: `c${c}`, rater: `r${r}`, item: `i${i}`, score })));
    if (!table.ok) throw new Error(table.error[0]?.message);
    return table.value;
  });

/** Every number anywhere in the answer. */
function numbersIn(answer: unknown): readonly number[] {
  if (typeof answer === 'number') return [answer];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(numbersIn) : [];
}

/** Every estimate anywhere in the answer. */
function estimatesIn(answer: unknown): readonly { value: number | null; status: string; interval: unknown; standardError: unknown }[] {
  if (typeof answer !== 'object' || answer === null) return [];
  if ('status' in answer && 'standardError' in answer) return [answer as never];
  return Object.values(answer).flatMap(estimatesIn);
}

describe('whatever the ratings', () => {
  it.each<[string, (table: RatingTable) => unknown]>([
    ['scores', (table) => candidateScores(table)],
    ['intraclass correlations of answers', (table) => intraclassCorrelations(table)],
    ['intraclass correlations of candidates', (table) => intraclassCorrelations(table, { unit: 'CANDIDATE' })],
    ['intraclass correlations from components', (table) => intraclassFromComponents(table)],
    ['coefficient alpha', (table) => cronbachAlpha(table)],
    ['item statistics', (table) => itemStatistics(table)],
    ['components and projections', (table) => [generalizabilityStudy(table), decisionStudy(generalizabilityStudy(table), PANELS)]],
    ['nested raters', (table) => decisionStudy(generalizabilityStudy(table, { ratersWithinItems: true }), PANELS)],
    [
      'components by REML and projections',
      (table) => [generalizabilityByReml(table), decisionStudy(generalizabilityByReml(table), PANELS)],
    ],
  ])('%s are finite, or missing with a reason', (_, compute) => {
    fc.assert(
      fc.property(tables, (table) => {
        const answer = compute(table);
        expect(numbersIn(answer).filter((number) => !Number.isFinite(number))).toEqual([]);
        for (const { value, status, interval, standardError } of estimatesIn(answer)) {
          if (value === null) expect([status === 'OK', interval, standardError]).toEqual([false, null, null]);
        }
      }),
    );
  });
});

const PANELS = { interviewers: [1, 3], questions: [1, 6], draws: 100, cost: { minutesPerQuestion: 8, hourlyCost: 90 } };
