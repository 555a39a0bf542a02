import { type Rating, type RandomTerm, type RatingTable, fitMixedModel, tabulate } from '..';

/** A column for each pair of item and rater, `item/rater`; a line for each candidate, a point where nothing was rated. */
function panel(columns: string, lines: string): RatingTable {
  const cells = columns.split(' ').map((cell) => cell.split('/'));
  const ratings = lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [candidate, ...scores] = line.trim().split(/\s+/);
      return scores.flatMap((score, k): Rating[] =>
        score === '.' ? [] : [{ candidate: candidate!, item: cells[k]![0]!, rater: cells[k]![1]!, score: Number(score) }],
      );
    });
  const table = tabulate(ratings);
  if (!table.ok) throw new Error('no table');
  return table.value;
}

const components = (table: RatingTable, terms: readonly RandomTerm[]): number[] => {
  const fit = fitMixedModel(table, terms);
  return [...terms, 'residual' as const].map((component) => fit.components[component]!.value!);
};

const expectNear = (actual: readonly (number | null)[], expected: readonly number[], digits: number): void => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, k) => expect(actual[k]).toBeCloseTo(value, digits));
};

/** O. L. Davies & P. L. Goldsmith (1972), Statistical Methods in Research and Production, table 6.7: plates by samples. */
const penicillin = panel(
  'q/A q/B q/C q/D q/E q/F',
  `a 27 23 26 23 23 21
   b 27 23 26 23 23 21
   c 25 21 25 24 24 20
   d 26 23 25 23 23 20
   e 25 22 26 22 23 20
   f 24 22 25 23 22 19
   g 24 20 23 21 22 19
   h 26 22 26 24 24 21
   i 24 21 24 22 22 20
   j 24 21 24 23 22 19
   k 26 23 26 24 24 21
   l 25 22 26 24 24 20
   m 26 24 26 24 25 22
   n 26 23 26 23 23 20
   o 26 23 25 24 24 22
   p 25 22 25 23 23 20
   q 25 21 24 23 23 20
   r 25 22 24 23 23 19
   s 24 21 23 21 21 19
   t 26 23 26 24 24 21
   u 25 21 24 22 22 18
   v 25 22 25 22 22 20
   w 24 21 24 22 24 19
   x 24 21 24 22 21 18`,
);

/** R. L. Brennan (2001), Generalizability Theory, tables 3.1 and 3.2, doi:10.1007/978-1-4757-3456-0. */
const brennan3 = panel(
  'I1/O1 I1/O2 I2/O1 I2/O2 I3/O1 I3/O2 I4/O1 I4/O2',
  `P01 2 2 6 5 7 5 5 5
   P02 4 6 5 7 6 5 7 7
   P03 5 5 5 4 4 5 6 5
   P04 5 5 9 7 8 7 6 6
   P05 4 4 3 5 5 6 6 4
   P06 4 6 4 4 4 7 7 8
   P07 2 2 6 7 6 7 5 5
   P08 3 6 4 6 4 6 5 4
   P09 0 5 5 5 4 5 5 3
   P10 6 6 8 8 7 8 6 6`,
);

const brennan4 = panel(
  'T1/R01 T1/R02 T1/R03 T1/R04 T2/R05 T2/R06 T2/R07 T2/R08 T3/R09 T3/R10 T3/R11 T3/R12',
  `P01 5 6 5 5 5 3 4 5 6 7 3 3
   P02 9 3 7 7 7 5 5 5 7 7 5 2
   P03 3 4 3 3 5 3 3 5 6 5 1 6
   P04 7 5 5 3 3 1 4 3 5 3 3 5
   P05 9 2 9 7 7 7 3 7 2 7 5 3
   P06 3 4 3 5 3 3 6 3 4 5 1 2
   P07 7 3 7 7 7 5 5 7 5 5 5 4
   P08 5 8 5 7 7 5 5 4 3 2 1 1
   P09 9 9 8 8 6 6 6 5 5 8 1 1
   P10 4 4 4 3 3 5 6 5 5 7 1 1`,
);

/** The same, section 7.1: 2, 4 and 2 items in three categories. */
const unbalanced = panel(
  'h1/h1i1 h1/h1i2 h2/h2i1 h2/h2i2 h2/h2i3 h2/h2i4 h3/h3i1 h3/h3i2',
  `P1 4 5 3 3 5 4 5 7
   P2 2 1 2 3 1 4 4 6
   P3 2 4 4 7 6 5 8 7
   P4 1 3 5 4 5 5 4 5
   P5 3 3 6 7 5 7 8 9
   P6 1 2 5 6 4 4 5 6
   P7 3 5 6 8 6 7 7 8
   P8 0 1 1 2 0 4 7 8`,
);

/** P. E. Shrout & J. L. Fleiss (1979), Psychological Bulletin 86(2), 420-428, table 2, doi:10.1037/0033-2909.86.2.420. */
const shroutFleiss = panel(
  'q/J1 q/J2 q/J3 q/J4',
  `S1 9 2 5 8
   S2 6 1 3 2
   S3 8 4 6 8
   S4 7 1 2 6
   S5 10 5 6 9
   S6 6 2 4 7`,
);

/** K. Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C. */
const krippendorff = panel(
  'q/A q/B q/C q/D',
  `U01 1 1 . 1
   U02 2 2 3 2
   U03 3 3 3 3
   U04 3 3 3 3
   U05 2 2 2 2
   U06 1 2 3 4
   U07 4 4 4 4
   U08 1 1 2 1
   U09 2 2 2 2
   U10 . 5 5 5
   U11 . . 1 1
   U12 . 3 . .`,
);

/** J. P. Guilford (1954), Psychometric Methods, 2nd edition, page 282. */
const guilford = panel(
  'at/A at/B at/C ba/A ba/B ba/C cl/A cl/B cl/C da/A da/B da/C en/A en/B en/C',
  `Anne   5 6 5 5 5 5 3 4 5 5 6 7 3 3 3
   Betty  9 8 7 7 7 7 5 5 5 8 7 7 5 2 5
   Chris  3 4 3 3 5 5 3 3 5 7 6 5 1 6 5
   David  7 5 5 3 6 3 1 4 3 3 5 3 3 5 1
   Edward 9 2 9 7 4 7 7 3 7 8 2 7 5 3 7
   Fred   3 4 3 5 4 3 3 6 3 5 4 5 1 2 3
   George 7 3 7 7 3 7 5 5 7 5 5 5 5 4 7`,
);

describe('the mixed model on published panels', () => {
  it('gives the figures that the documentation of lme4 prints for Penicillin', () => {
    // D. Bates et al. (2015), doi:10.18637/jss.v067.i01, and ?Penicillin: standard deviations, REML criterion, intercept with its error.
    const fit = fitMixedModel(penicillin, ['candidate', 'rater']);
    expect(fit.status).toBe('OK');
    const deviations = ([fit.components.candidate, fit.components.rater, fit.components.residual] as const).map((figure) =>
      Math.sqrt(figure!.value!),
    );
    expectNear(deviations, [0.84671, 1.93157, 0.54992], 4);
    expect((-2 * fit.logLikelihood!).toFixed(1)).toBe('330.9');
    expect(fit.mean.value!.toFixed(4)).toBe('22.9722');
    expect(fit.mean.standardError!.toFixed(4)).toBe('0.8086');
  });

  it('gives the components that Brennan prints for p×i×o and p×(r:t)', () => {
    const crossed = components(brennan3, ['candidate', 'item', 'rater', 'candidate:item', 'candidate:rater', 'rater:item']);
    expect(crossed.map((value) => value.toFixed(4))).toEqual(['0.5528', '0.4417', '0.0074', '0.5750', '0.1009', '0.1565', '0.9352']);
    const nested = components(brennan4, ['candidate', 'item', 'rater:item', 'candidate:item']);
    expect(nested.map((value) => value.toFixed(4))).toEqual(['0.4731', '0.3252', '0.6475', '0.5596', '2.3802']);
  });

  it('gives the components that follow from the mean squares of Shrout and Fleiss', () => {
    // Mean squares 11.24 between targets, 32.49 between judges, 1.02 residual.
    const [candidate, rater, residual] = components(shroutFleiss, ['candidate', 'rater']);
    expect(candidate).toBeCloseTo((11.24 - 1.02) / 4, 2);
    expect(rater).toBeCloseTo((32.49 - 1.02) / 6, 2);
    expect(residual).toBeCloseTo(1.02, 2);
  });

  it('agrees with lme4 1.1-31 where cells are missing, effects and their errors included', () => {
    const fit = fitMixedModel(krippendorff, ['candidate', 'rater']);
    expectNear(components(krippendorff, ['candidate', 'rater']), [1.372015688, 0.0164409075, 0.2081937921], 7);
    expect(fit.mean.value).toBeCloseTo(2.496590256, 8);
    expect(fit.logLikelihood).toBeCloseTo(-45.10886905, 7);
    expectNear(
      [0, 3, 9, 11].map((candidate) => fit.effects.candidate[candidate]!.value),
      [-1.394998323, 0.4850105054, 2.35211531, 0.4707173417],
      7,
    );
    expectNear(
      fit.effects.rater.map(({ value }) => value),
      [-0.0969662432, -0.03873566448, 0.09309455275, 0.04260735493],
      7,
    );
    // Errors of prediction, by Henderson's equations written out with dense matrices (numpy).
    expectNear(
      [0, 3, 10, 11].map((candidate) => fit.effects.candidate[candidate]!.standardError),
      [0.4191714664, 0.4022731854, 0.4502258436, 0.5253297868],
      7,
    );
  });

  it('agrees with lme4 on an unbalanced nested design', () => {
    const terms: readonly RandomTerm[] = ['candidate', 'item', 'rater:item', 'candidate:item'];
    const fit = fitMixedModel(unbalanced, terms);
    expectNear(components(unbalanced, terms), [1.017819445, 3.637663629, 0.2966656521, 1.02100607, 0.8376930159], 6);
    expect(fit.logLikelihood).toBeCloseTo(-112.7314871, 6);
    expectNear(
      fit.effects.candidate.map(({ value }) => value),
      [0.1357400458, -1.055739909, 0.5823973915, -0.4814661786, 0.9919317167, -0.3724113045, 1.119548101, -0.9199998631],
      6,
    );
  });

  it('puts a component on the boundary at exactly 0, and then agrees with lme4 on the others', () => {
    const terms: readonly RandomTerm[] = ['candidate', 'rater', 'item', 'candidate:item', 'candidate:rater', 'rater:item'];
    const fit = fitMixedModel(guilford, terms);
    expect(fit.components.rater!.value).toBe(0);
    expect(fit.components.rater!.standardError).toBeNull();
    expect(fit.effects.rater.map(({ value, interval }) => [value, interval])).toEqual(Array(3).fill([0, null]));
    const expected = [0.4780504929, 0, 0.4327329725, 0.3203688947, 1.300769156, 0.05735663804, 1.18333776];
    expectNear(components(guilford, terms), expected, 7);
    expect(fit.logLikelihood).toBeCloseTo(-192.4523962, 6);
  });
});
