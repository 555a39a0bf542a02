import * as fc from 'fast-check';
import { seededRandom } from '@touchstone/kernel';
import { type Component, RANDOM_TERMS, type RandomTerm, type Rating, fitMixedModel, generalizabilityStudy } from '..';
import { byDefinition, estimable, ratingsOf, tableOf, variancesOf } from './mixed-model-testing';

const OF: Readonly<Record<Exclude<Component, 'r:i' | 'i:r'>, RandomTerm | 'residual'>> = {
  p: 'candidate',
  r: 'rater',
  i: 'item',
  pr: 'candidate:rater',
  pi: 'candidate:item',
  ir: 'rater:item',
  residual: 'residual',
};

/** Everybody by everybody on everything, with scores of 1 to 3 at random: small enough for components to come out as 0 to the last digit. */
function completePanel(seed: number): Rating[] {
  const random = seededRandom(seed);
  const [candidates, raters, items] = [2 + (seed % 3), 2 + ((seed >> 2) % 2), 2 + ((seed >> 3) % 3)];
  return Array.from({ length: candidates * raters * items }, (_, cell) => ({
    candidate: `c${cell % candidates}`,
    rater: `r${Math.floor(cell / candidates) % raters}`,
    item: `i${Math.floor(cell / (candidates * raters))}`,
    score: 1 + Math.floor(3 * random.next()),
  }));
}

describe('a maximum on the boundary', () => {
  it('is exactly 0 where the analysis of variance says exactly 0, and leaves the other components as they are', () => {
    let compared = 0;
    for (let seed = 0; seed < 4000; seed += 1) {
      const table = tableOf(completePanel(seed));
      const { status, components } = generalizabilityStudy(table);
      const expected = components.map(({ component, estimate }) => [OF[component as 'p'], estimate.value ?? NaN] as const);
      const inside = expected.every(([term, value]) => value > 0 || (value === 0 && term !== 'residual'));
      if (status !== 'OK' || !inside || expected.every(([, value]) => value > 0)) continue;
      compared += 1;
      const fit = fitMixedModel(table, RANDOM_TERMS);
      expect(fit.status).toBe('OK');
      for (const [term, value] of expected) {
        if (value === 0) expect(fit.components[term]!.value).toBe(0);
        else expect(fit.components[term]!.value).toBeCloseTo(value, 7);
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('is not beaten by any choice of terms that are left out, which is to say set to 0', () => {
    let compared = 0;
    for (let seed = 0; seed < 12; seed += 1) {
      const ratings = ratingsOf({
        candidates: 2 + (seed % 5),
        raters: 2 + (seed % 3),
        items: 1 + (seed % 4),
        rated: seed % 2 === 0 ? 1 : 0.7,
        seed,
      });
      if (ratings.length < 5) continue;
      const table = tableOf(ratings);
      const terms = estimable(table);
      const whole = fitMixedModel(table, terms);
      if (whole.logLikelihood === null || whole.components.residual!.value! < 1e-3) continue;
      compared += 1;
      for (let choice = 0; choice < 1 << terms.length; choice += 1) {
        const part = fitMixedModel(
          table,
          terms.filter((_, t) => ((choice >> t) & 1) === 1),
        );
        if (part.logLikelihood !== null && part.components.residual!.value! > 1e-3)
          expect(part.logLikelihood).toBeLessThan(whole.logLikelihood + 1e-8);
      }
    }
    expect(compared).toBeGreaterThan(8);
  });

  it('satisfies the conditions of Karush, Kuhn and Tucker: no way up along any component, no way at all at 0', () => {
    let onBoundary = 0;
    for (let seed = 0; seed < 36; seed += 1) {
      const ratings = ratingsOf({
        candidates: 2 + (seed % 4),
        raters: 2 + (seed % 3),
        items: 1 + (seed % 5),
        rated: 0.6 + 0.4 * (seed % 2),
        seed,
      });
      if (ratings.length < 6) continue;
      const table = tableOf(ratings);
      const terms = estimable(table);
      const fit = fitMixedModel(table, terms);
      expect(fit.status).toBe('OK');
      const variances = variancesOf(fit);
      const residual = variances[terms.length]!;
      if (residual < 1e-3) continue;
      const at = (moved: number, by: number): number =>
        byDefinition(
          table,
          terms,
          variances.map((value, t) => (t === moved ? value + by : value)),
        ).logLikelihood;
      // Central differences inside; at 0 the parabola through three points on the one side there is.
      variances.forEach((value, t) => {
        const step = 1e-3 * (value > 0 ? value : residual);
        const inside = value > 0;
        if (!inside) onBoundary += 1;
        const slope = inside ? (at(t, step) - at(t, -step)) / 2 : (4 * at(t, step) - at(t, 2 * step) - 3 * at(t, 0)) / 2;
        // Per thousandth of the component, or of the residual: next to nothing inside, at most next to nothing at 0.
        if (inside) expect(Math.abs(slope)).toBeLessThan(1e-7);
        else expect(slope).toBeLessThan(1e-7);
      });
    }
    expect(onBoundary).toBeGreaterThan(15);
  });
});

describe('names', () => {
  it('decide nothing, at a boundary or elsewhere: the same bits under any names', () => {
    const panel = fc.record({
      candidates: fc.integer({ min: 2, max: 5 }),
      raters: fc.integer({ min: 2, max: 4 }),
      items: fc.integer({ min: 1, max: 12 }),
      rated: fc.constantFrom(1, 0.8, 0.6),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(panel, fc.integer(), (shape, names) => {
        // Coarse scores, so that many a component comes out as 0.
        const ratings = ratingsOf(shape).map((rating) => ({ ...rating, score: Math.round(rating.score / 2) }));
        fc.pre(ratings.length > 3);
        const renamed = withOtherNames(ratings, names);
        const [table, other] = [tableOf(ratings), tableOf(renamed)];
        for (const terms of [estimable(table), estimable(table).filter((term) => term !== 'candidate:item' && term !== 'rater:item')]) {
          const [one, two] = [fitMixedModel(table, terms), fitMixedModel(other, terms)];
          expect(one.status).not.toBe('NOT_CONVERGED');
          expect([two.status, two.reason]).toEqual([one.status, one.reason]);
          if (one.status !== 'OK') continue;
          variancesOf(two).forEach((value, t) => expect(Math.abs(value - variancesOf(one)[t]!)).toBeLessThan(1e-9));
          const byName = new Map(renamed.map(({ candidate }, row) => [candidate, ratings[row]!.candidate]));
          two.candidateScores.forEach(({ value }, c) => {
            const same = one.candidateScores[table.candidates.indexOf(byName.get(other.candidates[c]!)!)]!.value!;
            expect(Math.abs(value! - same)).toBeLessThan(1e-9);
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('give the same bits where no two candidates, raters or items have the same ratings', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const ratings = ratingsOf({ candidates: 6, raters: 4, items: 5, rated: 0.8, seed });
      const [one, two] = [ratings, withOtherNames(ratings, seed)].map((rows) => fitMixedModel(tableOf(rows), RANDOM_TERMS));
      expect(variancesOf(two!)).toEqual(variancesOf(one!));
      expect(two!.mean).toEqual(one!.mean);
      const sorted = (fit: typeof one): number[] => fit!.candidateScores.map(({ value }) => value!).sort((a, b) => a - b);
      expect(sorted(two)).toEqual(sorted(one));
    }
  });
});

/** The same ratings, every name another, so that their order is another too. */
function withOtherNames(ratings: readonly Rating[], seed: number): Rating[] {
  const random = seededRandom(seed);
  const names = new Map<string, string>();
  const named = (name: string): string => {
    const known = names.get(name) ?? `${Math.floor(1e9 * random.next())} ${name}`;
    names.set(name, known);
    return known;
  };
  return ratings.map(({ candidate, rater, item, score }) => ({
    candidate: named(candidate),
    rater: named(rater),
    item: named(item),
    score,
  }));
}
