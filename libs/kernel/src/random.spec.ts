import { seededRandom } from '.';

/** The first words of the generator for these seeds, from a transcription of the authors' C code into Python. */
const SEQUENCES: readonly (readonly [number, readonly number[]])[] = [
  [1, [2442144158, 3238099751, 3819917871, 2104621829, 2021136066]],
  [0, [3809008728, 1133695204, 53579671]],
  [-7, [4105674630, 1549025917, 1462909597]],
];

describe('seeded random numbers', () => {
  it.each(SEQUENCES)('of seed %i are those of xoshiro128**', (seed, words) => {
    const random = seededRandom(seed);
    for (const word of words) expect(random.next()).toBe(word / 2 ** 32);
  });

  it('lie in [0, 1) and spread evenly', () => {
    const random = seededRandom(5);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) counts[Math.floor(random.next() * 10)]! += 1;
    // Chi-square with 9 degrees: above 27.9 once in a thousand seeds.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
    expect(counts).toHaveLength(10);
  });
});
