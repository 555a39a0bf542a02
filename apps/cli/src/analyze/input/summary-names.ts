import type { RatingTable } from '@touchstone/psychometrics';

/** What spreadsheets call a row or a column that sums others up, in the languages that such sheets are written in most. */
const SUMMARY = /^(average|avg|mean|median|total|sum|overall|durchschnitt|mittelwert|summe|gesamt|moyenne|promedio|media|gemiddelde)$/i;

/** A warning for each candidate, rater or item whose name is that of a summary: an average among the ratings would count as one more of them. */
export function summariesNamed({ candidates, raters, items }: Pick<RatingTable, 'candidates' | 'raters' | 'items'>): readonly string[] {
  const kinds = [
    ['a candidate', candidates],
    ['an interviewer', raters],
    ['a question', items],
  ] as const;
  return kinds.flatMap(([kind, names]) =>
    names
      .filter((name) => SUMMARY.test(name.trim()))
      .map((name) => `Look: “${name}” was taken for ${kind}. If it sums others up, take it out of the file.`),
  );
}
