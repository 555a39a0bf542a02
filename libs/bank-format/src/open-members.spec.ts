import { compareQuestions } from './diff/compare-questions';
import { isOpenPlace } from './open-members';
import { candidateView } from './candidate-view';
import { sampleQuestion, withChange } from '../test/sample-question';
import type { BankQuestion } from './bank-file';

const openChanges = (path: readonly (string | number)[], value: unknown): number =>
  compareQuestions(sampleQuestion, withChange(sampleQuestion, path, value) as BankQuestion).filter((change) => isOpenPlace(change.path))
    .length;

describe('what is open of a question', () => {
  it('is all that a candidate sees', () => {
    const view = JSON.stringify(candidateView(sampleQuestion));
    for (const path of [['prompt'], ['context'], ['exhibits', 0, 'content'], ['exhibits', 1, 'alt'], ['response', 'choices', 0, 'text']]) {
      const changed = withChange(sampleQuestion, path, 'Other words.') as BankQuestion;
      expect(JSON.stringify(candidateView(changed))).not.toBe(view);
      expect(openChanges(path, 'Other words.')).toBe(1);
    }
  });

  it.each([
    [['evidenceOnRequest', 0, 'askLike']],
    [['rubric', 'criteria', 0, 'anchors', '3']],
    [['modelAnswer']],
    [['plot', 'cause']],
    [['variants', 'wordings', 0, 'prompt']],
    [['response', 'choices', 0, 'feedback']],
    [['translationOf', 'ref']],
    [['extensions', 'x-moodle', 'tag']],
  ] as const)('is not %j', (path) => {
    expect(openChanges(path, 'Other words.')).toBe(0);
  });

  it('is not which choice is right, and what it is worth', () => {
    expect(openChanges(['response', 'choices', 0, 'correct'], false)).toBe(0);
    expect(openChanges(['response', 'choices', 0, 'score'], 2)).toBe(0);
  });
});
