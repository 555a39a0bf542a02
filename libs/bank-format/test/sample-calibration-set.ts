/** As many words as an answer has at least. */
const said = (opening: string): string => `${opening}\n${'word '.repeat(100)}`.trim();

/** Every level of both criteria once; h1 caps c1 at 3 and was given in b, where c1 is 3. */
const levels: readonly (readonly [string, number, number])[] = [
  ['a', 1, 2],
  ['b', 3, 1],
  ['c', 2, 4],
  ['d', 5, 3],
  ['e', 4, 5],
];
/** Answers to `sampleQuestion`, as a file holds them. Each test changes the one thing it is about. */
export const sampleCalibrationSet = {
  format: 'calibration-set/1',
  category: 'spark-tuning',
  question: 'sample-0001',
  questionVersion: 1,
  created: '2026-11-24',
  answers: levels.map(([id, c1, c2]) => ({
    id,
    evidence: id === 'd' ? ['C'] : [],
    hints: id === 'b' ? ['h1'] : [],
    said: said('It was the scheduler, of course, as the two starts show.'),
    ratings: {
      c1: { level: c1, why: "Says 'the scheduler, of course' and 'of course'. Not the leads' opinion." },
      c2: { level: c2, why: 'By the anchor.' },
    },
  })),
};
