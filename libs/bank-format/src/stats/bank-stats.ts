import type { BankQuestion } from '../bank-file';
import { counted, lengthCue } from '../lint/bank-patterns';
import { exhibitLines } from '../lint/lengths';
import { countWords, gradeOf } from '../lint/words';

/** How often each name occurs; `of`: questions that say one. */
export interface Count {
  readonly what: string;
  readonly of: number;
  readonly names: readonly { readonly name: string; readonly count: number }[];
}

/** Least, middle and most of a measure. The middle of an even number of values is the lower one. */
export interface Spread {
  readonly what: string;
  readonly of: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** What a bank looks like. `lengthCue`: correlation of level and length of anchors, `null` where it has no meaning. */
export interface BankStats {
  readonly questions: number;
  readonly counts: readonly Count[];
  readonly spreads: readonly Spread[];
  readonly lengthCue: number | null;
}

export function bankStats(questions: readonly BankQuestion[]): BankStats {
  const count = (what: string, namesOf: (question: BankQuestion) => readonly (string | undefined)[]): Count => {
    const { of, names } = counted(questions.flatMap(namesOf));
    return { what, of, names: names.map(({ name, count: times }) => ({ name, count: times })) };
  };
  const spread = (what: string, valuesOf: (question: BankQuestion) => readonly (number | null)[]): Spread[] => {
    const values = questions
      .flatMap(valuesOf)
      .filter((value) => value !== null)
      .sort((a, b) => a - b);
    const [least, most, median] = [values[0], values.at(-1), values[Math.floor((values.length - 1) / 2)]];
    return least === undefined || most === undefined || median === undefined ? [] : [{ what, of: values.length, least, median, most }];
  };
  return {
    questions: questions.length,
    counts: [
      count('category', ({ category }) => [category]),
      count('kind', ({ kind, form }) => [form === undefined ? kind : `${kind}, ${form}`]),
      count('difficulty', ({ difficulty }) => [String(difficulty)]),
      count('seniority', ({ seniority }) => [seniority.join(', ')]),
      count('usage', ({ usage }) => [usage]),
      count('status', ({ record }) => [record?.status]),
      count('culprit', ({ plot }) => [plot?.culprit]),
      count('first guess', ({ plot }) => [plot?.firstGuess]),
      count('ending', ({ plot }) => [plot?.ending]),
      count('industry', ({ plot }) => [plot?.industry]),
      count('exhibit format', ({ exhibits }) => exhibits.map(({ format }) => format)),
    ].filter(({ of }) => of > 0),
    spreads: [
      ...spread('minutes', ({ minutes }) => [minutes.target]),
      ...spread('words of the prompt', ({ prompt }) => [countWords(prompt)]),
      ...spread('words of the context', ({ context }) => (context === undefined ? [] : [countWords(context)])),
      ...spread('lines of exhibits', (question) => [exhibitLines(question)]),
      ...spread('words of the model answer', ({ modelAnswer }) => (modelAnswer === undefined ? [] : [countWords(modelAnswer)])),
      ...[1, 2, 3, 4, 5].flatMap((level) =>
        spread(`words of anchors, level ${level}`, ({ rubric }) =>
          rubric.criteria.flatMap(({ anchors }) =>
            anchors[String(level)] === undefined ? [] : [countWords(anchors[String(level)] ?? '')],
          ),
        ),
      ),
      ...spread('criteria', ({ rubric }) => [rubric.criteria.length]),
      ...spread('probes', ({ probes }) => [probes.length]),
      ...spread('years of school to read the page', ({ context = '', prompt }) => {
        const grade = gradeOf(`${context}\n\n${prompt}`);
        return [grade === null ? null : Math.round(grade * 10) / 10];
      }),
    ],
    lengthCue: lengthCue(questions),
  };
}
