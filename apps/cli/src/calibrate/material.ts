import { type BankQuestion, calibrationFaults, type CalibrationSet, faultText, parseCalibrationSet } from '@touchstone/bank-format';
import { err, ok, type Result } from '@touchstone/kernel';
import { shippedBankFolder } from '@touchstone/platform/configuration';
import { join } from 'node:path';
import { mustBeFile } from '../analyze/usage';
import { readQuestions } from '../bank/input/read-questions';
import { readTexts } from '../bank/input/read-texts';

/** A calibration set that is fit for use, and the question that it is about. */
export interface Material {
  readonly set: CalibrationSet;
  readonly question: BankQuestion;
}

/**
 * Reads the set and finds its question in the bank files named, or in the shipped bank. Throws WrongUsage where a file is missing; the error
 * holds the complaints about files that are there and cannot be used, as lines.
 */
export function materialOf(path: string, bank: readonly string[] | undefined): Result<Material, readonly string[]> {
  mustBeFile(path);
  const text = readTexts([path])[0]?.text ?? '';
  const set = parseCalibrationSet(text);
  if (!set.ok) return err(set.error.map((fault) => `${path}:${faultText(fault)}`));
  // Only files that name the question are read whole: it is one of a hundred and more.
  const texts = readTexts(bank ?? ['questions', 'training'].map((folder) => join(shippedBankFolder(), folder)));
  const { questions, complaints } = readQuestions(texts.filter((file) => file.text.includes(set.value.question)));
  const question = questions.find(({ id }) => id === set.value.question);
  const faults = calibrationFaults(set.value, question);
  if (question === undefined || faults.length > 0) return err([...complaints, ...faults.map((fault) => `${path}: ${faultText(fault)}`)]);
  return ok({ set: set.value, question });
}
