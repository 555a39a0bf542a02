import type { Result } from '@touchstone/kernel';
import type { BankFault, FaultPath } from './bank-fault';
import type { FaultLog } from './fault-log';
import { FieldReader, type Fields } from './field-reader';
import { parseText } from './parse-text';
import type { QuestionDocument } from './question-document';
import { LIMITS } from './text-limits';
import { LANGUAGE, LICENSE, SLUG, WEB_ADDRESS } from './text-pattern';
import { readQuestion } from './validate-question';
import { withoutAbsent } from './without-absent';

export const BANK_FORMAT = 'interview-bank/1';

/** One file of a bank: one category, or a whole bank when `category` is absent. */
export interface BankFile {
  readonly format: typeof BANK_FORMAT;
  readonly bank: BankHeader;
  /** Slug of the category that all questions of the file belong to. */
  readonly category?: string;
  readonly questions: readonly QuestionDocument[];
}

/** Repeated in every file of a bank. Licence and language hold for questions that do not name their own. */
export interface BankHeader {
  readonly id: string;
  readonly title: string;
  readonly license?: string;
  readonly language?: string;
  readonly owner?: string;
  readonly uri?: string;
  readonly description?: string;
}

/**
 * Reads a bank file, YAML 1.2 or JSON, with every question normalized and given the licence (else `LicenseRef-unknown`) and
 * language (else `en`) of its bank. Errors: all faults found, each with path, line and column; a file with one fault is
 * refused whole. Well-formed is not yet fit for use: see `publishFaults`.
 */
export const parseBankFile = (text: string): Result<BankFile, readonly BankFault[]> => parseText(text, readBankFile);

const FILE_FIELDS: Fields<BankFile> = { format: true, bank: true, category: true, questions: true };

function readBankFile(value: unknown, log: FaultLog): BankFile {
  const fields = FieldReader.open(value, [], log, FILE_FIELDS);
  const format = fields.requiredOneOf('format', [BANK_FORMAT]);
  const bank = fields.member('bank', readHeader);
  const category = fields.line('category', LIMITS.line, SLUG);
  const defaults = { license: bank.license ?? 'LicenseRef-unknown', language: bank.language ?? 'en' };
  const questions = fields.distinctList(
    'questions',
    LIMITS.questionsPerFile,
    (entry, path) => readQuestion(entry, path, log, defaults),
    (question) => question.id,
  );
  questions.forEach((question, index) => {
    if (category !== undefined && question.category !== '' && question.category !== category) {
      const message = `This file is about "${category}", the question about "${question.category}". Move it to that file, or mend one of the two.`;
      log.report('REFERENCE', ['questions', index, 'category'], message);
    }
  });
  return withoutAbsent<BankFile>({ format, bank, category, questions });
}

const HEADER_FIELDS: Fields<BankHeader> = {
  id: true,
  title: true,
  license: true,
  language: true,
  owner: true,
  uri: true,
  description: true,
};

function readHeader(value: unknown, path: FaultPath, log: FaultLog): BankHeader {
  if (value === undefined) {
    log.report('MISSING', path, '"bank" is missing. Add bank: {id: …, title: …}.');
    return { id: '', title: '' };
  }
  const fields = FieldReader.open(value, path, log, HEADER_FIELDS);
  return withoutAbsent<BankHeader>({
    id: fields.requiredLine('id', LIMITS.line, SLUG),
    title: fields.requiredLine('title'),
    license: fields.line('license', LIMITS.line, LICENSE),
    language: fields.line('language', LIMITS.line, LANGUAGE),
    owner: fields.line('owner'),
    uri: fields.line('uri', LIMITS.passage, WEB_ADDRESS),
    description: fields.text('description', LIMITS.passage),
  });
}
