import { type Result, err, ok } from '@touchstone/kernel';
import type { BankFault } from './bank-fault';
import { FaultLog } from './fault-log';
import { HOUSE_DEFAULTS, type QuestionDefaults, type QuestionDocument, questionShape } from './question-document';

const houseQuestion = questionShape(HOUSE_DEFAULTS);

/**
 * Is this unknown value a question document? Checks form only: types, lengths, choices, unique ids, characters that can be
 * stored. A draft may be incomplete; `publishFaults` says what is still missing. Required: id, title, category, kind,
 * difficulty, minutes.target; defaults: usage `live`, licence and language by `defaults`, lists empty.
 *
 * The value is a normalized copy in canonical order: optional blank texts and `null` are absent, line ends are LF and texts do
 * not end with one. Errors: every fault found, with its path inside the value.
 */
export function validateQuestionDocument(
  value: unknown,
  defaults: QuestionDefaults = HOUSE_DEFAULTS,
): Result<QuestionDocument, readonly BankFault[]> {
  const log = new FaultLog();
  const shape = defaults === HOUSE_DEFAULTS ? houseQuestion : questionShape(defaults);
  const document = shape.read(value, [], log);
  return document === undefined ? err(log.faults) : ok(document);
}
