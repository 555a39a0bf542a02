import type { BankCompetency, BankFile, BankHeader, BankQuestion, BankScale } from '../bank-file';
import type { DoorFault, NoticeCode } from '../guard/door-fault';
import { Notices } from '../guard/notices';
import { defaultsOf } from '../bank-file';
import { LANGUAGE, LICENSE, SLUG } from '../text-pattern';
import type { ImportOptions } from './import-options';
import type { Incoming, IncomingQuestion, IncomingRubric } from './incoming';
import { questionOfIncoming, SUPPLIED, type Tally } from './question-of-incoming';
import { Names, slugOf } from './slug';

/** Everything of a file that has a place in a bank, ready to be kept or printed, and what was said on the way. */
export interface MappedBank {
  readonly bank: BankHeader;
  readonly questions: readonly BankQuestion[];
  readonly scales: readonly BankScale[];
  readonly competencies: readonly BankCompetency[];
  readonly attachments: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  /** The files as they were, where the file was of our own format: printing them gives the same bytes again. */
  readonly files: readonly BankFile[] | null;
  readonly warnings: readonly DoorFault<NoticeCode>[];
  readonly notes: readonly DoorFault<NoticeCode>[];
}

/**
 * What a foreign file says, in our format. Every question is a draft; what the file does not say and a question must have is supplied and
 * told; the licence stays unknown unless the file or whoever imports says it. `name` is the name of the file.
 */
export function mapIncoming(incoming: Incoming, name: string, options: ImportOptions = {}): MappedBank {
  if (incoming.own !== null) return ownBank(incoming, options);
  const notices = new Notices();
  const bank = headerOf(incoming, name, options);
  const tally: Tally = new Map();
  const context = { options, defaults: defaultsOf(bank), system: systemOf(incoming, name), names: new Names(), notices, tally };
  const questions: BankQuestion[] = [];
  const scales = new Map<string, BankScale>();
  const attachments: { file: string; bytes: Uint8Array }[] = [];
  const all = [...incoming.questions, ...lonelyRubrics(incoming)];
  all.forEach((one, index) => {
    const mapped = questionOfIncoming(one, context);
    if (mapped !== null) {
      questions.push(mapped.question);
      attachments.push(...mapped.files);
      if (mapped.scale !== null) scales.set(mapped.scale.id, mapped.scale);
    }
    if ((index + 1) % 250 === 0) options.onProgress?.({ step: 'mapping', done: index + 1, of: all.length });
  });
  tellTally(tally, questions.length, notices);
  tellWithoutPlace(incoming, notices);
  return {
    bank,
    questions,
    scales: [...scales.values()],
    competencies: competenciesOf(incoming),
    attachments,
    files: null,
    warnings: [...incoming.warnings, ...notices.warnings],
    notes: [...incoming.notes, ...notices.notes],
  };
}

function ownBank({ own, warnings, notes }: Incoming, { bank }: ImportOptions): MappedBank {
  const files = own?.files ?? [];
  return {
    bank: bank ?? files[0]?.bank ?? { id: 'bank', title: 'Bank' },
    questions: own?.questions ?? [],
    scales: files.flatMap(({ scales = [] }) => scales),
    competencies: files.flatMap(({ competencies = [] }) => competencies),
    attachments: own?.attachments ?? [],
    files,
    warnings,
    notes,
  };
}

function headerOf({ bank: said }: Incoming, name: string, options: ImportOptions): BankHeader {
  const stem =
    name
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[A-Za-z0-9]{1,8}$/, '') ?? '';
  const license = options.license ?? said.license;
  const language = options.language ?? said.language;
  const title = (options.bank?.title ?? said.title ?? stem).replace(/\s+/g, ' ').trim().slice(0, 300) || 'Imported questions';
  const id = options.bank?.id ?? (said.id !== undefined && SLUG.form.test(said.id) ? said.id : slugOf(stem) || 'imported');
  return {
    id,
    title,
    ...(license !== undefined && LICENSE.form.test(license) && { license }),
    ...(language !== undefined && LANGUAGE.form.test(language) && { language }),
  };
}

const systemOf = ({ format }: Incoming, name: string): string =>
  `${format}:${slugOf(name.split(/[/\\]/).at(-1) ?? '') || 'file'}`.slice(0, 60);

/** A rubric that belongs to no question becomes a draft that only lacks its words. */
const lonelyRubrics = ({ rubrics }: Incoming): readonly IncomingQuestion[] =>
  rubrics.map((rubric) => ({
    place: rubric.place,
    sourceId: rubric.sourceId,
    own: null,
    title: rubric.title ?? 'Rubric',
    prompt: rubric.description ?? '',
    answer: 'open',
    categoryPath: [],
    competencies: [...new Set(rubric.criteria.flatMap(({ competency }) => competency ?? []))],
    rubric: withoutDescription(rubric),
  }));

const withoutDescription = ({ description: _description, ...rubric }: IncomingRubric): IncomingRubric => rubric;

const MOST_COMPETENCIES = 500;

function competenciesOf({ competencies }: Incoming): readonly BankCompetency[] {
  const names = new Names();
  const ids = new Map(
    competencies.map(({ sourceId, title }) => [
      sourceId,
      names.unique(
        (SLUG.form.test(sourceId) ? sourceId : slugOf(/^https?:/.test(sourceId) ? title : sourceId)) || slugOf(title) || 'competency',
      ),
    ]),
  );
  return competencies.slice(0, MOST_COMPETENCIES).map(({ sourceId, title, definition, parent }) => ({
    id: ids.get(sourceId) ?? 'competency',
    title: title.replace(/\s+/g, ' ').slice(0, 300) || 'Competency',
    ...(definition !== null && { definition: definition.slice(0, 2_000) }),
    ...(parent !== null && ids.has(parent) && { parent: ids.get(parent) }),
    ...(/^https?:\/\/\S+$/.test(sourceId) && { external: [{ system: 'source', id: sourceId, uri: sourceId }] }),
  }));
}

const TOLD: Readonly<Record<string, readonly [code: NoticeCode, words: string, fix: string]>> = {
  'title derived': ['FIELD_DERIVED', 'have a code for a title; one was made of the beginning of the text', 'Give them better ones.'],
  'kind supplied': ['FIELD_SUPPLIED', `say no kind; they are "${SUPPLIED.kind}"`, 'Say another one, or set it question by question.'],
  'minutes supplied': [
    'FIELD_SUPPLIED',
    `say no length; they take ${SUPPLIED.minutes} minutes`,
    'Say another one, or set it question by question.',
  ],
  'difficulty supplied': [
    'FIELD_SUPPLIED',
    `say no difficulty; they have ${SUPPLIED.difficulty}`,
    'Say another one, or set it question by question.',
  ],
  'license unknown': [
    'LICENSE_UNKNOWN',
    'have no licence; they cannot be published',
    'Find out where the texts come from, and say under which licence.',
  ],
};

function tellTally(tally: Tally, total: number, notices: Notices): void {
  for (const [what, count] of tally) {
    const told = TOLD[what];
    if (told !== undefined) notices.note(told[0], `${count} of ${total} questions ${told[1]}.`, told[2]);
  }
}

function tellWithoutPlace({ plans, roles, scorecards }: Incoming, notices: Notices): void {
  const left = [
    plans.length === 0 ? '' : `${plans.length} interview plans`,
    roles.length === 0 ? '' : `${roles.length} roles`,
    scorecards.length === 0 ? '' : `${scorecards.length} filled-in forms`,
  ].filter((part) => part !== '');
  if (left.length > 0) notices.note('FIELD_DROPPED', `${left.join(' and ')} are shown here and have no place in a bank.`);
}
