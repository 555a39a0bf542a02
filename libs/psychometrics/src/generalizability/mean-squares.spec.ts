import { seededRandom } from '@touchstone/kernel';
import { decisionStudy, generalizabilityByReml, generalizabilityStudy, type Rating, type RatingTable, tabulate } from '..';
import { meanSquaresOf } from './mean-squares';

function tableOf(lines: readonly string[]): RatingTable {
  const table = tabulate(
    lines.flatMap((line, c) =>
      line.split(' ').flatMap((block, i) =>
        [...block].flatMap((digit, r): Rating[] => {
          const rater = `r${r}`;
          return digit === '.' ? [] : [{ candidate: `p${c}`, item: `i${i}`, rater, score: Number(digit) }];
        }),
      ),
    ),
  );
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}

/** R. L. Brennan (2001), Generalizability Theory, Springer, synthetic data set 3; P. E. Shrout & J. L. Fleiss (1979), Psychological Bulletin 86, table 2. */
const SET_3 = ['22 65 75 55', '46 57 65 77', '55 54 45 65', '55 97 87 66', '44 35 56 64', '46 44 47 78', '22 67 67 55', '36 46 46 54', '05 55 45 53', '66 88 78 66']; // prettier-ignore
const SHROUT_FLEISS = ['9258', '6132', '8468', '7126', '9569', '6247'];

describe('intervals from restricted maximum likelihood', () => {
  it('are those of the analysis of variance where REML has a complete design without components at 0', () => {
    for (const [table, seed] of [tableOf(SET_3), tableOf(SHROUT_FLEISS)].map((one, k) => [one, k] as const)) {
      const [anova, reml] = [generalizabilityStudy(table), generalizabilityByReml(table)];
      if (anova.components.some(({ estimate }) => estimate.value! <= 0)) continue;
      const [mean, parts] = [meanSquaresOf(anova)!, meanSquaresOf(reml)!];
      parts.degrees.forEach((degrees, k) => expect(degrees).toBeCloseTo(mean.degrees[k]!, 3));
      const options = { interviewers: [1, 4], questions: [2, 8], draws: 20_000, seed };
      decisionStudy(reml, options).forEach(({ g, phi }, k) => {
        const expected = decisionStudy(anova, options)[k]!;
        for (const [own, of] of [
          [g, expected.g],
          [phi, expected.phi],
        ] as const) {
          // prettier-ignore
          expect(own.interval!.lower).toBeCloseTo(of.interval!.lower, 2);
          expect(own.interval!.upper).toBeCloseTo(of.interval!.upper, 2);
        }
      });
    }
  });

  it('stay narrow where many ratings say that candidates hardly differ', () => {
    // 200 candidates, five of thirty raters each, ten questions, nothing but chance: the root of 2 in a rating, and nothing of the candidates.
    const random = seededRandom(11);
    const ratings: Rating[] = [];
    for (let c = 0; c < 200; c += 1) {
      const own = 0.2 * (random.next() - 0.5);
      for (let k = 0; k < 5; k += 1) {
        for (let i = 0; i < 10; i += 1) {
          ratings.push({ candidate: `c${c}`, rater: `r${(c * 7 + k * 11) % 30}`, item: `i${i}`, score: own + 5 * random.next() });
        }
      }
    }
    const table = tabulate(ratings);
    const study = generalizabilityByReml(table.ok ? table.value : tableOf(['1']));
    const { g, phi } = decisionStudy(study, { interviewers: [5], questions: [10] })[0]!;
    // 1/300 of variance between candidates, 25/12 of chance over fifty ratings.
    const truth = 1 / 300 / (1 / 300 + 25 / 12 / 50);
    for (const { interval } of [g, phi]) {
      expect(interval!.lower).toBeLessThan(truth);
      expect(interval!.upper).toBeGreaterThan(truth);
      expect(interval!.upper).toBeLessThan(0.4);
    }
  });

  it('are not to be had where REML puts the candidates at 0, and say so', () => {
    const study = generalizabilityByReml(tableOf(['12 21', '21 12', '11 2.', '22 11']));
    expect([study.status, study.components[0]!.used]).toEqual(['OK', 0]);
    const { phi } = decisionStudy(study, { interviewers: [2], questions: [2] })[0]!;
    expect(phi).toMatchObject({ value: 0, interval: null, method: expect.stringMatching(/no interval: .* at 0/) });
  });
});
