import { exampleQuestion, exampleText, shippedKnown } from '../../test/example-question';
import { sampleQuestion, withChange } from '../../test/sample-question';
import { canonicalQuestion } from '../canonical-question';
import type { QuestionDocument } from '../question-document';
import { printQuestion, readQuestion } from '../question-text';
import { applyFixes } from './apply-fixes';
import { lintFiles } from './lint-files';
import { lintQuestion, lintQuestionText } from './lint-question';

const settings = { known: shippedKnown, today: '2026-11-24' };
const placed = (text: string, line: number, column: number): string => text.split('\n')[line - 1]?.slice(column - 1) ?? '';

describe('the linter on one question', () => {
  it('says of a question what it says of it in a file', () => {
    const broken = exampleText.replace('minutes: {target: 20', 'minutes: {target: 25').replace(/\n {4}biasCheck:[^\n]*(\n {6}[^\n]*)*/, '');
    const [file] = lintFiles([{ name: 'a', text: broken }], settings).files;
    const inFile = lintFiles([{ name: 'a', text: broken }], settings).findings.filter(({ rule }) => !/^[FBX]|^L20/.test(rule));
    expect(inFile.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['L02', 'L19']));
    const alone = lintQuestion(file?.bank.questions[0] ?? exampleQuestion, settings);
    expect(alone.map(({ rule, message }) => `${rule} ${message}`).sort()).toEqual(
      inFile.map(({ rule, message }) => `${rule} ${message}`).sort(),
    );
  });

  it('finds the places in the text that was sent', () => {
    const text = printQuestion(withChange(exampleQuestion, ['rubric', 'redFlags'], ['Invents rows.']) as QuestionDocument);
    const findings = lintQuestionText(text, undefined, settings);
    const signals = findings.find(({ path }) => path.join('.') === 'rubric.redFlags');
    expect(signals).toMatchObject({ rule: 'L07', severity: 'ERROR' });
    expect(placed(text, signals?.line ?? 0, signals?.column ?? 0)).toMatch(/^(redFlags:|- Invents)/);
  });

  it.each([
    ['', 'The text is empty.'],
    ['title: [', 'Not well-formed'],
    ['a: &x 1\nb: *x', 'anchor'],
    ['- 1', 'Expected a record'],
    ['title: T\nkind: cases', 'Did you mean "case"?'],
    ['{"__proto__": 1}', 'Unknown member'],
  ])('has findings for the text %j, and no error', (text, expected) => {
    const findings = lintQuestionText(text, 'new', settings);
    expect(findings.map(({ message }) => message).join('\n')).toContain(expected);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['L01']));
    for (const { line, column } of findings) expect([line, column].every((place) => Number.isInteger(place) && place >= 1)).toBe(true);
  });

  it('mends what needs no thought', () => {
    const wrong = withChange(exampleQuestion, ['minutes', 'target'], 21) as QuestionDocument;
    const fixes = lintQuestion(wrong, settings).flatMap(({ fix }) => fix ?? []);
    expect(fixes).not.toEqual([]);
    expect(applyFixes(wrong, fixes)).toEqual(exampleQuestion);
  });
});

describe('one question as a text', () => {
  it.each([
    ['the sample', sampleQuestion],
    ['the example', exampleQuestion],
  ])('gives %s back', (_name, question) => {
    const read = readQuestion(printQuestion(question));
    expect(read.ok && canonicalQuestion(read.value.document)).toBe(canonicalQuestion(question));
  });

  it('takes the id from outside where it is not written', () => {
    expect(readQuestion('title: T\ncategory: c\nkind: case\ndifficulty: 1\nminutes: {target: 5}', 'given')).toMatchObject({
      ok: true,
      value: { document: { id: 'given', title: 'T' } },
    });
    expect(readQuestion('title: T')).toMatchObject({ ok: false });
  });
});
