import type { Rating } from '../ratings/rating';

/*
 * Ratings whose analysis by other programs is published, for the tests of this chapter. Data are facts; each names where it was printed.
 */

/** J. P. Guilford (1954), Psychometric Methods, 2nd edition, 282: seven scientists by three senior ones on five traits, 1 to 9. */
export const GUILFORD: readonly Rating[] = digits(
  ['Avogadro', 'Brahe', 'Cavendish'].flatMap((rater) =>
    ['Attack', 'Basis', 'Clarity', 'Daring', 'Enthusiasm'].map((item) => [rater, item]),
  ),
  {
    Anne: '553536546355573',
    Betty: '975858757277575',
    Chris: '333714536635555',
    David: '731335645553331',
    Edward: '977852432397777',
    Fred: '353514464233353',
    George: '775553355477757',
  },
);

/** R. L. Brennan (2001), Generalizability Theory, Springer, Table 2.2 (synthetic data set 1): ten persons, twelve items, right or wrong. */
export const BRENNAN: readonly Rating[] = digits(
  Array.from({ length: 12 }, (_, k) => ['R1', `I${String(k + 1).padStart(2, '0')}`]),
  {
    P01: '101000000000',
    P02: '111001000000',
    P03: '111110000000',
    P04: '110110010000',
    P05: '111110100000',
    P06: '111011100000',
    P07: '111111100000',
    P08: '111101111100',
    P09: '111111111110',
    P10: '111111111111',
  },
);

/**
 * Stress of mothers near Three Mile Island: how many of each group answered 1, 2, 3 (S. E. Fienberg et al. 1985). The only counts that give the total, count and
 * infit which Facets 4.1.8 prints for each group (file 3mile.out) together with its totals of 147, 713 and 208.
 */
export const THREE_MILE_ISLAND: { readonly [group: string]: readonly number[] } = {
  'LT5 Winter 1979': [14, 69, 32],
  'LT5 Spring 1980': [18, 73, 24],
  'LT5 Fall 1981': [14, 72, 29],
  'LT5 Fall 1982': [18, 70, 27],
  'GT5 Winter 1979': [9, 110, 33],
  'GT5 Spring 1980': [35, 93, 24],
  'GT5 Fall 1981': [17, 116, 19],
  'GT5 Fall 1982': [22, 110, 20],
};

/**
 * Law School Admission Test, section 6: how many of 1,000 examinees answered its five items so (R. D. Bock & M. Lieberman 1970, Psychometrika 35(2),
 * 179-197, doi:10.1007/BF02291262).
 */
export const LSAT6: { readonly [answers: string]: number } = {
  '00000': 3,
  '00001': 6,
  '00010': 2,
  '00011': 11,
  '00100': 1,
  '00101': 1,
  '00110': 3,
  '00111': 4,
  '01000': 1,
  '01001': 8,
  '01011': 16,
  '01101': 3,
  '01110': 2,
  '01111': 15,
  '10000': 10,
  '10001': 29,
  '10010': 14,
  '10011': 81,
  '10100': 3,
  '10101': 28,
  '10110': 15,
  '10111': 80,
  '11000': 16,
  '11001': 56,
  '11010': 21,
  '11011': 173,
  '11100': 11,
  '11101': 61,
  '11110': 28,
  '11111': 298,
};

/** One row of digits for each candidate, in the order of the cells (rater, item). */
function digits(cells: readonly (readonly string[])[], rows: { readonly [candidate: string]: string }): readonly Rating[] {
  return Object.entries(rows).flatMap(([candidate, scores]) =>
    cells.map(([rater, item], k) => ({ candidate, rater: rater!, item: item!, score: Number(scores[k]) })),
  );
}
