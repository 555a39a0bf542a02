import { canonicalJson } from '@touchstone/kernel';
import { QUESTION_MEMBERS, type QuestionDocument } from './question-document';

/**
 * The one text of a question: canonical JSON (RFC 8785) of its members, without those that are empty (`''`, `[]`, `{}`), and
 * without the `record` that a question of a file has beside its content.
 * The SHA-256 of these bytes in UTF-8 names the version. Empty members are left out so that a member added to the format
 * later, empty in old questions, does not change their hashes. `validateQuestionDocument(JSON.parse(text))` gives the same
 * document back. Throws on a document that was never validated (lone surrogates, numbers that are not finite).
 */
export const canonicalQuestion = (document: QuestionDocument): string => canonicalJson(contentOf(document));

/** The members that are content; what foreign formats left is kept as it is, empty parts included. */
const contentOf = ({ extensions, ...document }: QuestionDocument): object => ({
  ...withoutEmpty(Object.fromEntries(Object.entries(document).filter(([name]) => MEMBERS.has(name)))),
  ...(extensions === undefined ? {} : { extensions }),
});

const MEMBERS: ReadonlySet<string> = new Set(QUESTION_MEMBERS);

function withoutEmpty(value: object): Readonly<Record<string, unknown>> {
  const kept: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const slim = slimmed(member);
    if (!isEmpty(slim)) kept.push([name, slim]);
  }
  return Object.fromEntries(kept);
}

/** List entries are kept even when nothing is left of them: their position means something. */
function slimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(slimmed);
  return typeof value === 'object' && value !== null ? withoutEmpty(value) : value;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
