import { sampleQuestion } from '../test/sample-question';
import { faultText } from './bank-fault';
import { parseBankFile } from './parse-bank';

const written = (questions: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ format: 'interview-bank/1', bank: { id: 'my-bank', title: 'Mine' }, category: 'spark-tuning', questions, ...more });

const complaints = (text: string): string[] => {
  const file = parseBankFile(text);
  return file.ok ? [] : file.error.map(faultText);
};

const yaml = `format: interview-bank/1
bank:
  id: my-bank
  title: Mine
  license: CC-BY-4.0
  language: de
category: case-law
questions:
  - id: q-1
    title: One
    category: case-law
    kind: case
    difficulty: 3
    minutes: {target: 20}
    prompt: |
      First line.
      Second line.
`;

describe('a bank file', () => {
  it('is read from JSON without loss', () => {
    const file = parseBankFile(written([sampleQuestion]));
    expect(file.ok && file.value.questions).toStrictEqual([sampleQuestion]);
  });

  it('hands licence and language on to questions that name none', () => {
    const file = parseBankFile(yaml);
    expect(file.ok && file.value.questions[0]).toMatchObject({ license: 'CC-BY-4.0', language: 'de', prompt: 'First line.\nSecond line.' });
  });

  it('does not guess a licence', () => {
    const file = parseBankFile(yaml.replace('  license: CC-BY-4.0\n', ''));
    expect(file.ok && file.value.questions[0]?.license).toBe('LicenseRef-unknown');
  });

  it('may hold a whole bank when it names no category', () => {
    const other = { ...sampleQuestion, id: 'sample-0003', category: 'data-quality' };
    expect(complaints(written([sampleQuestion, other], { category: undefined }))).toEqual([]);
  });

  it.each([
    [
      'another format',
      yaml.replace('interview-bank/1', 'interview-bank/2'),
      '1:1 format: Unknown choice "interview-bank/2". Did you mean "interview-bank/1"?',
    ],
    ['no bank', yaml.replace(/bank:\n(  .*\n)+category/, 'category'), '1:1 bank: "bank" is missing. Add bank: {id: …, title: …}.'],
    [
      'a misspelt member',
      yaml.replace('difficulty', 'dificulty'),
      '13:5 questions[0].dificulty: Unknown member "dificulty". Did you mean "difficulty"?',
    ],
    [
      'a question of another category',
      yaml.replace('    category: case-law', '    category: case-work'),
      '11:5 questions[0].category: This file is about "case-law", the question about "case-work". Move it to that file, or mend one of the two.',
    ],
    [
      'minutes in words',
      yaml.replace('target: 20', 'target: long'),
      '14:15 questions[0].minutes.target: "target" must be a number from 0.5 to 480; found a text.',
    ],
    [
      'a version number that is no text',
      yaml.replace('    kind', '    edition: 1.0\n    kind'),
      '12:5 questions[0].edition: Expected a text; found the number 1. Put it in quotes if it is meant as text.',
    ],
    [
      'a list instead of a file',
      '- a\n',
      '1:1 Expected a record with the members $schema, format, bank, category, categoryPath, people, scales, competencies, questions, extensions; found a list.',
    ],
  ])('with %s is refused, at its place', (_what, text, expected) => {
    expect(complaints(text)).toContain(expected);
  });

  it('holds each question once', () => {
    expect(complaints(written([sampleQuestion, sampleQuestion]))).toEqual([
      expect.stringContaining('questions[1]: "sample-0001" occurs twice'),
    ]);
  });

  it('is refused when it is not well-formed', () => {
    expect(complaints(`${yaml}  bad indentation\n`)[0]).toMatch(/^\d+:\d+ Not well-formed/);
  });
});
