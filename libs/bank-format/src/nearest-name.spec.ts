import { nearestName } from './nearest-name';

describe('the name a writer most likely meant', () => {
  const allowed = ['probes', 'prompt', 'modelAnswer', 'plausibleWrongAnswers', 'askLike'];

  it.each([
    ['probe', 'probes'],
    ['promt', 'prompt'],
    ['model_answer', 'modelAnswer'],
    ['MODELANSWER', 'modelAnswer'],
    ['ask-like', 'askLike'],
    ['plausibleWrongAnswer', 'plausibleWrongAnswers'],
    ['banana', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ])('%s → %s', (written, meant) => {
    expect(nearestName(written, allowed)).toBe(meant);
  });
});
