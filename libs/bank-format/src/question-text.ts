import { err, ok, type Result } from '@touchstone/kernel';
import type { BankFault } from './bank-fault';
import { printYaml } from './print-yaml';
import { BANK_LAYOUT } from './print-bank';
import { HOUSE_DEFAULTS, type QuestionDocument, questionShape } from './question-document';
import { readYaml, type YamlReading } from './read-yaml';
import { validateQuestionDocument } from './validate-question';
import { isRecord } from './value-readers';

/**
 * One question as a text of its own, in YAML: what an editor shows. The same members in the same form as in a bank file, without the
 * header of one; what reading would fill in for a question of the house is left out.
 */
export const printQuestion = (document: QuestionDocument): string =>
  printYaml(questionShape(HOUSE_DEFAULTS).slim(document), { ...BANK_LAYOUT, apart: new Set() });

/** A question that was read, and where its members stand in the text. */
export interface QuestionReading {
  readonly document: QuestionDocument;
  readonly locate: YamlReading['locate'];
}

/**
 * Reads the text of one question, YAML or JSON. `id` is that of the question where the text does not name it. Faults have their line
 * and column.
 */
export function readQuestion(text: string, id?: string): Result<QuestionReading, readonly BankFault[]> {
  const reading = readYaml(text);
  if (!reading.ok) return reading;
  const { value, locate } = reading.value;
  const written = isRecord(value) && id !== undefined && (value['id'] ?? null) === null ? { ...value, id } : value;
  const read = validateQuestionDocument(written);
  return read.ok ? ok({ document: read.value, locate }) : err(read.error.map((fault) => ({ ...fault, ...locate(fault.path) })));
}
