import { type BankFault, type QuestionDocument, readQuestion, validateQuestionDocument } from '@touchstone/bank-format';
import { err, ok, type Result } from '@touchstone/kernel';
import { invalidQuestion, type InvalidQuestionError } from '../errors';

/** A document as a client sends it: its members, or its text in YAML or JSON. Its `id` may be left out; where it is given it is the slug. */
export type SentDocument = Readonly<Record<string, unknown>> | string;

/** Is this a document of the question with this slug? The normalized document, or every fault there is. */
export function readQuestionDocument(
  slug: string,
  sent: SentDocument,
  path: readonly string[],
): Result<QuestionDocument, InvalidQuestionError> {
  const read = typeof sent === 'string' ? documentOf(sent, slug) : validateQuestionDocument({ ...sent, id: sent['id'] ?? slug });
  if (!read.ok) return err(invalidQuestion(read.error, path));
  if (read.value.id === slug) return ok(read.value);
  const message = `The id of a document is the slug of its question, "${slug}". Leave it out, or make it that.`;
  return err(invalidQuestion([{ code: 'REFERENCE', path: ['id'], message }], path));
}

function documentOf(text: string, slug: string): Result<QuestionDocument, readonly BankFault[]> {
  const read = readQuestion(text, slug);
  return read.ok ? ok(read.value.document) : read;
}
