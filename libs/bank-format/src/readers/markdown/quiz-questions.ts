import type { IncomingChoice } from '../../doors/incoming';
import { isList, type MarkdownQuestions } from './markdown-questions';

/** A heading asks, a task list below holds the choices, `[x]` is right; code between them belongs to the question, text behind explains. */
export function quizQuestions(questions: MarkdownQuestions): void {
  questions.blocks.forEach(({ node, under }, index) => {
    if (node.type !== 'heading') return;
    const below = questions.until(index + 1, (next) => next.type === 'heading' && next.depth <= node.depth);
    const at = below.findIndex((next) => isList(next) && next.children.some(({ checked }) => typeof checked === 'boolean'));
    if (at === -1 || below.slice(0, at).some(({ type }) => type === 'heading')) return;
    const { prompt, marks } = questions.line(questions.cleaner.ofInside(node));
    const shown = [prompt, questions.cleaner.ofBlocks(below.slice(0, at))].filter((text) => text !== '').join('\n\n');
    const lists = below.filter(isList).filter((list) => list.children.some(({ checked }) => typeof checked === 'boolean'));
    const choices = lists
      .flatMap(({ children }) => children)
      .map((item): IncomingChoice => ({
        text: questions.cleaner.ofBlocks(item.children).replace(/^\[[ x]\] /i, ''),
        correct: item.checked === true,
      }));
    const { script } = questions.notes(below.slice(at + 1).filter((next) => !lists.includes(next as never)));
    questions.add(
      {
        title: prompt,
        prompt: shown,
        categoryPath: questions.categoryOf(under),
        answer: 'choice',
        choices,
        ...marks,
        ...(script?.modelAnswer !== undefined && { script: { ...script, modelAnswer: undefined, scoringNotes: script.modelAnswer } }),
      },
      node.position?.start.line ?? 1,
    );
  });
}
