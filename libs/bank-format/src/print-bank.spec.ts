import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse as parseIndependently } from 'yaml';
import { arbitraryBank } from '../test/arbitrary-bank';
import { sampleQuestion } from '../test/sample-question';
import { faultText } from './bank-fault';
import { BANK_FORMAT, type BankFile } from './bank-file';
import { parseBankFile } from './parse-bank';
import { leadingComment, printBankFile, printBankJson } from './print-bank';

const read = (text: string): BankFile => {
  const file = parseBankFile(text);
  if (!file.ok) throw new Error(`${file.error.map(faultText).join('\n')}\n${text}`);
  return file.value;
};

const small: BankFile = {
  format: BANK_FORMAT,
  bank: { id: 'b', title: 'B', license: 'CC-BY-4.0' },
  category: 'spark-tuning',
  questions: [sampleQuestion],
};

describe('the one text of a bank file', () => {
  it('gives the same bank back, from YAML and from JSON', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        expect(read(printBankFile(bank))).toStrictEqual(bank);
        expect(read(printBankJson(bank))).toStrictEqual(bank);
      }),
      { numRuns: 80 },
    );
  });

  it('is its own printing: print(read(print(x))) = print(x), byte for byte', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const printed = printBankFile(bank);
        expect(printBankFile(read(printed))).toBe(printed);
        expect(printBankFile(read(printBankJson(bank)))).toBe(printed);
      }),
      { numRuns: 80 },
    );
  });

  it('does not depend on the order in which members were made', () => {
    const reversed = Object.fromEntries(Object.entries(sampleQuestion).reverse()) as BankFile['questions'][number];
    expect(printBankFile({ ...small, questions: [reversed] })).toBe(printBankFile(small));
  });

  it('holds nothing that a reader of YAML 1.1 takes for something else', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const seen = parseIndependently(printBankFile(bank), { version: '1.1' }) as { bank: { title: string } };
        expect(seen.bank.title).toBe(bank.bank.title);
      }),
    );
  });

  it('sets texts of several lines as literal blocks, names and numbers in one line, and leaves out what reading fills in', () => {
    const printed = printBankFile(small);
    expect(printed).toContain('    context: |\n      Every night a job adds one day.\n      Today the day is there twice.\n');
    expect(printed).toContain('    seniority: [lead, principal]\n');
    expect(printed).toContain('    minutes: {target: 15, max: 18, preparation: 2.5, answer: 8.5, probes: 4}\n');
    expect(printed).toContain('            1: Blames the cluster.\n');
    for (const absent of ['usage:', 'license: CC-BY-4.0\n    ', 'language:', 'scale:']) expect(printed).not.toContain(absent);
    expect(printed.endsWith('\n')).toBe(true);
  });

  it('changes by one line where one line was changed', () => {
    const changed = { ...sampleQuestion, modelAnswer: 'Two starts.' };
    const before = printBankFile(small).split('\n');
    const after = printBankFile({ ...small, questions: [changed] }).split('\n');
    expect(after.filter((line) => !before.includes(line))).toEqual(['    modelAnswer: Two starts.']);
    expect(after).toHaveLength(before.length);
  });

  it('keeps a comment above the file', () => {
    const printed = printBankFile(small, ' $schema=x\n two');
    expect(printed.startsWith('# $schema=x\n# two\n')).toBe(true);
    expect(leadingComment(printed)).toBe(' $schema=x\n two');
    expect(leadingComment(printBankFile(small))).toBeUndefined();
  });

  const training = join(__dirname, '../../../bank/training');
  it.each(readdirSync(training))('is what the shipped %s holds', (file) => {
    const text = readFileSync(join(training, file), 'utf8');
    expect(printBankFile(read(text), leadingComment(text))).toBe(text);
  });
});
