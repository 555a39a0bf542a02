import fc from 'fast-check';
import { arbitraryBank } from '../../test/arbitrary-bank';
import { exampleBank, exampleQuestion, exampleText, shippedKnown } from '../../test/example-question';
import { withChange } from '../../test/sample-question';
import type { BankFile } from '../bank-file';
import { printBankFile } from '../print-bank';
import { placeOf } from './finding';
import { fixFile, hasInnerComments } from './fix-file';
import { lintFiles } from './lint-files';

const settings = { known: shippedKnown, today: '2026-11-24' };
const lint = (text: string, name = 'tasks.yaml') => lintFiles([{ name, text }], settings).findings;
const withQuestion = (path: readonly (string | number)[], value: unknown): string =>
  printBankFile({ ...exampleBank, questions: [withChange(exampleQuestion, path, value)] } as BankFile);
const lineOf = (text: string, needle: string): number => text.split('\n').findIndex((line) => line.includes(needle)) + 1;

describe('linting files', () => {
  it('says file, line and column of each complaint', () => {
    const text = withQuestion(['scriptNotes'], 'Do a sanity check.');
    const [found] = lint(text);
    expect(found).toMatchObject({ rule: 'L11', severity: 'ERROR', question: exampleQuestion.id, at: 'scriptNotes', fixable: true });
    expect(found && placeOf(found)).toBe(`tasks.yaml:${lineOf(text, 'scriptNotes')}:5`);
  });

  it('finds the place of an entry in a list', () => {
    const text = withQuestion(['probes', 1, 'ask'], 'Surely?');
    expect(lint(text).map(({ line, column }) => `${line}:${column}`)).toContain(`${lineOf(text, 'Surely')}:9`);
  });

  it('gives the faults of a file that cannot be read, and goes on with the others', () => {
    const broken = { name: 'broken.yaml', text: exampleText.replace('difficulty: 3', 'difficulty: 9') };
    const report = lintFiles([broken, { name: 'fine.yaml', text: exampleText }], settings);
    expect(report.findings.map(({ rule, file, at }) => `${file} ${rule} ${at}`)).toEqual(['broken.yaml L01 questions[0].difficulty']);
    expect(report.questions).toBe(1);
    expect(lint('a: [1, 2')[0]).toMatchObject({ rule: 'L01', severity: 'ERROR' });
  });

  it('reads JSON as well, and asks no canonical form of it', () => {
    expect(lint(JSON.stringify(exampleBank))).toEqual([]);
  });

  it('asks for the canonical form', () => {
    expect(lint(exampleText.replace('bank:', '\nbank:')).map(({ rule }) => rule)).toEqual(['F01']);
  });

  it('marks what an author has answered, where it was answered', () => {
    const answered = (exceptions: unknown, prompt = 'Is it complete?') =>
      lint(
        printBankFile({
          ...exampleBank,
          questions: [{ ...exampleQuestion, prompt, record: { exceptions } }],
        } as BankFile),
      ).map(({ rule, excepted }) => [rule, excepted]);
    expect(answered([{ rule: 'L25', reason: 'A frame.' }])).toEqual([['L25', 'A frame.']]);
    expect(answered([{ rule: 'L25', at: 'prompt', reason: 'A frame.' }])).toEqual([['L25', 'A frame.']]);
    expect(answered([{ rule: 'L25', at: 'context', reason: 'A frame.' }])).toEqual([
      ['L25', undefined],
      ['X01', undefined],
    ]);
    expect(answered([{ rule: 'L25', reason: 'A frame.' }], 'How complete is it?')).toEqual([['X01', undefined]]);
  });

  it('knows the scales of the file', () => {
    const levels = [1, 2, 3, 4].map((value) => ({ value, label: `Level ${value}` }));
    const criteria = exampleQuestion.rubric.criteria.map((criterion) => {
      const { '5': _highest, ...anchors } = criterion.anchors;
      return { ...criterion, anchors };
    });
    const question = { ...exampleQuestion, rubric: { ...exampleQuestion.rubric, scale: 'four', criteria }, followUps: [] };
    expect(lint(printBankFile({ ...exampleBank, scales: [{ id: 'four', levels }], questions: [question] }))).toEqual([]);
    expect(lint(printBankFile({ ...exampleBank, questions: [question] })).map(({ rule, at }) => `${rule} ${at}`)).toEqual([
      'L01 rubric.scale',
    ]);
  });
});

describe('what is said of a whole bank', () => {
  it('names no file, and comes last', () => {
    const questions = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
      ...exampleQuestion,
      id,
      prompt: `Robin asks ${id}.`,
      enemies: id === 'a' ? ['z'] : [],
    }));
    const { findings } = lintFiles([{ name: 'x.yaml', text: printBankFile({ ...exampleBank, questions }) }], settings);
    const last = findings.at(-1);
    expect(last && [last.rule, placeOf(last), last.question]).toEqual(['B08', 'The whole bank', undefined]);
    expect(findings.map(({ rule }) => rule)).toContain('B11');
  });
});

describe('mending files', () => {
  it('replaces words, adds up minutes and corrects misspelt members, and finds nothing more to do', () => {
    const broken = withQuestion(['minutes', 'target'], 19)
      .replace('Give exhibit A with the prompt.', 'Guys, give exhibit A. Do a sanity check; a Sanity check is quick.')
      .replace('modelAnswer:', 'model_answer:');
    const fixed = fixFile({ name: 'x', text: broken }, settings);
    expect(fixed.repairs).toBe(4);
    expect(fixed.text).toContain('scriptNotes: People, give exhibit A. Do a plausibility check;');
    expect(fixed.text).toContain('target: 20,');
    expect(fixed.text).toContain('modelAnswer: |');
    expect(fixFile({ name: 'x', text: fixed.text ?? '' }, settings)).toEqual({
      text: fixed.text?.replace('Sanity check', 'Plausibility check'),
      repairs: 1,
    });
  });

  it('changes nothing but the form of a file without complaints', () => {
    expect(fixFile({ name: 'x', text: JSON.stringify(exampleBank) }, settings)).toEqual({ text: exampleText, repairs: 0 });
    expect(fixFile({ name: 'x', text: `# a\n${exampleText}` }, settings).text).toBe(printBankFile(exampleBank, ' a'));
  });

  it('leaves alone what an author has answered, and what cannot be read', () => {
    const record = { exceptions: [{ rule: 'L11', reason: 'The name of a product.' }] };
    const text = printBankFile({ ...exampleBank, questions: [{ ...exampleQuestion, scriptNotes: 'Do a sanity check.', record }] });
    expect(fixFile({ name: 'x', text }, settings)).toEqual({ text, repairs: 0 });
    expect(fixFile({ name: 'x', text: exampleText.replace('difficulty: 3', 'difficulty: 9') }, settings).text).toBeNull();
    expect(fixFile({ name: 'x', text: 'a: [' }, settings).text).toBeNull();
  });

  it.each([
    ['# top\na: 1\n', false],
    ['a: 1\n# inner\nb: 2\n', true],
    ['a:\n  # inner\n  b: 2\n', true],
    ['a: |\n  # a heading in a text\n  more\nb: 2\n', false],
    ['a:\n  - |\n    # text\n  - b\n', false],
  ])('knows comments from headings: %j', (text, expected) => {
    expect(hasInnerComments(text)).toBe(expected);
  });
});

describe('any file', () => {
  it('is linted to an end, whatever is in it', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const { questions } = lintFiles([{ name: 'x', text: printBankFile(bank) }], settings);
        expect(questions).toBe(bank.questions.length);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['x ', ' ', '\n', 'a-', 'a.', 'a@', 'A', 'a_', 'a.b-', '1,', '(', '"', '1:'])(
    'takes no time for it when its texts are nothing but %j',
    (unit) => {
      const long = `x${unit.repeat(20_000).slice(0, 19_000)}x`;
      const question = { ...exampleQuestion, prompt: long, context: long, modelAnswer: long, groundTruth: long, scriptNotes: long };
      const before = process.cpuUsage();
      lintFiles([{ name: 'x', text: JSON.stringify({ ...exampleBank, questions: [question] }) }], settings);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(2);
    },
  );
});

describe('the speed of linting', () => {
  it('is enough for 250 questions of the size of the example in five seconds', () => {
    const texts = Array.from({ length: 25 }, (_, file) => ({
      name: `${file}.yaml`,
      text: printBankFile({
        ...exampleBank,
        questions: Array.from({ length: 10 }, (_unused, index) => ({
          ...exampleQuestion,
          id: `q-${file}-${index}`,
          prompt: `Case ${file} ${index}. What do you do?`,
        })),
      }),
    }));
    const before = process.cpuUsage();
    const { questions } = lintFiles(texts, settings);
    const { user, system } = process.cpuUsage(before);
    expect(questions).toBe(250);
    expect((user + system) / 1e6).toBeLessThan(10); // seconds of a processor; twice the promise, for the harness around it
  });
});
