import type { BankQuestion } from '../bank-file';
import type { BankComplaint, BankRule } from './rule';

/** Below this many questions that say so, a share means nothing. */
const ENOUGH = 8;

interface Counted {
  readonly name: string;
  readonly count: number;
  readonly share: number;
}

/** How often each name occurs among those that have one, the most frequent first. */
export function counted(names: readonly (string | undefined)[]): { readonly of: number; readonly names: readonly Counted[] } {
  const given = names.filter((name) => name !== undefined);
  const counts = new Map<string, number>();
  for (const name of given) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    of: given.length,
    names: [...counts]
      .map(([name, count]) => ({ name, count, share: count / given.length }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const wholeBank = (message: string): BankComplaint => ({ path: [], message });

/** Most that one culprit may be guilty of; the others are free. */
const CULPRIT_LIMITS: Readonly<Record<string, number>> = { 'newest-change': 0.5, 'upstream-team': 0.25, person: 0 };

export const culpritsRule: BankRule = {
  id: 'B01',
  severity: 'WARNING',
  asks: 'Is the guilty part the newest change in at most half, an upstream team in at most a quarter, a person in none?',
  why: 'Who knows the pattern of the bank guesses right without reading.',
  checkBank: (questions) => {
    const { of, names } = counted(questions.map(({ plot }) => plot?.culprit).filter((culprit) => culprit !== 'none'));
    return names
      .filter(({ name, share }) => share > (CULPRIT_LIMITS[name] ?? 1) && (of >= ENOUGH || CULPRIT_LIMITS[name] === 0))
      .map(({ name, count, share }) =>
        wholeBank(
          `The culprit is "${name}" in ${count} of ${of} questions (${percent(share)}); at most ${percent(CULPRIT_LIMITS[name] ?? 1)}.`,
        ),
      );
  },
};

const FAMILY_SHARE = 0.2;

export const familiesRule: BankRule = {
  id: 'B02',
  severity: 'WARNING',
  asks: 'Does no cause stand behind more than a fifth of a category?',
  why: 'A category with one cause is one question with many faces.',
  checkBank: (questions) =>
    byCategory(questions).flatMap(([category, members]) => {
      const { of, names } = counted(members.map(({ plot }) => plot?.family));
      return names
        .filter(({ count, share }) => of >= ENOUGH && count > 1 && share > FAMILY_SHARE)
        .map(({ name, count }) =>
          wholeBank(`"${name}" is the cause of ${count} of ${of} questions in ${category}; at most ${percent(FAMILY_SHARE)}.`),
        );
    }),
};

const [FEWEST_RIGHT, MOST_RIGHT] = [0.15, 0.25];

export const firstGuessRule: BankRule = {
  id: 'B03',
  severity: 'WARNING',
  asks: 'Is the obvious cause the right one in 15 to 25 % of the debugging questions?',
  why: 'When it never is, "not the obvious" becomes a strategy.',
  checkBank: (questions) => {
    const { of, names } = counted(questions.filter(({ kind }) => kind === 'debugging-evidence').map(({ plot }) => plot?.firstGuess));
    const share = names.find(({ name }) => name === 'right')?.share ?? 0;
    if (of < ENOUGH || (share >= FEWEST_RIGHT && share <= MOST_RIGHT)) return [];
    return [wholeBank(`The first guess is right in ${percent(share)} of ${of} debugging questions; 15 to 25 % are wanted.`)];
  },
};

const MOST_LENGTH_CUE = 0.5;

export const lengthCueRule: BankRule = {
  id: 'B04',
  severity: 'WARNING',
  asks: 'Can the level of an anchor, or the right choice, not be told by its length?',
  why: 'Raters learn that long is high, candidates that the longest option is right. "As 3, and" at the beginning is not counted.',
  checkBank: (questions) => {
    const cue = lengthCue(questions);
    const choices = questions.flatMap(({ response }) => (response?.choices === undefined ? [] : [response.choices]));
    const told = choices.filter((options) => {
      const longest = Math.max(...options.map(({ text }) => text.length));
      return options.some(({ correct, text }) => correct === true && text.length === longest);
    }).length;
    return [
      ...(cue !== null && questions.length >= ENOUGH && cue > MOST_LENGTH_CUE
        ? [wholeBank(`Length and level of anchors correlate by ${cue.toFixed(2)}; at most ${MOST_LENGTH_CUE}.`)]
        : []),
      ...(choices.length >= ENOUGH && told / choices.length > MOST_LENGTH_CUE
        ? [
            wholeBank(
              `The longest choice is right in ${percent(told / choices.length)} of ${choices.length} questions; at most ${percent(MOST_LENGTH_CUE)}.`,
            ),
          ]
        : []),
    ];
  },
};

/** Correlation (Pearson) of level and words of all anchors, the references to lower levels left out; `null` where it has no meaning. */
export function lengthCue(questions: readonly BankQuestion[]): number | null {
  const points = questions.flatMap(({ rubric }) =>
    rubric.criteria.flatMap(({ anchors }) => Object.entries(anchors).map(([level, text]) => [Number(level), ownWords(text)] as const)),
  );
  const mean = (place: 0 | 1): number => points.reduce((sum, point) => sum + point[place], 0) / points.length;
  const [meanLevel, meanWords] = [mean(0), mean(1)];
  let [together, levels, words] = [0, 0, 0];
  for (const [level, count] of points) {
    together += (level - meanLevel) * (count - meanWords);
    levels += (level - meanLevel) ** 2;
    words += (count - meanWords) ** 2;
  }
  return levels === 0 || words === 0 ? null : together / Math.sqrt(levels * words);
}

const ownWords = (anchor: string): number =>
  anchor
    .replace(/^As \d,? (?:and )?/, '')
    .split(/\s+/)
    .filter(Boolean).length;

/** Categories in the order in which they first occur, with their questions. */
export function byCategory(questions: readonly BankQuestion[]): readonly (readonly [string, readonly BankQuestion[]])[] {
  const categories = new Map<string, BankQuestion[]>();
  for (const question of questions) {
    const members = categories.get(question.category);
    if (members === undefined) categories.set(question.category, [question]);
    else members.push(question);
  }
  return [...categories];
}
