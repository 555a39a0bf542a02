import { seededRandom } from '@touchstone/kernel';
import { chiSquareSurvival } from '../distributions/chi-square-survival';
import { chiSquareDraws } from './chi-square-draws';

describe('draws from chi-square', () => {
  it.each([0.3, 1, 2, 3, 11, 99])('with %d degrees lie uniformly in its tails', (degrees) => {
    const draw = chiSquareDraws(seededRandom(42), degrees);
    const n = 20_000;
    const tails = Array.from({ length: n }, () => chiSquareSurvival(draw(), degrees)).sort((a, b) => a - b);
    // Kolmogorov and Smirnov: 1.95 / sqrt(n) is passed once in a thousand; the seed is fixed.
    const distance = tails.reduce((most, tail, k) => Math.max(most, Math.abs(tail - (k + 0.5) / n)), 0);
    expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
  });

  it('are the same for the same seed', () => {
    const three = (seed: number) => {
      const draw = chiSquareDraws(seededRandom(seed), 4);
      return [draw(), draw(), draw()];
    };
    expect(three(5)).toEqual(three(5));
    expect(three(5)).not.toEqual(three(6));
  });
});
