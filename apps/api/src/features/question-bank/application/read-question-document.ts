import { type BankFault, type QuestionDocument, validateQuestionDocument } from '@touchstone/bank-format';
import { err, ok, type Result } from '@touchstone/kernel';
import { invalidQuestion, type InvalidQuestionError } from '../errors';

/** A document as a client sends it. Its `id` may be left out; where it is given it is the slug. */
export type SentDocument = Readonly<Record<string, unknown>>;

/** Is this a document of the question with this slug? The normalized document, or every fault there is. */
export function readQuestionDocument(
  slug: string,
  sent: SentDocument,
  path: readonly string[],
): Result<QuestionDocument, InvalidQuestionError> {
  const { id } = sent;
  if (id !== undefined && id !== null && id !== slug) {
    const fault: BankFault = {
      code: 'REFERENCE',
      path: ['id'],
      message: `The id of a document is the slug of its question, "${slug}". Leave it out, or make it that.`,
    };
    return err(invalidQuestion([fault], path));
  }
  const read = validateQuestionDocument({ ...sent, id: slug });
  return read.ok ? ok(read.value) : err(invalidQuestion(read.error, path));
}
