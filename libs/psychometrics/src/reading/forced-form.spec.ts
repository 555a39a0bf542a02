import { guessColumns } from './column-guess';
import type { Cell } from './sheet';

const formOf = (rows: readonly (readonly Cell[])[], form?: 'LONG' | 'WIDE') => {
  const guess = guessColumns(rows, { form });
  return 'message' in guess ? guess.message : guess.layout;
};

describe('a form that is stated', () => {
  const oneJudge: readonly (readonly Cell[])[] = [
    ['Candidate', 'Question', 'Score'],
    ['Al', 'q', 3],
    ['Al', 's', 4],
    ['Bo', 'q', 5],
  ];
  const two: readonly (readonly Cell[])[] = [
    ['Candidate', 'First', 'Second'],
    ['Al', 3, 1],
    ['Bo', 4, 2],
  ];

  it('makes the only column of numbers a rater, or the scores', () => {
    expect(formOf(oneJudge)).toMatchObject({ form: 'LONG', score: 2 });
    expect(formOf(oneJudge, 'LONG')).toMatchObject({ form: 'LONG', score: 2 });
    expect(formOf(oneJudge, 'WIDE')).toMatchObject({ form: 'RATER_COLUMNS', item: 1, raters: [{ column: 2, name: 'Score' }] });
  });

  it('makes several columns of numbers raters, or takes the first for the scores', () => {
    expect(formOf(two)).toMatchObject({ form: 'RATER_COLUMNS' });
    expect(formOf(two, 'WIDE')).toMatchObject({ form: 'RATER_COLUMNS' });
    expect(formOf(two, 'LONG')).toMatchObject({ form: 'LONG', candidate: 0, score: 1 });
  });
});
