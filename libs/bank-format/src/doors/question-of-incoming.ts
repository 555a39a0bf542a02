import { pathText } from '../bank-fault';
import type { BankQuestion, BankScale } from '../bank-file';
import { FaultLog } from '../fault-log';
import type { Notices } from '../guard/notices';
import { type QuestionDefaults, questionShape } from '../question-document';
import { RESPONSE_MODES } from '../question-words';
import { LIMITS } from '../text-limits';
import { LANGUAGE, LICENSE, SLUG } from '../text-pattern';
import { exhibitsOfIncoming } from './exhibits-of-incoming';
import { kindOf, senioritiesOf } from './foreign-words';
import type { ImportOptions } from './import-options';
import type { IncomingQuestion } from './incoming';
import { readableTitle } from './readable-title';
import { rubricOfIncoming } from './rubric-of-incoming';
import { scriptOfIncoming } from './script-of-incoming';
import { type Names, slugOf } from './slug';

/** What questions get that do not say it: the middle of what there is. */
export const SUPPLIED = { category: 'imported', kind: 'technical-depth', difficulty: 3, minutes: 10 } as const;

/** A question in our format, with the scale that its rubric needs and the files that it shows. */
export interface MappedQuestion {
  readonly question: BankQuestion;
  readonly scale: BankScale | null;
  readonly files: readonly { readonly file: string; readonly bytes: Uint8Array }[];
}

/** Which members were supplied, derived or left out, to be told once for all questions. */
export type Tally = Map<string, number>;

/**
 * A foreign question as one of ours: a draft that the shape accepts, or null where it cannot be one, which is then said. `system` names the
 * file that it comes from; by it and its id a second import finds it again.
 */
export function questionOfIncoming(
  incoming: IncomingQuestion,
  context: {
    readonly options: ImportOptions;
    readonly defaults: QuestionDefaults;
    readonly system: string;
    readonly names: Names;
    readonly notices: Notices;
    readonly tally: Tally;
  },
): MappedQuestion | null {
  const { options, defaults, notices, tally } = context;
  const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);
  const isOwn = incoming.own !== null;
  const { title, derived } = isOwn
    ? { title: incoming.title ?? incoming.prompt.slice(0, 60), derived: false }
    : readableTitle(incoming.title, incoming.prompt);
  if (derived && incoming.title !== null) count('title derived');
  const id = context.names.unique(idOf(incoming, title));
  const category = slugOf(incoming.categoryPath.at(-1) ?? '') || (options.category ?? SUPPLIED.category);
  const kind = kindOf(incoming.kind) ?? options.kind ?? null;
  const minutes = halves(incoming.minutes) ?? options.minutes ?? null;
  const difficulty = wholeBetween(incoming.difficulty, 1, 5) ?? options.difficulty ?? null;
  if (kind === null) count('kind supplied');
  if (minutes === null) count('minutes supplied');
  if (difficulty === null) count('difficulty supplied');
  const competencies = unique((incoming.competencies ?? []).map((name) => (SLUG.form.test(name) ? name : slugOf(name)))).slice(
    0,
    LIMITS.entries,
  );
  const rubric = incoming.rubric === undefined ? null : rubricOfIncoming(incoming.rubric, competencies, isOwn);
  const shown = exhibitsOfIncoming(incoming, id, notices);
  const script = scriptOfIncoming(incoming.script);
  const notes = [script.scoringNotes ?? '', ...(rubric?.notes ?? [])].filter((note) => note !== '').join('\n\n');
  const license = incoming.license !== undefined && LICENSE.form.test(incoming.license) ? incoming.license : defaults.license;
  if (license === 'LicenseRef-unknown') count('license unknown');
  const value = {
    id,
    title,
    language: incoming.language !== undefined && LANGUAGE.form.test(incoming.language) ? incoming.language : defaults.language,
    license,
    category,
    kind: kind ?? SUPPLIED.kind,
    competencies,
    roles: unique((incoming.roles ?? []).map((name) => (SLUG.form.test(name) ? name : slugOf(name)))),
    seniority: senioritiesOf(incoming.seniority ?? []),
    difficulty: difficulty ?? SUPPLIED.difficulty,
    minutes: { target: minutes ?? SUPPLIED.minutes },
    tags: unique(
      (incoming.tags ?? []).map((tag) => tag.toLowerCase().replace(/\s+/g, ' ').trim()).filter((tag) => tag.length <= LIMITS.tag),
    ).slice(0, LIMITS.entries),
    context: incoming.context === undefined ? undefined : shown.pointing(incoming.context),
    prompt: shown.pointing(incoming.prompt),
    exhibits: [
      ...(incoming.exhibits ?? []),
      ...shown.exhibits.filter(({ id: letter }) => incoming.exhibits?.every((exhibit) => exhibit.id !== letter) ?? true),
    ],
    response: responseOf(incoming),
    ...script,
    scoringNotes: notes,
    rubric: {
      ...rubric?.rubric,
      strongSignals: incoming.script?.strongSignals,
      weakSignals: incoming.script?.weakSignals,
      redFlags: incoming.script?.redFlags,
    },
    variants: wordingsOf(incoming),
    references: [...(incoming.sources ?? []), ...(incoming.script?.sources ?? [])].slice(0, LIMITS.entries),
    external: isOwn
      ? undefined
      : [{ system: context.system, id: (incoming.sourceId ?? incoming.place.file ?? id).replace(/\s+/g, ' ').slice(0, 500) }],
    extensions: extensionsOf(incoming, isOwn),
  };
  const log = new FaultLog();
  const question = questionShape(defaults).read(value, [], log);
  if (question === undefined) {
    const [fault] = log.faults;
    notices.warn(
      'ITEM_INVALID',
      `The question was left out: ${fault === undefined ? '' : `${pathText(fault.path)}: `}${fault?.message ?? ''}`,
      'Mend it in the file.',
      incoming.place,
    );
    return null;
  }
  const authors = (incoming.authors ?? []).map((name) => name.slice(0, LIMITS.tag)).filter((name) => name !== '');
  const record = {
    status: 'draft' as const,
    ...(incoming.own !== null && { version: incoming.own.version }),
    ...(authors.length > 0 && { authors }),
  };
  return { question: { ...question, record }, scale: rubric?.scale ?? null, files: shown.files };
}

/** Our own id, else a readable form of the foreign one, else of the title. Long foreign ids of machines say nothing. */
function idOf({ own, sourceId }: IncomingQuestion, title: string): string {
  if (own !== null && SLUG.form.test(own.id)) return own.id;
  const foreign = sourceId ?? '';
  const isReadable =
    foreign !== '' && foreign.length <= 40 && !/^[a-z]?[0-9a-f]{16,}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(foreign);
  return (isReadable ? slugOf(foreign) : '') || slugOf(title) || 'question';
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name) => name !== ''))];

const halves = (minutes: number | undefined): number | null =>
  minutes === undefined || !(minutes > 0) ? null : Math.min(LIMITS.minutes, Math.max(0.5, Math.round(minutes * 2) / 2));

const wholeBetween = (value: number | undefined, least: number, most: number): number | null =>
  value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : null;

function responseOf({ mode, response, choices }: IncomingQuestion): object | undefined {
  const known = RESPONSE_MODES.find((one) => one === mode);
  if (known === undefined && choices === undefined) return undefined;
  if (known === 'spoken' && choices === undefined) return undefined;
  const lettered = choices
    ?.slice(0, LIMITS.entries)
    .map((choice, index) => ({ id: index < 26 ? String.fromCharCode(97 + index) : `c${index + 1}`, ...choice }));
  const members =
    response === undefined
      ? {}
      : Object.fromEntries(Object.entries(response).filter(([, value]) => value !== undefined && value !== false));
  return {
    mode: known ?? ((choices ?? []).filter(({ correct }) => correct === true).length > 1 ? 'multiple-choice' : 'single-choice'),
    ...members,
    ...(lettered !== undefined && { choices: lettered }),
  };
}

const wordingsOf = ({ wordings = [] }: IncomingQuestion): object =>
  wordings.length === 0
    ? {}
    : {
        wordings: wordings.map(({ style, prompt }, index) => ({
          id: `w${index + 1}`,
          ...(style !== undefined && { style: style.slice(0, LIMITS.tag) }),
          prompt,
        })),
      };

/** Foreign fields, to be given back; and the path of the category where it has more than one step. */
function extensionsOf({ foreign, categoryPath, foreignType }: IncomingQuestion, isOwn: boolean): object | undefined {
  if (isOwn) return undefined;
  const fields = {
    ...foreign?.fields,
    ...(foreignType !== undefined && { kind: foreignType }),
    ...(categoryPath.length > 1 && { categoryPath }),
  };
  if (Object.keys(fields).length === 0) return undefined;
  return { [`x-${foreign?.format ?? 'import'}`]: fields };
}
