import { type Incoming, type IncomingQuestion, openFile } from '@touchstone/bank-format';
import { type CaseReport, unreadable } from '../case-report';
import { FIGURES, hasRubric, rubricsOf } from './figures-of';
import { refusalFaults } from './compare-refusal';
import type { Expectation, ExpectedItem, Sample } from './sample';

/** Outcomes of files that are no questions: they belong to other tests. */
const NOT_IMPORTED: Readonly<Record<string, string>> = {
  oracle: 'what another file is to be parsed as',
  reference: 'shows a form and holds no questions',
  described: 'says how a file is made',
  vectors: 'pairs for another test',
  attachment: 'belongs to an item beside it',
};

const IMPORTED = new Set(['import', 'import-with-warnings', 'reject']);

/** Members of an expectation that describe and compare nothing. */
const DESCRIPTIVE = new Set(['outcome', 'errorCode', 'note', 'why', 'ast', 'dialect', 'descriptions', 'acceptItems']);

/** Seconds in which every file must have been read or refused. */
const SLOWEST = 2;

/** Imports one file and compares everything that is expected of it. */
export async function compareSample({ file, bytes, expect }: Sample): Promise<CaseReport> {
  const { outcome } = expect;
  const reason = Object.hasOwn(NOT_IMPORTED, outcome) ? NOT_IMPORTED[outcome] : undefined;
  if (reason !== undefined) return { ...unreadable(file, ''), faults: [], skipped: [{ path: outcome, reason }] };
  const from = performance.now();
  const opened = await openFile(file, bytes);
  const seconds = (performance.now() - from) / 1000;
  const comparison = new Comparison();
  if (!IMPORTED.has(outcome)) comparison.faulty('outcome', [`"${outcome}" is no outcome that is known`]);
  else if (outcome === 'reject') comparison.faulty('outcome', refusalFaults(opened, expect));
  else if (!opened.ok)
    comparison.faulty('outcome', [`is refused with ${opened.error.map(({ code, message }) => `${code} (${message})`).join(', ')}`]);
  else compareIncoming(opened.value, expect, comparison);
  comparison.faulty('time', seconds <= SLOWEST || bytes.length > 1_000_000 ? [] : [`took ${seconds.toFixed(1)} s`]);
  return {
    name: file,
    compared: comparison.compared,
    agreed: comparison.compared - comparison.faults.length,
    published: { compared: 0, agreed: 0 },
    skipped: comparison.argued,
    descriptive: Object.keys(expect).filter((name) => DESCRIPTIVE.has(name)),
    faults: comparison.faults,
    seconds,
  };
}

class Comparison {
  readonly faults: string[] = [];
  readonly argued: { readonly path: string; readonly reason: string }[] = [];
  compared = 0;

  faulty(path: string, faults: readonly string[]): void {
    this.compared += 1;
    if (faults.length > 0) this.faults.push(`${path}: ${faults.join('; ')}`);
  }

  same(path: string, found: unknown, wanted: unknown): void {
    const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
    this.faulty(path, one === other ? [] : [`found ${one ?? 'nothing'}, expected ${other ?? 'nothing'}`]);
  }

  argue(path: string, reason: string): void {
    this.argued.push({ path, reason });
  }
}

function compareIncoming(incoming: Incoming, expect: Expectation, comparison: Comparison): void {
  compareOutcome(incoming, expect, comparison);
  for (const [name, wanted] of Object.entries(expect)) {
    if (DESCRIPTIVE.has(name)) continue;
    const figure = Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined;
    if (figure !== undefined) compareFigure(name, figure(incoming), wanted, expect, comparison);
    else compareNamed(name, incoming, expect, comparison);
  }
}

/** Without warnings, with them, and the named ones among them. */
function compareOutcome({ warnings }: Incoming, { outcome, warnings: wanted = [] }: Expectation, comparison: Comparison): void {
  const codes = new Set<string>(warnings.map(({ code }) => code));
  comparison.faulty(
    'warnings',
    wanted.filter((code) => !codes.has(code)).map((code) => `${code} is missing`),
  );
  if (outcome === 'import-with-warnings') comparison.faulty('outcome', codes.size > 0 ? [] : ['no warning']);
  else if (codes.size === 1 && codes.has('POSSIBLE_DUPLICATE_TEXT')) {
    comparison.compared += 1;
    comparison.argue(
      'outcome',
      `no warning is expected, but the file holds the same text twice, which is always told: ${warnings[0]?.message ?? ''}`,
    );
  } else
    comparison.faulty(
      'outcome',
      [...codes].map((code) => `warns of ${code}`),
    );
}

function compareFigure(
  name: string,
  found: number,
  wanted: unknown,
  { acceptItems = [], items }: Expectation,
  comparison: Comparison,
): void {
  const isCount = name === 'items' || name === 'open';
  if (isCount && found !== wanted && acceptItems.includes(found) && wanted === items) {
    comparison.compared += 1;
    comparison.argue(name, `${found} instead of ${String(wanted)}: the manifest accepts both readings`);
    return;
  }
  comparison.same(name, found, wanted);
}

const trimmed = (text: string): string => text.replace(/^\$(course|system)\$\//, '').replace(/^top\//, '');
const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

function compareNamed(name: string, incoming: Incoming, expect: Expectation, comparison: Comparison): void {
  const { questions } = incoming;
  switch (name) {
    case 'warnings':
      return;
    case 'titles':
      if (expect.titles !== null && expect.titles !== undefined) comparison.faulty(name, titleFaults(incoming, expect.titles));
      return;
    case 'list':
      comparison.faulty(name, listFaults(questions, expect.list ?? []));
      return;
    case 'categories':
      comparison.same(name, sorted([...new Set(incoming.categories.map(trimmed))]), sorted((expect.categories ?? []).map(trimmed)));
      return;
    case 'counts':
      comparison.same(name, sorted(Object.entries(tally(questions)).map(String)), sorted(Object.entries(expect.counts ?? {}).map(String)));
      return;
    case 'categoryOf':
      for (const [title, category] of Object.entries(expect.categoryOf ?? {}))
        comparison.same(`categoryOf ${title}`, questions.find((question) => question.title === title)?.categoryPath.join('/'), category);
      return;
    case 'tags':
      comparison.same(name, sorted([...new Set(questions.flatMap(({ tags = [] }) => tags))]), sorted(expect.tags ?? []));
      return;
    case 'sourceIds':
      comparison.same(
        name,
        questions.flatMap(({ sourceId }) => sourceId ?? []),
        expect.sourceIds,
      );
      return;
    case 'points':
      comparison.same(
        name,
        rubricsOf(incoming)[0]?.criteria[0]?.levels.map(({ points }) => points),
        expect.points,
      );
      return;
    case 'overall':
      comparison.same(name, incoming.scorecards[0]?.overall, expect.overall);
      return;
    default:
      // A number that nobody can count is a fault; words may say what they like.
      if (typeof expect[name] === 'number') comparison.faulty(name, ['is expected, and nothing here can count it']);
      else comparison.argue(name, 'nothing here compares it');
  }
}

function tally(questions: readonly IncomingQuestion[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { categoryPath } of questions) counts[categoryPath.join('/')] = (counts[categoryPath.join('/')] ?? 0) + 1;
  return counts;
}

/** Titles in their order: of questions (their text where they have none), else of rubrics. `null` stands for no title. */
function titleFaults({ questions, rubrics }: Incoming, wanted: readonly (string | null)[]): readonly string[] {
  const own: readonly { readonly title: string | null; readonly text: string }[] =
    questions.length > 0
      ? questions.map(({ title, prompt }) => ({ title, text: prompt.trim() }))
      : rubrics.map(({ title }) => ({ title, text: '' }));
  if (own.length !== wanted.length) return [`${own.length} instead of ${wanted.length}`];
  return own.flatMap(({ title, text }, index) => {
    const expected = wanted[index] ?? null;
    const fits = expected === null ? title === null : (title ?? text) === expected || plain(text) === plain(expected);
    return fits ? [] : [`"${title ?? text}" instead of ${expected === null ? 'none' : `"${expected}"`}`];
  });
}

const plain = (text: string): string => text.replace(/\\(?=[!-/:-@[-`{-~])/g, '');

const KINDS: Readonly<Record<string, (question: IncomingQuestion) => boolean>> = {
  open: ({ answer, mode }) => answer === 'open' && mode !== 'file',
  file: ({ answer, mode }) => answer === 'open' && mode === 'file',
  choice: ({ answer }) => answer === 'choice' || answer === 'true-false',
  composite: ({ answer, foreignType }) => answer === 'other' && foreignType === 'composite',
  other: ({ answer }) => answer === 'other',
};

/** Every item of the list is there, of its kind and with its rubric; in any order, because packages have several. */
function listFaults(questions: readonly IncomingQuestion[], list: readonly ExpectedItem[]): readonly string[] {
  const left = [...questions];
  const faults = list.flatMap((item) => {
    const at = left.findIndex(({ sourceId, title }) => sourceId === item.sourceId && title === item.title);
    const [question] = at === -1 ? [] : left.splice(at, 1);
    if (question === undefined) return [`"${item.sourceId}" (${item.title}) is missing`];
    const isKind = KINDS[item.kind]?.(question) ?? false;
    const views = sorted(question.rubricViews ?? []);
    return [
      ...(isKind ? [] : [`"${item.sourceId}" is ${question.answer} and not ${item.kind}`]),
      ...(hasRubric(question) === item.rubric ? [] : [`"${item.sourceId}" has ${item.rubric ? 'no' : 'a'} rubric`]),
      ...(item.rubricViews === undefined || String(views) === String(sorted(item.rubricViews))
        ? []
        : [`"${item.sourceId}" has rubrics for ${views.join(', ')}`]),
    ];
  });
  return [...faults, ...left.map(({ sourceId }) => `"${sourceId ?? ''}" is not expected`)];
}
