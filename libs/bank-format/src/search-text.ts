import type { QuestionDocument } from './question-document';

/** Plain text of a question for a full-text index, by weight: `title` A, `body` B, `labels` C. */
export interface SearchText {
  readonly title: string;
  readonly body: string;
  readonly labels: string;
}

/**
 * What a question is found by. Only what any interviewer may read before the interview: title; prompt and context; tags,
 * technologies, kind, category and competencies, as slugs and, where `nameOf` knows them, as names. Never ground truth,
 * model answer, anchors, evidence on request or construct: interviewers search too, and a hit would tell the answer.
 */
export function searchText(document: QuestionDocument, nameOf: (slug: string) => string | undefined = () => undefined): SearchText {
  const slugs = [document.category, ...document.competencies];
  const names = slugs.map(nameOf).filter((name) => name !== undefined);
  const technologies = document.technologies.map(({ name }) => name);
  return {
    title: plain(document.title),
    body: [document.prompt, document.context ?? ''].map(plain).filter(Boolean).join('\n'),
    labels: [...document.tags, ...technologies, document.kind, ...slugs, ...names].map(plain).filter(Boolean).join('\n'),
  };
}

/** Without the marks of CommonMark that glue themselves to words (not `_`, which is part of names), and with single spaces. */
const plain = (text: string): string =>
  text
    .replace(/[`*~#>|[\]()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
