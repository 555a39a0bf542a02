import type { Rating, Scale } from '../ratings/rating';
import type { RatingTable } from '../ratings/rating-table';
import { tabulate } from '../ratings/tabulate';

/** Ratings as the journals print them: for each rater a column, one line per unit, null where the rater gave none. Data for tests. */
export interface Columns {
  readonly [rater: string]: readonly (number | null)[];
}

export function tableOf(columns: Columns, scale?: Scale): RatingTable {
  const ratings: Rating[] = [];
  for (const [rater, scores] of Object.entries(columns)) {
    scores.forEach((score, unit) => {
      if (score !== null) ratings.push({ candidate: `U${String(unit + 1).padStart(3, '0')}`, rater, item: 'q', score });
    });
  }
  const table = tabulate(ratings, { scale });
  if (!table.ok) throw new RangeError(table.error.map(({ message }) => message).join(' '));
  return table.value;
}

/** For each pair of scores of two raters A and B the number of units; from a printed cross table, A down, B across, scores from 1. */
export function crossTabulated(counts: readonly (readonly number[])[]): RatingTable {
  const a: number[] = [];
  const b: number[] = [];
  counts.forEach((row, first) => {
    row.forEach((count, second) => {
      for (let unit = 0; unit < count; unit += 1) {
        a.push(first + 1);
        b.push(second + 1);
      }
    });
  });
  return tableOf({ A: a, B: b }, { min: 1, max: counts.length });
}

/** For each unit how many raters gave each score from 1 on; which rater gave which is not published and does not matter. */
export function distributed(counts: readonly (readonly number[])[]): RatingTable {
  const units = counts.map((row) => row.flatMap((count, index) => Array.from({ length: count }, () => index + 1)));
  const raters = units[0]?.length ?? 0;
  const columns = Array.from({ length: raters }, (_, rater) => [`R${rater + 1}`, units.map((scores) => scores[rater] ?? null)] as const);
  return tableOf(Object.fromEntries(columns), { min: 1, max: counts[0]?.length ?? 0 });
}

/** K. Krippendorff (2011), Computing Krippendorff's alpha-reliability, sections C and D; cac.raw4raters of Gwet's irrCAC. */
export const KRIPPENDORFF_2011 = {
  A: [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  B: [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  C: [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  D: [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
};

/** J. Cohen (1968), Psychological Bulletin 70, Table 1: 200 patients, personality disorder, neurosis, psychosis. */
export const COHEN_1968 = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];
/** What Cohen lets each disagreement weigh. */
export const COHEN_1968_WEIGHTS = [
  [0, 1, 3],
  [1, 0, 6],
  [3, 6, 0],
];

/**
 * J. L. Fleiss (1971), Psychological Bulletin 76, Table 1: 30 patients, 6 psychiatrists; depression, personality disorder, schizophrenia,
 * neurosis, other.
 */
export const FLEISS_1971 = [
  ['00060', '03003', '01401', '00006', '03030', '20400', '00402', '20310', '20040', '00006'],
  ['10050', '11040', '03300', '10050', '02031', '00501', '30012', '51000', '02040', '10203'],
  ['00006', '01050', '02013', '20040', '10041', '05010', '40002', '02040', '10500', '00006'],
]
  .flat()
  .map((line) => Array.from(line, Number));

/** Twenty subjects' anxiety rated by three raters from 1 to 6: data set `anxiety` of the R package irr 0.84.1. */
export const ANXIETY = {
  rater1: [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  rater2: [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  rater3: [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
};

/** Wikipedia, "Krippendorff's alpha", a computational example: 3 coders, 15 units. */
export const THREE_CODERS = {
  A: [null, null, null, null, null, 3, 4, 1, 2, 1, 1, 3, 3, null, 3],
  B: [1, null, 2, 1, 3, 3, 4, 3, null, null, null, null, null, null, null],
  C: [null, null, 2, 1, 3, 4, 4, null, 2, 1, 1, 3, 3, null, 4],
};
