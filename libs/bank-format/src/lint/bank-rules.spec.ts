import { exampleQuestion } from '../../test/example-question';
import type { BankQuestion } from '../bank-file';
import type { Plot } from '../upkeep-shapes';
import { counted, lengthCue } from './bank-patterns';
import { jaccard, similarPairs } from './near-duplicates';
import { BANK_RULES } from './rules';

type Bank = readonly BankQuestion[];

/** A question that shares no run of words with any other. */
const question = (index: number, more: Partial<BankQuestion> = {}): BankQuestion => ({
  ...exampleQuestion,
  id: `q-${index}`,
  context: undefined,
  prompt: Array.from({ length: 12 }, (_, word) => `w${index}x${word}`).join(' '),
  exhibits: [],
  evidenceOnRequest: [],
  ...more,
});
const many = (count: number, more: (index: number) => Partial<BankQuestion>): Bank =>
  Array.from({ length: count }, (_, index) => question(index, more(index)));
const plots = (list: readonly Plot[], more: Partial<BankQuestion> = {}): Bank =>
  list.map((plot, index) => question(index, { plot, ...more }));
const repeated = (counts: readonly (readonly [Plot, number])[]): readonly Plot[] =>
  counts.flatMap(([plot, count]) => Array.from({ length: count }, () => plot));
const exhibit = (format: 'python' | 'scala' | 'java' | 'sql') => ({ exhibits: [{ id: 'A', title: 'Code', format, content: 'x' }] });
const prompt = (text: string) => ({ prompt: text });
const anchors = (texts: readonly string[]): Partial<BankQuestion> => ({
  rubric: {
    ...exampleQuestion.rubric,
    criteria: exampleQuestion.rubric.criteria.map((criterion) => ({
      ...criterion,
      anchors: Object.fromEntries(texts.map((text, index) => [`${index + 1}`, text])),
    })),
  },
});
const choices = (right: string, wrong: string): Partial<BankQuestion> => ({
  response: {
    mode: 'single-choice',
    choices: [
      { id: 'a', text: right, correct: true },
      { id: 'b', text: wrong },
    ],
  },
});
const page = 'On Monday the table of orders had a gap that nobody saw until the report went out and somebody asked why the total fell';

const surroundings = {
  levelsOf: () => [1, 2, 3, 4, 5],
  texts: [{ name: 'sheet.md', text: 'One two three four five six seven eight nine ten eleven twelve thirteen.' }],
};
const complaints = (id: string, bank: Bank): readonly string[] =>
  BANK_RULES.filter((rule) => rule.id === id)
    .flatMap((rule) => rule.checkBank(bank, surroundings))
    .map(({ message }) => message);

/** For each rule: a bank of which it complains, what it says, and a bank of which it does not. */
const cases: Readonly<Record<string, readonly { fails: Bank; says: string; passes: Bank }[]>> = {
  L20: [
    {
      fails: [question(1, prompt(page)), question(2, prompt(`${page} twice`))],
      says: 'Shares 95 % of its runs of 5 words with q-1; at most 20 %.',
      passes: [question(1, prompt(page)), question(2, prompt(page.split(' ').reverse().join(' ')))],
    },
    {
      fails: [question(1, prompt('It says: one two three four five six seven eight nine ten eleven twelve.'))],
      says: '"one two three four five six seven eight nine ten eleven twelve" stands word for word in sheet.md. Write it anew from the fact.',
      passes: [question(1, prompt('It says: one two three four five six seven eight nine ten eleven.'))],
    },
  ],
  B01: [
    {
      fails: plots(
        repeated([
          [{ culprit: 'newest-change' }, 5],
          [{ culprit: 'data' }, 3],
        ]),
      ),
      says: 'The culprit is "newest-change" in 5 of 8 questions (63 %); at most 50 %.',
      passes: plots(
        repeated([
          [{ culprit: 'newest-change' }, 4],
          [{ culprit: 'data' }, 4],
        ]),
      ),
    },
    {
      fails: plots([{ culprit: 'person' }]),
      says: 'The culprit is "person" in 1 of 1 questions (100 %); at most 0 %.',
      passes: plots([{ culprit: 'none' }]),
    },
  ],
  B02: [
    {
      fails: plots(repeated([[{ family: 'skew' }, 2], ...'abcdef'.split('').map((family) => [{ family }, 1] as const)])),
      says: '"skew" is the cause of 2 of 8 questions in data-quality; at most 20 %.',
      passes: plots(repeated([[{ family: 'skew' }, 2], ...'abcdefgh'.split('').map((family) => [{ family }, 1] as const)])),
    },
  ],
  B03: [
    {
      fails: plots(repeated([[{ firstGuess: 'wrong' }, 8]]), { kind: 'debugging-evidence' }),
      says: 'The first guess is right in 0 % of 8 debugging questions; 15 to 25 % are wanted.',
      passes: plots(
        repeated([
          [{ firstGuess: 'wrong' }, 8],
          [{ firstGuess: 'right' }, 2],
        ]),
        { kind: 'debugging-evidence' },
      ),
    },
  ],
  B04: [
    {
      fails: many(8, () => anchors(['a b c d', 'a b c d e', 'a b c d e f', 'a b c d e f g', 'a b c d e f g h'])),
      says: 'Length and level of anchors correlate by 1.00; at most 0.5.',
      passes: many(8, () => anchors(['a b c d', 'a b c d e', 'a b c d', 'As 3, and a b c d e', 'As 4, and a b c d'])),
    },
    {
      fails: many(8, () => ({ ...anchors(['a', 'a', 'a', 'a', 'a']), ...choices('the longer of the two', 'short') })),
      says: 'The longest choice is right in 100 % of 8 questions; at most 50 %.',
      passes: many(8, (index) => ({
        ...anchors(['a', 'a', 'a', 'a', 'a']),
        ...(index % 2 === 0 ? choices('longer', 'no') : choices('no', 'longer')),
      })),
    },
  ],
  B05: [
    {
      fails: plots(
        repeated([
          [{ ending: 'act' }, 9],
          [{ ending: 'tell' }, 3],
        ]),
      ),
      says: 'Only 25 % of 12 cases end with waiting, asking, telling or doing less; a third is wanted.',
      passes: plots(
        repeated([
          [{ ending: 'act' }, 8],
          [{ ending: 'wait' }, 4],
        ]),
      ),
    },
  ],
  B06: [
    {
      fails: plots(repeated([[{ industry: 'retail' }, 12]])),
      says: 'The questions play in 1 industries; at least 8 are wanted.',
      passes: plots(Array.from({ length: 16 }, (_, index) => ({ industry: `i${index % 8}` }))),
    },
  ],
  B07: [
    {
      fails: many(12, () => exhibit('python')),
      says: '0 % of 12 exhibits with code are in scala; a tenth is wanted.',
      passes: many(12, (index) => exhibit((['python', 'scala', 'java', 'sql'] as const)[index % 4] ?? 'sql')),
    },
  ],
  B08: [
    {
      fails: many(6, (index) => prompt(`Robin asks ${index}.`)),
      says: '"Robin" occurs in 6 questions; at most 5.',
      passes: many(5, (index) => prompt(`Robin asks ${index}.`)),
    },
  ],
  B09: [
    {
      fails: many(5, (index) => ({ category: 'cloud-platforms', ...prompt(`AWS ${index}`) })),
      says: 'Azure is in 0 % of 5 cloud questions; a fifth is wanted.',
      passes: many(5, (index) => ({ category: 'cloud-platforms', ...prompt(`AWS, Azure and BigQuery ${index}`) })),
    },
    {
      fails: many(12, (index) => ({ kind: 'code-review', ...prompt(`Redshift ${index}`) })),
      says: 'Only 0 % of 12 technical questions are bound to no cloud; half is wanted.',
      passes: many(12, (index) => ({ kind: 'code-review', ...prompt(index % 2 === 0 ? 'Redshift' : 'a warehouse') })),
    },
  ],
  B10: [
    {
      fails: [question(1, prompt(page)), question(2, prompt(page))],
      says: 'The pages of this and of q-1 are alike by 100 %. Name it under "enemies".',
      passes: [question(1, prompt(page)), question(2, { ...prompt(page), enemies: ['q-1'] })],
    },
  ],
  B11: [
    {
      fails: [question(1, { enemies: ['q-9'] })],
      says: 'There is no question "q-9" in these files.',
      passes: [question(1, { enemies: ['q-2'] }), question(2)],
    },
  ],
  B12: [
    {
      fails: [question(1), question(1)],
      says: '"q-1" is the id of an earlier question, too. Rename one of the two.',
      passes: [question(1), question(2)],
    },
  ],
};

describe('rules for a whole bank', () => {
  it('are all tested here', () => {
    expect(Object.keys(cases).sort()).toEqual(BANK_RULES.map(({ id }) => id).sort());
  });

  const table = Object.entries(cases).flatMap(([id, list]) => list.map((each, index) => [id, index + 1, each] as const));

  it.each(table)('%s (%d) complains where it should, and only there', (id, _index, { fails, says, passes }) => {
    expect(complaints(id, fails)).toContain(says);
    expect(complaints(id, passes)).toEqual([]);
  });

  it('let variants of one family be alike', () => {
    const family = { variants: { family: 'gaps' } };
    expect(complaints('L20', [question(1, { ...prompt(page), ...family }), question(2, { ...prompt(page), ...family })])).toEqual([]);
  });
});

describe('what two texts have in common', () => {
  it('is the number of common runs by the number of all runs', () => {
    // a b c d | b c d e: runs of three abc, bcd, cde: one of three is common
    expect(similarPairs(['a b c d', 'b c d e'], 3, 0)).toEqual([{ one: 0, other: 1, share: 1 / 3 }]);
    expect(jaccard(new Set(['a', 'b']), new Set(['b', 'c', 'd']))).toBe(1 / 4);
    expect(jaccard(new Set(), new Set())).toBe(0);
  });

  it('is found for every pair, as by comparing all with all', () => {
    const texts = Array.from({ length: 30 }, (_, index) =>
      Array.from({ length: 8 }, (_unused, word) => `w${(index * word) % 7}`).join(' '),
    );
    const runs = texts.map(
      (text) =>
        new Set(
          text
            .split(' ')
            .map((_, at, all) => all.slice(at, at + 2).join(' '))
            .slice(0, -1),
        ),
    );
    const all = runs.flatMap((one, a) => runs.slice(a + 1).flatMap((other, b) => (jaccard(one, other) > 0.5 ? [`${a} ${a + 1 + b}`] : [])));
    expect(
      similarPairs(texts, 2, 0.5)
        .map(({ one, other }) => `${one} ${other}`)
        .sort(),
    ).toEqual(all.sort());
  });

  it('finds a text that was copied a hundred times', () => {
    expect(
      similarPairs(
        Array.from({ length: 100 }, () => page),
        5,
        0.2,
      ),
    ).toHaveLength(99);
  });
});

describe('counting', () => {
  it('gives names by their number, the most frequent first', () => {
    expect(counted(['b', 'a', undefined, 'a'])).toEqual({
      of: 3,
      names: [
        { name: 'a', count: 2, share: 2 / 3 },
        { name: 'b', count: 1, share: 1 / 3 },
      ],
    });
  });

  it('has no correlation where nothing varies', () => {
    expect(lengthCue([question(1, anchors(['a', 'b', 'c', 'd', 'e']))])).toBeNull();
    expect(lengthCue([])).toBeNull();
  });
});
