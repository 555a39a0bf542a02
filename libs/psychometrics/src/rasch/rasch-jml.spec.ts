import { categoryProbabilities, raschJml, raschMap } from '..';
import { apart, PANEL, row, tableOf, thresholds, TWO_PANELS, values } from './rasch-testing';
import { simulatedTable } from './simulated-ratings';

const expectClose = (found: readonly (number | null)[], wanted: readonly (number | null)[], digits = 7): void =>
  expect(apart(found, wanted)).toBeLessThan(10 ** -digits);

describe('joint maximum likelihood', () => {
  it('doubles the log odds of two right-or-wrong items (Andersen 1980)', () => {
    // 7 right on p alone, 3 on q alone; all right or all wrong say nothing. p is easier by 2 log(7 / 3); all abilities are equal.
    const candidates = Array.from({ length: 14 }, (_, k) => `c${String(k).padStart(2, '0')}`);
    const answers = candidates.map((_, k) => (k < 7 ? [1, 0] : k < 10 ? [0, 1] : k < 12 ? [1, 1] : [0, 0]));
    const ratings = candidates.flatMap((candidate, k) => [
      row(candidate, 'key', 'p', answers[k]![0]!),
      row(candidate, 'key', 'q', answers[k]![1]!),
    ]);
    const analysis = raschJml(tableOf(ratings, 0, 1));
    expectClose(values(analysis.items), [-Math.log(7 / 3), Math.log(7 / 3)], 10);
    expectClose(values(analysis.candidates.slice(0, 10)), new Array(10).fill(0), 10);
    expect(analysis.items[0]!.conditionalError).toBeCloseTo(1 / Math.sqrt(10 * 0.7 * 0.3), 10);
    expect(analysis.candidates[0]!.conditionalError).toBeCloseTo(1 / Math.sqrt(2 * 0.7 * 0.3), 10);
    expect(analysis.candidates.slice(10).map(({ extreme }) => extreme)).toEqual(['MAXIMUM', 'MAXIMUM', 'MINIMUM', 'MINIMUM']);
    // Placed where 1.7 of 2 are expected: P(x + d) + P(x - d) = 1.7 with d = log(7 / 3).
    const at = analysis.candidates[10]!.measure.value!;
    const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));
    expect(chance(at + Math.log(7 / 3)) + chance(at - Math.log(7 / 3))).toBeCloseTo(1.7, 12);
    expect(analysis.candidates[12]!.measure.value).toBeCloseTo(-at, 10);
  });

  it('ends where one measure after the other is adjusted until nothing moves', () => {
    const table = simulatedTable({ candidates: 10, raters: 3, items: 4, seed: 3 });
    const found = raschJml(table);
    expect([found.status, found.dropped]).toEqual(['OK', []]);
    const ability = new Float64Array(10);
    const severity = new Float64Array(3);
    const difficulty = new Float64Array(4);
    const tau = new Float64Array(4);
    const sweep = (): number => {
      let moved = 0;
      const adjust = (measure: Float64Array, index: number, rows: (r: number) => boolean, sign: number): void => {
        let residual = 0;
        let information = 0;
        for (let r = 0; r < table.score.length; r += 1) {
          if (!rows(r)) continue;
          const logit = ability[table.candidate[r]!]! - severity[table.rater[r]!]! - difficulty[table.item[r]!]!;
          const chances = categoryProbabilities(logit, [...tau]);
          const expected = chances.reduce((sum, p, k) => sum + p * k, 0);
          residual += table.score[r]! - 1 - expected;
          information += chances.reduce((sum, p, k) => sum + p * (k - expected) ** 2, 0);
        }
        measure[index]! += (sign * residual) / information;
        moved = Math.max(moved, Math.abs(residual));
      };
      for (let c = 0; c < 10; c += 1) adjust(ability, c, (r) => table.candidate[r] === c, 1);
      for (let k = 0; k < 3; k += 1) adjust(severity, k, (r) => table.rater[r] === k, -1);
      for (let k = 0; k < 4; k += 1) adjust(difficulty, k, (r) => table.item[r] === k, -1);
      for (let step = 1; step <= 4; step += 1) {
        // Threshold k: those who reached it, against those expected to.
        let residual = 0;
        let information = 0;
        for (let r = 0; r < table.score.length; r += 1) {
          const logit = ability[table.candidate[r]!]! - severity[table.rater[r]!]! - difficulty[table.item[r]!]!;
          const reach = categoryProbabilities(logit, [...tau])
            .slice(step)
            .reduce((sum, p) => sum + p, 0);
          residual += (table.score[r]! - 1 >= step ? 1 : 0) - reach;
          information += reach * (1 - reach);
        }
        tau[step - 1]! -= residual / information;
        moved = Math.max(moved, Math.abs(residual));
      }
      return moved;
    };
    let sweeps = 0;
    while (sweep() > 1e-11 && sweeps < 20000) sweeps += 1;
    const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
    expectClose(
      values(found.raters),
      [...severity].map((value) => value - mean(severity)),
      8,
    );
    expectClose(
      values(found.items),
      [...difficulty].map((value) => value - mean(difficulty)),
      8,
    );
    expectClose(
      thresholds(found),
      [...tau].map((value) => value - mean(tau)),
      8,
    );
    const shift = mean(severity) + mean(difficulty) + mean(tau);
    expectClose(
      values(found.candidates),
      [...ability].map((value) => value - shift),
      8,
    );
  });

  it('renumbers categories that nobody used, or refuses, and says which', () => {
    const ratings = PANEL.map((rating) => ({ ...rating, score: rating.score === 3 ? 4 : rating.score }));
    const renumbered = raschJml(tableOf(ratings));
    expect([renumbered.status, renumbered.unusedCategories]).toEqual(['OK', [3]]);
    expect(renumbered.scales[0]!.categories).toEqual([1, 2, 4, 5]);
    expect(renumbered.categoryCounts.find(({ score }) => score === 3)!.count).toBe(0);
    // As if the scores had been 1, 2, 3, 4: the same measures.
    const closed = raschJml(
      tableOf(
        ratings.map((rating) => ({ ...rating, score: rating.score > 3 ? rating.score - 1 : rating.score })),
        1,
        4,
      ),
    );
    expectClose(values(renumbered.candidates), values(closed.candidates), 10);
    expect(raschJml(tableOf(ratings), { unusedCategories: 'REFUSE' }).status).toBe('INSUFFICIENT_DATA');
    expect(raschJml(tableOf(PANEL), { unusedCategories: 'REFUSE' }).status).toBe('OK');
  });

  it('refuses what the ratings do not join, what does not vary and what has no maximum', () => {
    const parted = raschJml(tableOf(TWO_PANELS));
    expect([parted.status, parted.raters[0]!.measure.value, parted.raters[0]!.measure.status]).toEqual([
      'DISCONNECTED',
      null,
      'DISCONNECTED',
    ]);
    const constant = raschJml(tableOf([row('a', 'r', 'q', 3), row('b', 's', 'q', 3)]));
    expect(constant.status).toBe('CONSTANT');
    // Everybody at an end: nothing is left.
    const ends = raschJml(tableOf([row('a', 'r', 'p', 1), row('a', 's', 'p', 1), row('b', 'r', 'p', 5), row('b', 's', 'p', 5)]));
    expect([ends.status, ends.dropped.length]).toEqual(['CONSTANT', 2]);
    // A and B are only told apart by items that either has all right or all wrong (Fischer 1981): nobody is extreme, and yet nothing keeps A and B together.
    const answers = { A1: '1011', A2: '0111', B1: '0010', B2: '0001' };
    const split = Object.entries(answers).flatMap(([who, right]) =>
      [...right].map((answer, k) => row(who, 'key', 'pqst'[k]!, Number(answer))),
    );
    const open = raschJml(tableOf(split, 0, 1));
    expect([open.status, open.dropped, open.candidates[0]!.measure.value]).toEqual(['NOT_CONVERGED', [], null]);
    expect(raschMap(tableOf(split, 0, 1)).status).toBe('OK');
  });

  it('gives no measure to one whose ratings all went with others, and says so', () => {
    const ratings = [
      ...PANEL,
      row('new', 'kind', 'I0', 5),
      row('C0', 'kind', 'I0', 5),
      row('C1', 'kind', 'I1', 5),
      row('new', 'kind', 'I1', 4),
    ];
    const analysis = raschJml(tableOf([...ratings.slice(0, -1), row('new', 'kind', 'I1', 5)]));
    expect(analysis.dropped.map(({ name }) => name)).toEqual(['new', 'kind']);
    const partial = raschJml(tableOf([...PANEL, row('C0', 'kind', 'I0', 5), row('C1', 'kind', 'I1', 5)]));
    expect(partial.raters.find(({ name }) => name === 'kind')!.measure.status).toBe('EXTREME');
    expect(analysis.candidates.find(({ name }) => name === 'new')!.measure).toMatchObject({ value: null, status: 'EXTREME' });
  });

  it('refuses an adjustment that is none', () => {
    for (const extremeAdjustment of [0, -0.3, 0.6, NaN]) expect(() => raschJml(tableOf(PANEL), { extremeAdjustment })).toThrow(RangeError);
  });

  it('finds partial-credit thresholds that differ between items', () => {
    const shared = raschJml(simulatedTable({ candidates: 60, raters: 4, items: 3, seed: 8 }));
    const own = raschJml(simulatedTable({ candidates: 60, raters: 4, items: 3, seed: 8 }), { model: 'PARTIAL_CREDIT' });
    expect(own.scales.map(({ item }) => item)).toEqual(['I0', 'I1', 'I2']);
    expect(own.logLikelihood).toBeGreaterThan(shared.logLikelihood!);
    expect(shared.scales.map(({ item }) => item)).toEqual([null]);
  });
});
