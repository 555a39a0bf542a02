import { type Rating, type RatingTable, intraclassCorrelations, intraclassFromComponents, tabulate } from '..';

function tableOf(ratings: readonly Rating[]): RatingTable {
  const table = tabulate(ratings);
  if (!table.ok) throw new Error(table.error[0]?.message);
  return table.value;
}
/** Rows are units, digits raters, a point is a gap. */
const matrix = (lines: readonly string[]): RatingTable =>
  tableOf(
    lines.flatMap((line, c) =>
      [...line].flatMap((digit, r) => (digit === '.' ? [] : [{ candidate: `c${c}`, rater: `r${r}`, item: 'q', score: Number(digit) }])),
    ),
  );

/** Shrout and Fleiss (1979), table 2, with 10 as it stands there. */
const SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]; // prettier-ignore
const JUDGES = tableOf(
  SHROUT_FLEISS.flatMap((row, c) => row.map((score, r) => ({ candidate: `c${c}`, rater: `r${r}`, item: 'q', score }))),
);
/** K. Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: twelve units, four observers, gaps. */
const KRIPPENDORFF = ['11.1', '2232', '3333', '3333', '2222', '1234', '4444', '1121', '2222', '.555', '..11', '.3..'];

describe('intraclass correlations from components', () => {
  it('are those of the mean squares where nothing is missing: .29, .71, .62, .91 of Shrout and Fleiss', () => {
    const { forms, components, units, k } = intraclassFromComponents(JUDGES);
    const closed = intraclassCorrelations(JUDGES).forms;
    for (const form of ['2,1', '3,1', '2,k', '3,k'] as const) expect(forms[form].value).toBeCloseTo(closed[form].estimate.value!, 6);
    // (11.2417 - 1.0194) / 4 and (32.4861 - 1.0194) / 6, from their table 3.
    expect(components.unit.value).toBeCloseTo(2.5556, 3);
    expect(components.rater.value).toBeCloseTo(5.2444, 3);
    expect([units, k, forms['2,1'].n, forms['2,1'].raters]).toEqual([6, 4, 24, 4]);
  });

  it('use every rating where some are missing, as lme4 1.1-31 does: .8593 and .8682', () => {
    const { forms } = intraclassFromComponents(matrix(KRIPPENDORFF));
    expect(forms['2,1'].value).toBeCloseTo(0.8593087746, 5);
    expect(forms['3,1'].value).toBeCloseTo(0.868249245, 5);
    expect(forms['2,1'].interval!.lower).toBeGreaterThan(0.5);
    expect(forms['2,1'].interval!.upper).toBeLessThan(1);
  });

  it('take another number of raters for the average', () => {
    const { forms, k } = intraclassFromComponents(JUDGES, { raters: 2 });
    const single = forms['2,1'].value!;
    expect(k).toBe(2);
    expect(forms['2,k'].value).toBeCloseTo((2 * single) / (1 + single), 10);
    expect(() => intraclassFromComponents(JUDGES, { raters: 0 })).toThrow(RangeError);
  });

  it('know answers and candidates as units', () => {
    const twice = tableOf(
      SHROUT_FLEISS.flatMap((row, c) =>
        row.flatMap((score, r) =>
          [-1, 1].map((shift) => ({ candidate: `c${c}`, rater: `r${r}`, item: `q${shift}`, score: score + shift })),
        ),
      ),
    );
    const byCandidate = intraclassFromComponents(twice, { unit: 'CANDIDATE' });
    expect(byCandidate.forms['2,1'].value).toBeCloseTo(0.2897637795, 6);
    expect(byCandidate.units).toBe(6);
    const byAnswer = intraclassFromComponents(twice);
    expect(byAnswer.units).toBe(12);
    expect(byAnswer.forms['2,1'].value).toBeCloseTo(intraclassCorrelations(twice).forms['2,1'].estimate.value!, 6);
  });

  it('say what they cannot have', () => {
    const none = { value: null, interval: null };
    expect(intraclassFromComponents(matrix(['1', '2', '3'])).forms['2,1']).toMatchObject({ ...none, status: 'INSUFFICIENT_DATA' });
    expect(intraclassFromComponents(matrix(['123'])).forms['3,k']).toMatchObject({ ...none, status: 'INSUFFICIENT_DATA' });
    expect(intraclassFromComponents(matrix(['1..', '.2.', '..3'])).forms['2,1']).toMatchObject({ ...none, status: 'INSUFFICIENT_DATA' });
    expect(intraclassFromComponents(matrix(['33', '33'])).forms['2,1']).toMatchObject({ ...none, status: 'CONSTANT' });
    expect(intraclassFromComponents(matrix(['1', '2', '3'])).reason).not.toBeNull();
  });
});
