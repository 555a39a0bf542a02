import { type BankQuestion, faultText, type NamedText, parseBankFile } from '@touchstone/bank-format';

/** The questions of all files, and the complaints about files that cannot be read, as lines. */
export function readQuestions(texts: readonly NamedText[]): { readonly questions: readonly BankQuestion[]; readonly complaints: readonly string[] } {
  const complaints: string[] = [];
  const questions = texts.flatMap(({ name, text }) => {
    const file = parseBankFile(text);
    if (file.ok) return file.value.questions;
    complaints.push(...file.error.map((fault) => `${name}:${faultText(fault)}`));
    return [];
  });
  return { questions, complaints };
}
