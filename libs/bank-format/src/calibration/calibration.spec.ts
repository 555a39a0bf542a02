import { sampleCalibrationSet as set } from '../../test/sample-calibration-set';
import { sampleQuestion, withChange } from '../../test/sample-question';
import { faultText, pathText } from '../bank-fault';
import { calibrationFaults } from './calibration-faults';
import type { CalibrationSet } from './calibration-set';
import { parseCalibrationSet } from './parse-calibration-set';
import { quotedPassages } from './quoted-words';

const parsed = (value: unknown): CalibrationSet => {
  const read = parseCalibrationSet(JSON.stringify(value));
  if (!read.ok) throw new Error(read.error.map(faultText).join('\n'));
  return read.value;
};
const faultsOf = (value: unknown, question: Parameters<typeof calibrationFaults>[1] = sampleQuestion): readonly string[] =>
  calibrationFaults(parsed(value), question).map(({ code, path }) => `${code} ${pathText(path)}`);

describe('a calibration set', () => {
  it('is read into typed values', () => {
    const { answers, ...head } = parsed(withChange(set, ['answers', 0, 'evidence'], undefined));
    expect(head).toEqual({ category: 'spark-tuning', question: 'sample-0001', questionVersion: 1, created: '2026-11-24' });
    expect(answers.map(({ id, evidence, hints }) => [id, evidence, hints])).toEqual([
      ['a', [], []],
      ['b', [], ['h1']],
      ['c', [], []],
      ['d', ['C'], []],
      ['e', [], []],
    ]);
    expect(answers[3]?.ratings['c1']?.level).toBe(5);
  });

  it.each([
    ['another format', ['format'], 'calibration-set/2', 'CHOICE format'],
    ['no question', ['question'], undefined, 'MISSING question'],
    ['a version in words', ['questionVersion'], 'one', 'TYPE questionVersion'],
    ['a day that does not exist', ['created'], '2026-02-30', 'RANGE created'],
    ['no answers', ['answers'], [], 'MISSING answers'],
    ['two answers of one id', ['answers', 1, 'id'], 'a', 'DUPLICATE answers[1]'],
    ['an answer that says nothing', ['answers', 0, 'said'], ' ', 'MISSING answers[0].said'],
    ['a level beyond every scale', ['answers', 0, 'ratings', 'c1', 'level'], 8, 'RANGE answers[0].ratings.c1.level'],
    ['half a level', ['answers', 0, 'ratings', 'c1', 'level'], 2.5, 'RANGE answers[0].ratings.c1.level'],
    ['a rating without a reason', ['answers', 0, 'ratings', 'c1', 'why'], undefined, 'MISSING answers[0].ratings.c1.why'],
    ['a member that nobody knows', ['answers', 0, 'gold'], 3, 'UNKNOWN_FIELD answers[0].gold'],
  ])('with %s is refused', (_what, path, value, expected) => {
    const read = parseCalibrationSet(JSON.stringify(withChange(set, path, value)));
    expect(read.ok ? [] : read.error.map((fault) => `${fault.code} ${pathText(fault.path)}`)).toContain(expected);
  });

  it('says in which line a fault is', () => {
    const read = parseCalibrationSet('format: calibration-set/1\ncategory: a\nquestion: b\nquestionVersion: 0\nanswers: []\n');
    expect(read.ok ? [] : read.error.map(faultText)).toEqual([
      '4:1 questionVersion: "questionVersion" must lie between 1 and 100000; it is 0.',
      '5:1 answers: A calibration set has one answer for each level of the scale.',
    ]);
  });
});

describe('a calibration set and its question', () => {
  it('agree', () => {
    expect(faultsOf(set)).toEqual([]);
    expect(faultsOf(withChange(set, ['questionVersion'], 4), { ...sampleQuestion, record: { version: 4 } })).toEqual([]);
  });

  it('disagree where the question is another or none', () => {
    expect(calibrationFaults(parsed(set), undefined).map(faultText)).toEqual([
      'question: There is no question "sample-0001" in the bank. Mend the id, or name the files it is in.',
    ]);
    expect(faultsOf(withChange(set, ['question'], 'sample-0002'))).toEqual(['REFERENCE question']);
  });

  const first = ['answers', 0] as const;
  it.each([
    ['of another version', ['questionVersion'], 2, ['REFERENCE questionVersion']],
    ['of another category', ['category'], 'data-quality', ['REFERENCE category']],
    ['with evidence that the question does not have', [...first, 'evidence'], ['C', 'Z'], ['REFERENCE answers[0].evidence[1]']],
    ['with an exhibit, which nobody has to ask for', [...first, 'evidence'], ['A'], ['REFERENCE answers[0].evidence[0]']],
    ['with a hint that the question does not have', [...first, 'hints'], ['h2'], ['REFERENCE answers[0].hints[0]']],
    ['above the cap of a hint', ['answers', 3, 'hints'], ['h1'], ['RANGE answers[3].ratings.c1.level']],
    [
      'with 99 words',
      [...first, 'said'],
      'the scheduler, of course '.repeat(30).split(' ').slice(0, 99).join(' '),
      ['LENGTH answers[0].said'],
    ],
    ['with 401 words', [...first, 'said'], `the scheduler, of course ${'word '.repeat(397)}`, ['LENGTH answers[0].said']],
    [
      'with a quote that was not said',
      [...first, 'ratings', 'c2', 'why'],
      "As 'nobody said this' shows.",
      ['REFERENCE answers[0].ratings.c2.why'],
    ],
    ['with a criterion too much', [...first, 'ratings', 'c3'], { level: 3, why: 'x' }, ['REFERENCE answers[0].ratings.c3']],
    ['with a criterion too few', [...first, 'ratings', 'c2'], undefined, ['MISSING answers[0].ratings', 'MISSING answers']],
    ['with a level twice over the answers', [...first, 'ratings', 'c2', 'level'], 5, ['MISSING answers', 'DUPLICATE answers']],
    // b has 3 on c1, too.
    [
      'with one level for a whole answer',
      ['answers', 1, 'ratings', 'c2', 'level'],
      3,
      ['DUPLICATE answers[1].ratings', 'MISSING answers', 'DUPLICATE answers'],
    ],
    [
      'with a level that the scale does not have',
      [...first, 'ratings', 'c2', 'level'],
      6,
      ['MISSING answers', 'RANGE answers[0].ratings.c2.level'],
    ],
  ])('disagree: %s', (_what, path, value, expected) => {
    expect(faultsOf(withChange(set, path, value))).toEqual(expected);
  });

  it('may have 100 words and 400, no fewer and no more', () => {
    const ofWords = (count: number): string => `the scheduler, of course ${'word '.repeat(count - 4)}`;
    for (const count of [100, 400]) expect(faultsOf(withChange(set, [...first, 'said'], ofWords(count)))).toEqual([]);
  });

  it('disagree where a level stands three times in an answer of four criteria', () => {
    const [c1, c2] = sampleQuestion.rubric.criteria;
    if (c1 === undefined || c2 === undefined) throw new Error('the sample has two criteria');
    const criteria = [c1, c2, { ...c1, id: 'c3' }, { ...c2, id: 'c4' }];
    const question = { ...sampleQuestion, rubric: { ...sampleQuestion.rubric, criteria } };
    const rated = (third: readonly number[], fourth: readonly number[]): unknown => ({
      ...set,
      answers: set.answers.map((answer, index) => ({
        ...answer,
        ratings: { ...answer.ratings, c3: { level: third[index], why: 'x' }, c4: { level: fourth[index], why: 'x' } },
      })),
    });
    // a: 1 2 1 2, twice each; then 1 2 1 1, three times.
    expect(faultsOf(rated([1, 3, 2, 5, 4], [2, 1, 4, 3, 5]), question)).toEqual([]);
    expect(faultsOf(rated([1, 3, 2, 5, 4], [1, 2, 4, 3, 5]), question)).toEqual(['DUPLICATE answers[0].ratings']);
  });
});

describe('what a reason quotes', () => {
  it.each([
    ["Says 'one two three' and 'one two'.", ['one two three']],
    ["It doesn't, the leads' way isn't, and \"no single one\".", []],
    ["('we don't know\n  yet') Not 3: 'a b c'", ["we don't know yet", 'a b c']],
    ["'one, two, three?', then more", ['one, two, three?']],
  ])('%j', (why, passages) => {
    expect(quotedPassages(why)).toEqual(passages);
  });
});
