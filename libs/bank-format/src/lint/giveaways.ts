import { isTelling, stemOf } from './common-words';
import { type QuestionRule, when } from './rule';
import { wordsOf } from './words';

const SHORTEST = 5;

export const giveawaysRule: QuestionRule = {
  id: 'L09',
  severity: 'WARNING',
  asks: 'Do title, context and prompt keep the words of the cause to themselves?',
  why: 'A title that says the cause makes the first guess right. State the cause in plot.cause, so that this can be checked.',
  check: ({ plot, kind, title, context, prompt }) => {
    const cause = plot?.cause;
    if (cause === undefined) {
      const hasCause = kind === 'debugging-evidence' || kind === 'technical-depth';
      return when(hasCause, ['plot'], 'Name the cause in one sentence as plot.cause; then it can be checked that nothing gives it away.');
    }
    const secret = new Set(
      wordsOf(cause)
        .filter((word) => word.length >= SHORTEST && isTelling(word.toLowerCase()))
        .map(stemOf),
    );
    return [
      ['title', title],
      ['context', context ?? ''],
      ['prompt', prompt],
    ].flatMap(([name = '', text = '']) => {
      const shared = [...new Set(wordsOf(text).filter((word) => secret.has(stemOf(word))))];
      return when(shared.length > 0, [name], `"${shared.join('", "')}" stands in the cause. Say it otherwise, or leave it out.`);
    });
  },
};
