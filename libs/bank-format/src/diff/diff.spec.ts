import fc from 'fast-check';
import { exampleQuestion } from '../../test/example-question';
import { withChange } from '../../test/sample-question';
import type { BankQuestion } from '../bank-file';
import { compareQuestions } from './compare-questions';
import { changeInWords } from './in-words';
import { type DiffPart, lineDiff, sequenceDiff, wordDiff } from './text-diff';

const told = (path: readonly (string | number)[], value: unknown): string[] => {
  const after = withChange(exampleQuestion, path, value) as BankQuestion;
  return compareQuestions(exampleQuestion, after).map((change) => `${change.scoring ? '!' : ''}${changeInWords(change, after)}`);
};

describe('what differs between two versions of a question', () => {
  it('is nothing between a question and itself, whatever its record says', () => {
    expect(told(['record'], { status: 'retired' })).toEqual([]);
  });

  it.each([
    [['difficulty'], 4, '!Difficulty: 3 → 4.'],
    [['title'], 'Another', 'Title: Eight percent on a Tuesday → Another.'],
    [['minutes', 'target'], 21, '!Minutes, target: 20 → 21.'],
    [
      ['rubric', 'criteria', 0, 'anchors', '3'],
      'Something else that is much longer than sixty characters, to be sure of it.',
      '!Criterion c1 (Finds what happened to the rows), anchor for level 3: rewritten.',
    ],
    [['rubric', 'criteria', 1, 'weight'], 0.25, '!Criterion c2 (Publishes what is true), weight: 0.3 → 0.25.'],
    [['probes', 1, 'ask'], 'Why?', '!Probe p2, ask: rewritten.'],
    [['hints', 0, 'caps', 'c1'], 2, '!Hint h1, price, c1: 3 → 2.'],
    [['modelAnswer'], undefined, 'Model answer: removed.'],
    [['numbersKey'], 'x', 'Key of the numbers: added.'],
    [['tags'], ['a', 'b'], 'Tags: completeness, incident, time-zones → a, b.'],
    [['plot', 'culprit'], 'data', 'Culprit: newest-change → data.'],
    [['rubric', 'redFlags', 1], 'Invents rows.', '!Red flag 2: Fills the gap with invented rows. → Invents rows.'],
  ] as const)('%j → %j', (path, value, expected) => {
    expect(told(path, value)).toEqual([expected]);
  });

  it('follows ids, not places: a probe that moved is no change', () => {
    expect(told(['probes'], [...exampleQuestion.probes].reverse())).toEqual([]);
    expect(told(['probes'], exampleQuestion.probes.slice(1))).toEqual([
      '!Probe p1, ask: removed.',
      '!Probe p1, criteria it is evidence for: removed.',
    ]);
  });
});

describe('lists of sentences', () => {
  const { redFlags } = exampleQuestion.rubric;

  it('are told by what came and went, not by places', () => {
    expect(told(['rubric', 'redFlags'], redFlags.slice(1))).toEqual(['!Red flag 1: removed.']);
    expect(told(['rubric', 'redFlags'], ['Deletes the table.', ...redFlags])).toEqual(['!Red flag 1: added.']);
    expect(told(['relations'], undefined)).toHaveLength(5);
  });
});

const kept = (parts: readonly DiffPart[], kind: 'REMOVED' | 'ADDED'): string =>
  parts
    .filter((part) => part.kind === 'SAME' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '\n', '2'), maxLength: 40 });

  it('gives both texts back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect([kept(parts, 'REMOVED'), kept(parts, 'ADDED')]).toEqual([before, after]);
        const lines = lineDiff(before, after);
        expect(lines.flatMap((pair) => pair.before ?? []).join('\n')).toBe(before);
        expect(lines.flatMap((pair) => pair.after ?? []).join('\n')).toBe(after);
      }),
    );
  });

  it('keeps as much as can be kept, as trying every subsequence says', () => {
    const short = fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 7 });
    fc.assert(
      fc.property(short, short, (before, after) => {
        const same = sequenceDiff(before, after).flatMap(({ kind, entries }) => (kind === 'SAME' ? entries : []));
        expect(same).toHaveLength(
          Math.max(
            ...subsequences(before)
              .filter((each) => isSubsequence(each, after))
              .map(({ length }) => length),
          ),
        );
      }),
    );
  });

  it('sets replaced lines beside each other', () => {
    expect(lineDiff('a\nb\nc', 'a\nB\nc\nd')).toEqual([
      { before: 'a', after: 'a' },
      { before: 'b', after: 'B' },
      { before: 'c', after: 'c' },
      { before: null, after: 'd' },
    ]);
    expect(wordDiff('three of four', 'three of five')).toEqual([
      { kind: 'SAME', text: 'three of ' },
      { kind: 'REMOVED', text: 'four' },
      { kind: 'ADDED', text: 'five' },
    ]);
  });
});

const subsequences = (list: readonly string[]): string[][] =>
  list.reduce<string[][]>((all, entry) => [...all, ...all.map((each) => [...each, entry])], [[]]);

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let next = 0;
  for (const entry of long) if (entry === short[next]) next += 1;
  return next === short.length;
}
