import type { Heading, RootContent } from 'mdast';
import type { IncomingChoice, IncomingQuestion } from '../../doors/incoming';
import { plainText } from '../../doors/markdown-tree';
import { RESPONSE_MODES } from '../../question-words';
import { shownApart } from '../parted';
import { ownText, readScript } from '../read-script';
import { textsOf } from './markdown-document';
import { isList, type MarkdownQuestions } from './markdown-questions';

/** Our own export: H2 is a title, a comment holds the short fields, a quotation is what is read aloud, the rest is context and script. */
export function ownMarkdown(questions: MarkdownQuestions): void {
  const { front } = questions.document;
  const path = textsOf(front['category']);
  questions.blocks.forEach(({ node }, index) => {
    if (node.type !== 'heading' || node.depth !== 2) return;
    const below = questions.until(index + 1, (next) => next.type === 'heading' && next.depth <= 2);
    const question = questionOf(node, below, questions);
    if (question !== null)
      questions.add(
        {
          ...question,
          categoryPath: question.categoryPath.length > 0 ? question.categoryPath : path.length > 0 ? path : questions.categoryOf([]),
        },
        node.position?.start.line ?? 1,
      );
  });
}

function questionOf(
  heading: Heading,
  below: readonly RootContent[],
  questions: MarkdownQuestions,
): (Partial<IncomingQuestion> & Pick<IncomingQuestion, 'prompt' | 'title' | 'categoryPath'>) | null {
  const fields = shortFields(below);
  const firstSection = below.findIndex((node) => node.type === 'heading');
  const shown = firstSection === -1 ? below : below.slice(0, firstSection);
  const quoted = shown.findLastIndex((node) => node.type === 'blockquote');
  const quotation = shown[quoted];
  if (quotation?.type !== 'blockquote' && !fields.has('id')) return null;
  const prompt = quotation === undefined ? '' : questions.cleaner.ofNode(quotation).replace(/^> ?/gm, '').trim();
  const above = shownApart(
    questions.cleaner.ofBlocks(shown.slice(0, quoted === -1 ? undefined : quoted).filter(({ type }) => type !== 'html')),
  );
  const choices = choicesOf(shown.slice(quoted + 1), questions);
  const { script, rubric } = readScript(questions.cleaner.ofBlocks(firstSection === -1 ? [] : below.slice(firstSection)), questions.parse);
  const many = (name: string): readonly string[] => textsOf(fields.get(name));
  const number = (name: string): number | undefined => (fields.has(name) ? Number(fields.get(name)) : undefined);
  const id = fields.get('id');
  const bank = questions.document.front['bank'];
  return {
    title: plainText(heading).trim(),
    categoryPath: [],
    sourceId: id ?? null,
    own: id === undefined ? null : { bank: typeof bank === 'string' ? bank : '', id, version: number('version') ?? 1 },
    prompt,
    ...above,
    ...(choices.length > 0 && { answer: 'choice' as const, choices }),
    ...(fields.has('category') && { categoryPath: (fields.get('category') ?? '').split(' / ') }),
    kind: fields.get('kind'),
    mode: RESPONSE_MODES.find((mode) => mode === fields.get('response')),
    difficulty: number('difficulty'),
    minutes: number('minutes'),
    seniority: many('seniority'),
    roles: many('roles'),
    tags: many('tags'),
    competencies: many('competencies'),
    authors: many('authors'),
    ...(fields.has('license') && { license: fields.get('license') }),
    ...(fields.has('language') && { language: fields.get('language') }),
    sources: (fields.get('sources') ?? '').split(/\s*;\s+/).filter((source) => source !== ''),
    script,
    ...(rubric !== null && { rubric }),
  };
}

/** Choices stand as a task list below what is asked. */
const choicesOf = (below: readonly RootContent[], questions: MarkdownQuestions): readonly IncomingChoice[] =>
  below
    .filter(isList)
    .flatMap(({ children }) => children)
    .filter(({ checked }) => typeof checked === 'boolean')
    .map((item) => ({ text: ownText(item, questions.document.text).replace(/^\[[ x]\] /i, ''), correct: item.checked === true }));

const NAMES = [
  'id',
  'version',
  'kind',
  'category',
  'minutes',
  'difficulty',
  'seniority',
  'roles',
  'tags',
  'competencies',
  'response',
  'language',
  'license',
  'authors',
  'sources',
];
const NAME = new RegExp(`(?:^|\\s)(${NAMES.join('|')}):\\s`, 'g');

/** `id: a version: 3 tags: b, c`, in one line or several. */
function shortFields(below: readonly RootContent[]): ReadonlyMap<string, string> {
  const comment = below.find((node) => node.type === 'html' && /^<!--\s*id:/.test(node.value));
  const text = comment?.type === 'html' ? comment.value.replace(/^<!--/, ' ').replace(/-->\s*$/, '') : '';
  const starts = [...text.matchAll(NAME)];
  return new Map(
    starts.map((found, index) => [found[1] as string, text.slice(found.index + found[0].length, starts[index + 1]?.index).trim()]),
  );
}
