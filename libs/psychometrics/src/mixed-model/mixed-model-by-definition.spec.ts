import * as fc from 'fast-check';
import { type MixedModelFit, RANDOM_TERMS, type RandomTerm, fitMixedModel } from '..';
import { choleskyFactor } from '../matrices/cholesky-factor';
import { choleskyInverse } from '../matrices/cholesky-inverse';
import { byDefinition, estimable, ratingsOf, tableOf, variancesOf } from './mixed-model-testing';

const shape = fc.record({
  candidates: fc.integer({ min: 2, max: 8 }),
  raters: fc.integer({ min: 2, max: 5 }),
  items: fc.integer({ min: 1, max: 5 }),
  rated: fc.double({ min: 0.5, max: 1, noNaN: true }),
  seed: fc.integer(),
});

/** Tables that have something to estimate, with the terms that can be. */
const withTerms = shape
  .map(ratingsOf)
  .filter((ratings) => ratings.length > 4)
  .map(tableOf)
  .chain((table) => {
    const terms = estimable(table);
    return fc.tuple(fc.constant(table), fc.subarray(terms, { minLength: Math.min(1, terms.length) }));
  });

describe('the mixed model, by another path', () => {
  it('has the likelihood, the predictions and their errors that follow from the covariance of all ratings', () => {
    fc.assert(
      fc.property(withTerms, ([table, terms]) => {
        const fit = fitMixedModel(table, terms, { covariance: true });
        fc.pre(fit.status === 'OK' && fit.components.residual!.value! > 1e-3);
        const dense = byDefinition(table, terms, variancesOf(fit));
        expect(fit.logLikelihood).toBeCloseTo(dense.logLikelihood, 7);
        expect(fit.mean.value).toBeCloseTo(dense.mean, 8);
        expect(fit.mean.standardError).toBeCloseTo(Math.sqrt(dense.meanVariance), 8);
        const names = [...terms, 'residual' as const];
        const inside = names.filter((component) => fit.components[component]!.value! > 0);
        const at = inside.map((component) => names.indexOf(component));
        const factor = choleskyFactor(Float64Array.from(at.flatMap((t) => at.map((u) => dense.information[t]![u]!))), at.length);
        const errors = factor && choleskyInverse(factor, at.length);
        inside.forEach((component, k) => {
          const { standardError } = fit.components[component]!;
          const variance = errors?.[k * (at.length + 1)] ?? Infinity;
          // Where the information is nearly singular the error is as good as unknown, on either path.
          if (standardError !== null && variance < 1e3) expect(standardError / Math.sqrt(variance)).toBeCloseTo(1, 4);
        });
        for (const facet of ['candidate', 'rater', 'item'] as const) {
          fit.effects[facet].forEach((effect, level) => {
            const expected = dense.effect(facet, level);
            expect(effect.value).toBeCloseTo(expected.value, 7);
            expect(effect.standardError! ** 2).toBeCloseTo(expected.errorOf(level), 7);
          });
        }
        const candidates = fit.candidateScores.length;
        for (let one = 0; one < candidates; one += 1) {
          const expected = dense.effect('candidate', one);
          expect(fit.candidateScores[one]!.value).toBeCloseTo(dense.mean + expected.value, 7);
          for (let other = 0; other < candidates; other += 1) {
            const common = dense.meanVariance + expected.withMean + dense.effect('candidate', other).withMean;
            expect(fit.candidateCovariance![one * candidates + other]).toBeCloseTo(common + expected.errorOf(other), 7);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands at a maximum: no component can be moved to a greater likelihood', () => {
    fc.assert(
      fc.property(withTerms, ([table, terms]) => {
        const fit = fitMixedModel(table, terms);
        fc.pre(fit.status === 'OK' && fit.components.residual!.value! > 1e-3);
        const variances = variancesOf(fit);
        const best = byDefinition(table, terms, variances).logLikelihood;
        variances.forEach((variance, moved) => {
          const scale = Math.max(variance, 1e-3 * variances[terms.length]!);
          for (const by of [0.01 * scale, -0.01 * scale]) {
            if (variance + by < 0) continue;
            const beside = variances.map((value, t) => (t === moved ? value + by : value));
            expect(byDefinition(table, terms, beside).logLikelihood).toBeLessThan(best + 1e-9);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the mixed model of panels with more effects than ratings', () => {
  it('has an answer each time, with a likelihood that equal variances or any small residual do not beat', () => {
    let vanished = 0;
    for (let seed = 0; seed < 120; seed += 1) {
      const ratings = ratingsOf({ candidates: 3 + (seed % 3), raters: 3, items: 3, rated: 0.5, seed });
      if (ratings.length < 8) continue;
      const table = tableOf(ratings);
      const terms = estimable(table);
      const fit = fitMixedModel(table, terms);
      expect(fit.status).toBe('OK');
      const variances = variancesOf(fit);
      variances.forEach((value) => expect(value).toBeGreaterThanOrEqual(0));
      if (fit.logLikelihood === null) continue;
      if (variances[terms.length] === 0) vanished += 1;
      const mean = variances.reduce((sum, value) => sum + value / variances.length, 0);
      const even = variances.map(() => mean);
      const inside = variances.map((value, t) => (t === terms.length ? Math.max(value, 0.01 * mean) : value));
      for (const other of [even, inside]) {
        expect(byDefinition(table, terms, other).logLikelihood).toBeLessThan(fit.logLikelihood + 1e-4);
      }
    }
    expect(vanished).toBeGreaterThan(0);
  });
});

describe('the mixed model under changes that change nothing', () => {
  it('gives the same bits for shuffled rows', () => {
    fc.assert(
      fc.property(
        shape
          .map(ratingsOf)
          .filter((ratings) => ratings.length > 4)
          .chain((ratings) => fc.tuple(fc.constant(ratings), fc.shuffledSubarray(ratings, { minLength: ratings.length }))),
        ([ratings, shuffled]) => {
          const terms = estimable(tableOf(ratings));
          expect(fitMixedModel(tableOf(shuffled), terms)).toEqual(fitMixedModel(tableOf(ratings), terms));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('moves with a shift, stretches with a scale, and follows new names', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }), (given, shift, scale) => {
        const ratings = ratingsOf(given);
        fc.pre(ratings.length > 4);
        const table = tableOf(ratings);
        const terms = estimable(table);
        const one = fitMixedModel(table, terms);
        fc.pre(one.status === 'OK' && one.components.residual!.value! > 1e-3);
        const renamed = ratings.map((rating) => ({
          ...rating,
          candidate: `z${9 - Number(rating.candidate.slice(1))}`,
          score: scale * rating.score + shift,
        }));
        const two = fitMixedModel(tableOf(renamed), terms);
        variancesOf(one).forEach((value, t) => expect(variancesOf(two)[t]! / scale ** 2).toBeCloseTo(value, 6));
        expect((two.mean.value! - shift) / scale).toBeCloseTo(one.mean.value!, 6);
        expect(two.logLikelihood! + (ratings.length - 1) * Math.log(scale)).toBeCloseTo(one.logLikelihood!, 5);
        const values = (fit: MixedModelFit): number[] => fit.effects.candidate.map(({ value }) => value!);
        values(two)
          .reverse()
          .forEach((value, candidate) => expect(value / scale).toBeCloseTo(values(one)[candidate]!, 5));
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on which facet is called candidate, rater or item', () => {
    const turn = { candidate: 'rater', rater: 'item', item: 'candidate' } as const;
    const turned = (term: RandomTerm): RandomTerm => {
      const facets = term.split(':').map((facet) => turn[facet as 'candidate']);
      return RANDOM_TERMS.find((name) => name.split(':').length === facets.length && facets.every((facet) => name.includes(facet)))!;
    };
    fc.assert(
      fc.property(
        shape.filter(({ items }) => items > 1),
        (given) => {
          const ratings = ratingsOf({ ...given, candidates: given.candidates + 6 });
          fc.pre(ratings.length > 12);
          const table = tableOf(ratings);
          const terms = estimable(table);
          const other = tableOf(
            ratings.map(({ candidate, rater, item, score }) => ({ rater: candidate, item: rater, candidate: item, score })),
          );
          const [one, two] = [fitMixedModel(table, terms), fitMixedModel(other, terms.map(turned))];
          fc.pre(one.status === 'OK' && one.components.residual!.value! > 1e-3);
          variancesOf(two).forEach((value, t) => expect(value).toBeCloseTo(variancesOf(one)[t]!, 6));
          expect(two.effects.item.map(({ value }) => value!.toFixed(5))).toEqual(one.effects.rater.map(({ value }) => value!.toFixed(5)));
        },
      ),
      { numRuns: 40 },
    );
  });
});
