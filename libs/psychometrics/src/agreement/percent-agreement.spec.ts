import { percentAgreement } from '..';
import { ANXIETY, KRIPPENDORFF_2011, tableOf } from './published-ratings';

describe('percent agreement', () => {
  it('is .8182 for the four raters of irrCAC, of eleven units', () => {
    // irrCAC 1.0, pa.coeff.raw(cac.raw4raters): pa 0.8181818.
    const { value, n, raters } = percentAgreement(tableOf(KRIPPENDORFF_2011));
    expect(value).toBeCloseTo(9 / 11, 14);
    expect([n, raters]).toEqual([40, 4]);
  });

  it('has the standard error and interval of irrCAC where nothing is missing', () => {
    // irrCAC 1.0, pa.coeff.raw(anxiety): 0.18333, standard error 0.03804, (0.104, 0.263).
    const { value, standardError, interval } = percentAgreement(tableOf(ANXIETY));
    expect(value).toBeCloseTo(0.183333333333333, 14);
    expect(standardError).toBeCloseTo(0.03804, 5);
    expect(interval?.lower).toBeCloseTo(0.104, 3);
    expect(interval?.upper).toBeCloseTo(0.263, 3);
  });

  it('counts near misses as agreement within a tolerance', () => {
    const table = tableOf({ A: [1, 2, 5], B: [2, 2, 3], C: [4, 2, null] });
    // By hand: of the first unit no pair agrees, within one point one of three; of the second all; of the third none.
    expect(percentAgreement(table).value).toBeCloseTo(1 / 3, 14);
    expect(percentAgreement(table, { tolerance: 1 }).value).toBeCloseTo((1 / 3 + 1) / 3, 14);
    expect(percentAgreement(table, { tolerance: 2 }).value).toBeCloseTo((2 / 3 + 1 + 1) / 3, 14);
    expect(percentAgreement(table, { tolerance: 1 }).method).toContain('within 1');
  });

  it('takes tenths for what they are written as', () => {
    expect(0.8 - 0.7).toBeGreaterThan(0.1);
    expect(percentAgreement(tableOf({ A: [0.8], B: [0.7] }), { tolerance: 0.1 }).value).toBe(1);
    expect(percentAgreement(tableOf({ A: [0.8], B: [0.7] }), { tolerance: 0.09 }).value).toBe(0);
  });

  it('says why there is none, gives one unit no interval, and stays within 0 and 1', () => {
    expect(percentAgreement(tableOf({ A: [1, null], B: [null, 2] }))).toMatchObject({ value: null, status: 'INSUFFICIENT_DATA', n: 0 });
    expect(percentAgreement(tableOf({ A: [1], B: [1] }))).toMatchObject({ value: 1, standardError: null, interval: null, status: 'OK' });
    expect(percentAgreement(tableOf({ A: [1, 1, 1], B: [1, 1, 2] })).interval).toMatchObject({ lower: 0, upper: 1 });
    expect(percentAgreement(tableOf({ A: [2, 2], B: [2, 2] }))).toMatchObject({ value: 1, standardError: 0, status: 'OK' });
    for (const tolerance of [-1, NaN]) expect(() => percentAgreement(tableOf({ A: [1], B: [1] }), { tolerance })).toThrow(RangeError);
  });
});
