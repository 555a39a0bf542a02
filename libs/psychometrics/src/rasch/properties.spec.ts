import * as fc from 'fast-check';
import { type RaschAnalysis, raschJml, raschMap, type RatingTable } from '..';
import { apart, isDirty, PANEL, randomRatings, row, tableOf, thresholds, values } from './rasch-testing';

const expectClose = (found: readonly (number | null)[], wanted: readonly (number | null)[], digits = 7): void =>
  expect(apart(found, wanted)).toBeLessThan(10 ** -digits);

const measuresOf = (analysis: RaschAnalysis): Map<string, number | null> =>
  new Map([...analysis.candidates, ...analysis.raters, ...analysis.items].map(({ name, measure }) => [name, measure.value]));

describe.each([
  ['maximum a posteriori', (table: RatingTable) => raschMap(table)],
  ['maximum a posteriori, partial credit', (table: RatingTable) => raschMap(table, { model: 'PARTIAL_CREDIT' })],
  ['joint maximum likelihood', (table: RatingTable) => raschJml(table)],
])('%s', (_, analyse) => {
  const found = analyse(tableOf(PANEL));

  it('centres raters, items and thresholds on 0, and meets its equations', () => {
    const sum = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((all, value) => all + value!, 0);
    expect(found.status).toBe('OK');
    expect(sum(values(found.raters))).toBeCloseTo(0, 8);
    if (found.model === 'RATING_SCALE') expect(sum(values(found.items))).toBeCloseTo(0, 8);
    for (const scale of found.scales) expect(sum(scale.thresholds.map(({ value }) => value))).toBeCloseTo(0, 8);
    expect(found.residual).toBeLessThanOrEqual(1e-9);
  });

  it('does not care for the order of the rows, not by a bit', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...PANEL], { minLength: PANEL.length }), (shuffled) => {
        expect(analyse(tableOf(shuffled))).toEqual(found);
      }),
      { numRuns: 5 },
    );
  });

  it('does not care for names', () => {
    const renamed = analyse(
      tableOf(
        PANEL.map((rating) =>
          row(`x${9 - Number(rating.candidate.slice(1))}`, `y${'dcba'[Number(rating.rater.slice(1))]}`, rating.item, rating.score),
        ),
      ),
    );
    const after = measuresOf(renamed);
    for (const [name, value] of measuresOf(found)) {
      const now = name.startsWith('C')
        ? `x${9 - Number(name.slice(1))}`
        : name.startsWith('R')
          ? `y${'dcba'[Number(name.slice(1))]}`
          : name;
      expect(after.get(now)).toBeCloseTo(value!, 7);
    }
  });

  it('moves with the scale: the same logits, fair averages ten higher', () => {
    const moved = analyse(
      tableOf(
        PANEL.map((rating) => ({ ...rating, score: rating.score + 10 })),
        11,
        15,
      ),
    );
    expectClose(values(moved.candidates), values(found.candidates));
    expectClose(thresholds(moved), thresholds(found));
    expectClose(
      moved.candidates.map(({ fairAverage }) => fairAverage.value! - 10),
      found.candidates.map(({ fairAverage }) => fairAverage.value),
    );
  });

  it('turns round with the scale: every sign flips, thresholds in reverse', () => {
    const turned = analyse(tableOf(PANEL.map((rating) => ({ ...rating, score: 6 - rating.score }))));
    const minus = (numbers: readonly (number | null)[]): number[] => numbers.map((value) => -value!);
    expectClose(values(turned.candidates), minus(values(found.candidates)));
    expectClose(values(turned.raters), minus(values(found.raters)));
    expectClose(values(turned.items), minus(values(found.items)));
    turned.scales.forEach((scale, k) => {
      const before = found.scales[k]!.thresholds.map(({ value }) => value);
      expectClose(
        scale.thresholds.map(({ value }) => value),
        minus(before).reverse(),
      );
    });
    expectClose(
      turned.candidates.map(({ fit }) => fit.infitZ),
      found.candidates.map(({ fit }) => fit.infitZ),
    );
  });

  it('answers any ratings with numbers or a reason', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ratings = randomRatings(seed);
        const analysis = analyse(tableOf(ratings));
        expect(isDirty(analysis)).toBe(false);
        const all = [...analysis.candidates, ...analysis.raters, ...analysis.items];
        expect(all.filter(({ measure }) => measure.value === null && measure.status === 'OK')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
