import fc from 'fast-check';
import { checkRelation } from './check-relation';

const outcome = (text: string): string => {
  const check = checkRelation(text);
  return check.holds === true ? 'holds' : check.says;
};

describe('a relation between numbers', () => {
  it.each([
    '2 + 2 = 4',
    '2 + 3 * 4 = 14',
    '(2 + 3) * 4 = 20',
    '7 - 2 - 1 = 4',
    '24 / 4 / 2 = 3',
    '1,200,000,000 = 400 * 2,070,000 + 372,000,000',
    '92,753.6 MiB = 90.6 GiB',
    '3 * 4 = 12 = 24 / 2',
    '1 GiB = 1,024 MiB = 1,073,741,824 B',
    '1 GB = 1,000 MB',
    '90 min = 1.5 h',
    '02:15 + 58.1 min = 03:13',
    '23:50 + 20 min = 00:10',
    '10:50 - 2375 s = 10:10:25',
    '2026-05-12 + 31 d = 2026-06-12',
    '2024-02-28 + 2 d = 2024-03-01',
    '2026-06-23 - 2026-06-12 = 11 d',
    '18 % * 312,500 = 56,250',
    '23 / 68 = 34 %',
    '9.0e9 / 86,400 = 104,167',
    'max(256 MiB, 5 * 160 MiB) = 800 MiB',
    'ceil(10 / 3) = 4',
    '-2 + 5 = 3',
    '97 ~ 100',
    '3 < 4',
    '4 >= 4',
    '2 × 3 = 6',
    '1.44 TB / 50 MB/s = 8 h',
    '50 MB/s * 8 h = 1.44 TB',
    '312,500/s * 400 B = 125 MB/s',
    '48,000 / 10 min = 80/s',
    '190,000 / 80/s = 39 min + 35 s',
    '10:50 - 190,000 / 80/s = 10:10:25',
    '60/min = 1 /s',
    '12 GB / 4 h = 3 GB/h',
    '12 / 4 / 3 = 1',
  ])('%s', (text) => {
    expect(outcome(text)).toBe('holds');
  });

  it.each([
    ['2 + 2 = 5', 'the sides come to 4 and 5'],
    ['92,753.6 MiB = 90.5 GiB', 'the sides come to 90.5797 GiB and 90.5 GiB'],
    ['23 / 68 = 35 %', 'the sides come to 0.3382 and 0.35'],
    ['02:15 + 58 min = 03:14', 'the sides come to 11,580 s and 11,640 s'],
    ['2026-05-12 + 30 d = 2026-06-12', 'the sides come to 1,781,136,000 s and 1,781,222,400 s'],
    ['90 ~ 100', 'the sides come to 90 and 100'],
    ['4 < 4', 'the sides come to 4 and 4'],
    ['1 GB + 1 s = 2', 'an amount of bytes and a time cannot be added'],
    ['1 GB = 1', 'an amount of bytes and a plain number cannot be compared'],
    ['1 GB * 1 GB = 1', 'something of another unit and a plain number cannot be compared'],
    ['1.44 TB / 50 MB/s = 9 h', 'the sides come to 28,800 s and 32,400 s'],
    ['50 MB/s = 50 MB', 'bytes in a time and an amount of bytes cannot be compared'],
    ['1 / 0 = 1', 'nothing can be divided by zero'],
    ['2 + = 4', 'a number is missing'],
    ['(2 + 2 = 4', 'a bracket is never closed'],
    ['2 2 = 4', 'an operator is missing'],
    ['2 + 2', 'a relation needs a comparison such as "="'],
    ['', 'a relation needs a comparison such as "="'],
    ['2 apples = 2', '"apples" is neither a unit nor one of min, max, round, floor, ceil'],
    ['constructor(2) = 2', '"constructor" is neither a unit nor one of min, max, round, floor, ceil'],
    ['2 = 2 ; 3', '";" means nothing here'],
  ])('%s: %s', (text, says) => {
    expect(outcome(text)).toBe(says);
  });

  it('agrees with the arithmetic of the machine', () => {
    const whole = fc.integer({ min: 1, max: 9_999 });
    const operator = fc.constantFrom('+', '-', '*');
    fc.assert(
      fc.property(whole, operator, whole, operator, whole, (a, one, b, other, c) => {
        const text = `${a} ${one} ${b} ${other} ${c}`;
        const value = Function(`return ${text}`)() as number;
        expect(outcome(`${text} = ${value}`.replace('= -', '= 0 - '))).toBe('holds');
        expect(outcome(`${text} = ${value} + 1`)).not.toBe('holds');
      }),
    );
  });

  it('takes a printed number for what it is when rounded, and for nothing else', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, digits) => {
        const exact = value.toFixed(9);
        const printed = Number(exact).toFixed(digits);
        expect(outcome(`1 * ${exact} = ${printed}`)).toBe('holds');
        const off = (Number(printed) + 1.1 * 10 ** -digits).toFixed(digits);
        expect(outcome(`1 * ${exact} = ${off}`)).not.toBe('holds');
      }),
    );
  });

  it('answers to any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,:-+*/()=~<> eMiBsd%x') }), (text) => void outcome(text)));
  });
});
