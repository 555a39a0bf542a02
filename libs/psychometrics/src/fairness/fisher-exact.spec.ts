import * as fc from 'fast-check';
import { type Outcome, fisherExact, twoProportionZ } from '..';
import { fallingUpperTail, greatest, least, logDensity, mode } from './hypergeometric';

const of = (selected: number, applicants: number): Outcome => ({ selected, applicants });

const outcome = (most: number): fc.Arbitrary<Outcome> =>
  fc.nat(most).chain((applicants) => fc.nat(applicants).map((selected) => ({ applicants, selected })));

const expectRelative = (value: number, wanted: number, parts: number) => expect(Math.abs(value / wanted - 1)).toBeLessThan(parts);

describe("Fisher's exact test", () => {
  it('is 17/70 for the lady who tasted tea, 34/70 two-sided', () => {
    // Fisher (1935); Agresti (1990), Categorical Data Analysis, p. 61: .243 and .486. By hand: (16 + 1) / 70.
    const { lower, upper, twoSided, midPLower } = fisherExact(of(1, 4), of(3, 4));
    expectRelative(lower, 17 / 70, 1e-14);
    expectRelative(upper, 69 / 70, 1e-14);
    expectRelative(twoSided, 34 / 70, 1e-14);
    expectRelative(midPLower, 9 / 70, 1e-14);
  });

  it("is that of Fisher's convicted twins", () => {
    // R documentation of fisher.test: 2 of 17 and 10 of 13, p = 0.0005367 two-sided, 0.0004652 one-sided.
    const { lower, twoSided } = fisherExact(of(2, 17), of(10, 13));
    expect(twoSided).toBeCloseTo(0.0005367, 7);
    expect(lower).toBeCloseTo(0.0004652, 7);
  });

  // R 4.2.2, fisher.test, two-sided, "less" and "greater".
  it.each([
    [3, 15, 9, 20, 0.162919116478627, 0.1180014831294029, 0.9735817575083426],
    [0, 50, 7, 60, 0.01527542079262645, 0.01213655330447831, 1],
    [50, 50, 40, 60, 1.379920258712162e-6, 1, 9.539990151713721e-7],
    [700, 2000, 1500, 4000, 0.06073182466819443, 0.03087123697939247, 0.9728957854151357],
    [7, 10, 2, 9, 0.06977851869492746, 0.9955075883868454, 0.05125679274286095],
    [5, 10, 5, 10, 1, 0.6718591006516704, 0.6718591006516704],
  ])('of %i of %i against %i of %i is as in R', (a, n, b, m, twoSided, lower, upper) => {
    const ours = fisherExact(of(a, n), of(b, m));
    expectRelative(ours.twoSided, twoSided, 1e-11);
    expectRelative(ours.lower, lower, 1e-11);
    expectRelative(ours.upper, upper, 1e-11);
  });

  // Computed with mpmath 1.3 at 40 digits from log gamma.
  it.each([
    [500_000, 1_000_000, 499_000, 1_000_000, 0.15771450478811259, 0.92155785508606837, 0.078857252394056296],
    [1000, 1_000_000, 1200, 1_000_000, 2.159102792869686e-5, 1.079551396434843e-5, 0.99999108719956018],
    [20, 1_000_000, 45, 900_000, 0.00043998751589557725, 0.00030132804413240581, 0.99988670658336356],
  ])('of %i of %i against %i of %i stays exact', (a, n, b, m, twoSided, lower, upper) => {
    const ours = fisherExact(of(a, n), of(b, m));
    expectRelative(ours.twoSided, twoSided, 1e-10);
    expectRelative(ours.lower, lower, 1e-10);
    expectRelative(ours.upper, upper, 1e-10);
  });

  it('of a million against a million far apart is 0 and not NaN', () => {
    const ours = fisherExact(of(400_000, 1_000_000), of(500_000, 1_000_000)); // mpmath: 2.03e-4397
    expect(ours).toEqual({ twoSided: 0, lower: 0, upper: 1, midPLower: 0, midPUpper: 1 });
  });

  it('is 1 where nothing could have come out differently, the mid-p one half', () => {
    for (const [group, other] of [
      [of(0, 0), of(3, 5)],
      [of(3, 5), of(0, 0)],
      [of(0, 0), of(0, 0)],
      [of(0, 4), of(0, 5)],
      [of(4, 4), of(5, 5)],
    ] as const) {
      expect(fisherExact(group, other)).toEqual({ twoSided: 1, lower: 1, upper: 1, midPLower: 0.5, midPUpper: 0.5 });
    }
  });

  it('agrees with the sum over all tables in whole numbers', () => {
    const choose = (n: number, k: number): bigint => {
      let product = 1n;
      for (let j = 1; j <= k; j += 1) product = (product * BigInt(n - k + j)) / BigInt(j);
      return product;
    };
    fc.assert(
      fc.property(outcome(40), outcome(40), (group, other) => {
        const selected = group.selected + other.selected;
        const ways = (x: number) => choose(group.applicants, x) * choose(other.applicants, selected - x);
        const here = ways(group.selected);
        let [twoSided, lower, upper, all] = [0n, 0n, 0n, 0n];
        for (let x = Math.max(0, selected - other.applicants); x <= Math.min(group.applicants, selected); x += 1) {
          all += ways(x);
          if (ways(x) <= here) twoSided += ways(x);
          if (x <= group.selected) lower += ways(x);
          if (x >= group.selected) upper += ways(x);
        }
        const ours = fisherExact(group, other);
        const share = (part: bigint) => Number(part) / Number(all);
        expect(ours.twoSided).toBeCloseTo(share(twoSided), 11);
        expect(ours.lower).toBeCloseTo(share(lower), 11);
        expect(ours.upper).toBeCloseTo(share(upper), 11);
        expect(ours.midPLower).toBeCloseTo(share(lower) - share(here) / 2, 11);
        expect(ours.midPLower + ours.midPUpper).toBeCloseTo(1, 11);
      }),
    );
  });

  it('turns around with the groups, and with selected and not selected', () => {
    fc.assert(
      fc.property(outcome(3000), outcome(3000), (group, other) => {
        const ours = fisherExact(group, other);
        const swapped = fisherExact(other, group);
        const rest = ({ applicants, selected }: Outcome) => of(applicants - selected, applicants);
        const refused = fisherExact(rest(group), rest(other));
        for (const [a, b] of [
          [swapped.twoSided, ours.twoSided],
          [swapped.upper, ours.lower],
          [refused.twoSided, ours.twoSided],
          [refused.upper, ours.lower],
          [ours.lower + ours.upper - 2 * (ours.lower - ours.midPLower), 1],
        ] as const) {
          expect(Math.abs(a - b)).toBeLessThan(1e-10);
        }
        for (const chance of Object.values(ours)) expect(chance >= 0 && chance <= 1).toBe(true);
      }),
    );
  });

  it('tends to the pooled z in large tables', () => {
    const { midPLower } = fisherExact(of(50_200, 100_000), of(50_500, 100_000));
    expect(midPLower * 2).toBeCloseTo(twoProportionZ(of(50_200, 100_000), of(50_500, 100_000)).p ?? NaN, 4);
  });

  it('refuses counts that cannot be', () => {
    for (const wrong of [of(-1, 4), of(5, 4), of(1.5, 4), of(NaN, 4), of(0, -1), of(0, 1e9)]) {
      expect(() => fisherExact(wrong, of(1, 4))).toThrow(RangeError);
      expect(() => fisherExact(of(1, 4), wrong)).toThrow(RangeError);
    }
  });
});

describe('the hypergeometric distribution', () => {
  it('adds up to 1, and is highest at its mode', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(600), (group, others, wish) => {
        const margins = { group, others, selected: Math.min(wish, group + others) };
        const top = mode(margins);
        let sum = 0;
        for (let x = least(margins); x <= greatest(margins); x += 1) {
          expect(logDensity(x, margins)).toBeLessThanOrEqual(logDensity(top, margins) + 1e-11);
          sum += Math.exp(logDensity(x, margins));
        }
        expect(sum).toBeCloseTo(1, 11);
        if (top > least(margins)) expect(fallingUpperTail(top, margins)).toBeLessThan(1);
      }),
    );
  });
});
