import type { RootContent } from 'mdast';
import { plainText } from '../../doors/markdown-tree';
import { isBoldQuestion, isLabelled } from './dialect';
import type { MarkdownQuestions } from './markdown-questions';

/** A bold line is a question, what follows up to the next one or the next heading is its answer. */
export function boldQuestions(questions: MarkdownQuestions): void {
  const isQuestion = (node: RootContent): boolean => node.type === 'paragraph' && isBoldQuestion(node);
  questions.blocks.forEach(({ node, under }, index) => {
    if (node.type === 'paragraph' && node.children[0]?.type === 'strong' && !isQuestion(node)) {
      const words = plainText(node.children[0]).slice(0, 60);
      questions.reading.notices.warn(
        'BOLD_TEXT_SKIPPED',
        `"${words}" is bold at the beginning of a paragraph and was not taken for a question.`,
        'Put it on a line of its own if it is one.',
        { line: node.position?.start.line ?? 1 },
      );
    }
    if (!isQuestion(node)) return;
    const raw = questions.cleaner.ofNode(node).replace(/\*\*|__/g, '');
    const { prompt, marks } = questions.line(raw.replace(/\n/g, ' '));
    const answer = questions.until(index + 1, (next) => next.type === 'heading' || isQuestion(next));
    questions.add(
      { title: prompt, prompt, categoryPath: questions.categoryOf(under).slice(-1), ...marks, ...questions.notes(answer) },
      node.position?.start.line ?? 1,
    );
  });
}

const LABEL = /^[*_]{0,3}(?:question|q|frage|вопрос|pregunta)\s*\d*\s*[:.)][*_]{0,3}\s*/i;
const ANSWER = /^[*_]{0,3}(?:answer|a|antwort|ответ|respuesta)\s*\d*\s*[:.)][*_]{0,3}\s*/i;

/** "Question: …" begins a question, code below belongs to it, "Answer: …" ends it. */
export function labelledQuestions(questions: MarkdownQuestions): void {
  const isQuestion = (node: RootContent): boolean => node.type === 'paragraph' && isLabelled(node);
  questions.blocks.forEach(({ node, under }, index) => {
    if (!isQuestion(node)) return;
    const below = questions.until(index + 1, (next) => next.type === 'heading' || isQuestion(next));
    const firstAnswer = below.findIndex((next) => next.type === 'paragraph' && ANSWER.test(plainText(next)));
    const [asked, answered] =
      firstAnswer === -1
        ? [below.filter(({ type }) => type === 'code'), below.filter(({ type }) => type !== 'code')]
        : [below.slice(0, firstAnswer), below.slice(firstAnswer)];
    const { prompt, marks } = questions.line(questions.cleaner.ofNode(node).replace(LABEL, ''));
    const whole = [prompt, questions.cleaner.ofBlocks(asked)].filter((text) => text !== '').join('\n\n');
    const { script, rubric } = questions.notes(answered);
    const modelAnswer = script?.modelAnswer?.replace(ANSWER, '');
    questions.add(
      {
        title: prompt,
        prompt: whole,
        categoryPath: questions.categoryOf(under),
        ...marks,
        script: { ...script, ...(modelAnswer !== undefined && { modelAnswer }) },
        rubric,
      },
      node.position?.start.line ?? 1,
    );
  });
}
