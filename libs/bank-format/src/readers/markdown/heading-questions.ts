import { plainText } from '../../doors/markdown-tree';
import { askingHeadings } from './dialect';
import { isNavigation } from './markdown-document';
import type { MarkdownQuestions } from './markdown-questions';
import { asksSomething } from './words-of-question';

/** Every heading of the depth at which most headings ask is a question; deeper ones belong to its notes, higher ones are categories. */
export function headingQuestions(questions: MarkdownQuestions): void {
  const depths = askingHeadings(questions.blocks).map(({ depth }) => depth);
  const depth = [...new Set(depths)].sort((a, b) => depths.filter((one) => one === b).length - depths.filter((one) => one === a).length)[0];
  questions.blocks.forEach(({ node, under }, index) => {
    if (node.type !== 'heading' || node.depth !== depth || isNavigation(node)) return;
    const { prompt, marks } = questions.line(questions.cleaner.ofInside(node));
    if (prompt === '') return;
    const body = questions.until(index + 1, (next) => next.type === 'heading' && next.depth <= depth);
    questions.add(
      { title: prompt, prompt, categoryPath: questions.categoryOf(under), ...marks, ...questions.notes(body) },
      node.position?.start.line ?? 1,
    );
  });
}

/** A heading is a title, the text below it is the question, higher headings are categories. */
export function titledQuestions(questions: MarkdownQuestions): void {
  questions.blocks.forEach(({ node, under }, index) => {
    if (node.type !== 'heading' || node.depth < 3 || under.length === 0 || isNavigation(node)) return;
    const [first, ...rest] = questions.until(index + 1, (next) => next.type === 'heading' && next.depth <= node.depth);
    if (first?.type !== 'paragraph' || !asksSomething(plainText(first))) return;
    const { prompt: title, marks } = questions.line(questions.cleaner.ofInside(node));
    const prompt = questions.cleaner.ofNode(first);
    questions.add(
      { title, prompt, categoryPath: questions.categoryOf(under), ...marks, ...questions.notes(rest) },
      node.position?.start.line ?? 1,
    );
  });
}
