import type { Table } from 'mdast';
import type { IncomingCriterion, IncomingRubric } from '../../doors/incoming';
import { plainText } from '../../doors/markdown-tree';
import { ownText } from '../read-script';
import { rubricOfTable } from '../rubric-of-table';
import { isLookFor } from './dialect';
import { isList, type MarkdownQuestions } from './markdown-questions';

/** A document that is one rubric: a heading for each criterion, and below it what to look for. */
export function rubricDocument(questions: MarkdownQuestions): IncomingRubric | null {
  const { blocks, document } = questions;
  const criteria = blocks.flatMap(({ node, under }, index): IncomingCriterion[] => {
    if (node.type !== 'paragraph' || !isLookFor(node)) return [];
    const list = blocks[index + 1]?.node;
    const heading = [...under].reverse().find(({ depth }) => depth <= 3) ?? under.at(-1);
    if (list === undefined || !isList(list) || heading === undefined) return [];
    const above = blocks.filter((block) => block.under.includes(heading) && blocks.indexOf(block) < index);
    const description = above
      .map((block) => (block.node.type === 'heading' ? plainText(block.node) : questions.cleaner.ofNode(block.node)))
      .join('\n');
    return [
      {
        title: plainText(heading).trim(),
        ...(description !== '' && { description }),
        levels: [],
        indicators: list.children.map((item) => ownText(item, document.text)),
      },
    ];
  });
  if (criteria.length === 0) return null;
  const title = blocks.find(({ node }) => node.type === 'heading' && node.depth === 1)?.node;
  return {
    place: { line: 1 },
    sourceId: null,
    title: title === undefined ? null : plainText(title).trim(),
    criteria,
  };
}

/** Tables of criteria and levels that stand in a document without questions. */
export const rubricTables = ({ blocks, document }: MarkdownQuestions): readonly IncomingRubric[] =>
  blocks.flatMap(({ node, under }) => {
    const rubric = node.type === 'table' ? rubricOfTable(node as Table, document.text) : null;
    if (rubric === null || rubric.criteria.every(({ levels }) => levels.length === 0)) return [];
    const heading = under.at(-1);
    return [{ ...rubric, title: heading === undefined ? null : plainText(heading).trim() }];
  });
