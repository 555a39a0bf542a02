import type { BankFile, BankQuestion } from '../bank-file';
import { ATTRACTIVE, isTextSection, LOOK_FOR, SCRIPT_HEADINGS, SCRIPT_ORDER, type ScriptSection, WRONG } from '../doors/script-sections';

/** The words for the levels of a scale, where the file of the bank names them. */
export type LevelLabels = (scale: string) => ReadonlyMap<number, string>;

export const levelLabels =
  ({ scales = [] }: Pick<BankFile, 'scales'>): LevelLabels =>
  (slug) =>
    new Map(scales.find(({ id }) => id === slug)?.levels.map(({ value, label }) => [value, label]) ?? []);

/**
 * What interviewers and scorers read, as Markdown under the headings of `SCRIPT_HEADINGS`; sections that are empty stay away. With `only`,
 * the given sections in this order.
 */
export function scriptText(question: BankQuestion, labels: LevelLabels, only: readonly ScriptSection[] = SCRIPT_ORDER): string {
  return only
    .map((section) => ({ section, text: sectionText(section, question, labels) }))
    .filter(({ text }) => text !== '')
    .map(({ section, text }) => `### ${SCRIPT_HEADINGS[section]}\n\n${text}`)
    .join('\n\n');
}

/** One section without its heading; the empty text where the question has none. */
export function sectionText(section: ScriptSection, question: BankQuestion, labels: LevelLabels): string {
  if (isTextSection(section)) return question[section] ?? '';
  switch (section) {
    case 'strongSignals':
    case 'weakSignals':
    case 'redFlags':
      return points(question.rubric[section]);
    case 'sources':
      return points(
        question.references.map((reference) => (typeof reference === 'string' ? reference : (reference.uri ?? reference.title))),
      );
    case 'noteDown':
    case 'failureCards':
    case 'acceptAlso':
      return points(question[section] ?? []);
    case 'probes':
      return probesText(question.probes);
    case 'hints':
      return points(question.hints.map(({ text, when, caps }) => `${conditional(text, when)}${capsText(caps)}`));
    case 'followUps':
      return points(
        question.followUps.map(({ levels, ask }) => `${levels.length === 1 ? 'Level' : 'Levels'} ${levels.join(', ')}: ${ask}`),
      );
    case 'plausibleWrongAnswers':
      return question.plausibleWrongAnswers
        .map(({ claim, whyAttractive, whyWrong }) =>
          [point(claim, 0), point(`${ATTRACTIVE}${whyAttractive}`, 1), point(`${WRONG}${whyWrong}`, 1)].join('\n'),
        )
        .join('\n');
    case 'rubric':
      return rubricTable(question, labels);
  }
}

/** The price of a hint: `[at most 3 in c2]`. */
const capsText = (caps: Readonly<Record<string, number>>): string => {
  const prices = Object.entries(caps).map(([criterion, level]) => `${level} in ${criterion}`);
  return prices.length === 0 ? '' : ` [at most ${prices.join(', ')}]`;
};

const points = (texts: readonly string[]): string => texts.map((text) => point(text, 0)).join('\n');

const point = (text: string, depth: number): string => {
  const indent = '  '.repeat(depth);
  return `${indent}- ${text.replace(/\n(?!\n)/g, `\n${indent}  `)}`;
};

const conditional = (text: string, when: string | undefined): string => (when === undefined ? text : `*${when}:* ${text}`);

interface AskedProbe {
  readonly ask: string;
  readonly when?: string | undefined;
  readonly lookFor?: readonly string[] | undefined;
  readonly probes?: readonly AskedProbe[] | undefined;
}

/** Probes as a list: the condition in italics, what to listen for and what follows as points below. */
export function probesText(probes: readonly AskedProbe[], depth = 0): string {
  return probes
    .map(({ ask, when, lookFor = [], probes: following = [] }) =>
      [
        point(conditional(ask, when), depth),
        ...lookFor.map((text) => point(`${LOOK_FOR}${text}`, depth + 1)),
        ...(following.length === 0 ? [] : [probesText(following, depth + 1)]),
      ].join('\n'),
    )
    .join('\n');
}

/** Criteria down, levels across; behind the title what counts about it; below, from where on an answer passes. */
function rubricTable({ rubric: { criteria, scale, pass } }: BankQuestion, labels: LevelLabels): string {
  if (criteria.length === 0) return '';
  const names = labels(scale);
  const levels = [...new Set([...names.keys(), ...criteria.flatMap(({ anchors }) => Object.keys(anchors).map(Number))])].sort(
    (a, b) => a - b,
  );
  const head = ['Criterion', ...levels.map((level) => [String(level), names.get(level) ?? ''].filter((part) => part !== '').join(' '))];
  const rows = criteria.map(({ title, description, weight, competency, mustReach, anchors }) => {
    const about = [`weight ${weight}`, `competency ${competency}`, ...(mustReach === undefined ? [] : [`must reach ${mustReach}`])].join(
      ', ',
    );
    const first = `${title} (${about})${description === undefined ? '' : `\n${description}`}`;
    return [first, ...levels.map((level) => anchors[String(level)] ?? '')];
  });
  const table = [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');
  return pass === undefined ? table : `${table}\n\nPasses from ${pass} on.`;
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|').replace(/\n+/g, '<br>')).join(' | ')} |`;
