import type { BankFile, BankQuestion } from '../bank-file';
import { defaultsOf } from '../bank-file';
import { Notices } from '../guard/notices';
import { Refusal } from '../guard/refusal';
import { QUESTION_MEMBERS } from '../question-document';
import { readOwnText } from '../readers/own/read-own';
import type { OutgoingFormat } from '../writers/outgoing';
import { exportBank } from './export-bank';
import type { ImportOptions } from './import-options';
import type { Incoming, IncomingFormat, IncomingQuestion } from './incoming';
import { openFile } from './open-file';
import { questionOfIncoming } from './question-of-incoming';
import { Names } from './slug';

const ECHOES: Readonly<Partial<Record<IncomingFormat, (dialect: string | null) => OutgoingFormat>>> = {
  markdown: () => 'markdown',
  xlsx: () => 'xlsx',
  'moodle-xml': () => 'moodle-xml',
  'qti-package': (dialect) => (dialect === '3.0' ? 'qti-3.0' : 'qti-2.2'),
};

/**
 * Our own files inside of a foreign one hold more than the foreign fields can say. They are believed as long as nobody has edited the foreign
 * side: what is in them is written in the same format again and read back, and where that differs from what the file shows, the edit of
 * the foreign side wins, member by member, and is told. Questions that only the file shows are read as any other's; those that only our
 * files hold were deleted there and stay deleted.
 */
export async function settleSidecar(incoming: Incoming, options: ImportOptions): Promise<Incoming> {
  const echo = ECHOES[incoming.format]?.(incoming.dialect);
  if (echo === undefined || incoming.sidecars.length === 0) return incoming;
  const notices = new Notices();
  const files = mergedFiles(incoming.sidecars, notices);
  const settled = files.length === 0 ? null : await settle(files, incoming, echo, notices, options);
  return {
    ...incoming,
    ...(settled !== null && { own: settled }),
    warnings: [...incoming.warnings, ...notices.warnings],
    notes: [...incoming.notes, ...notices.notes],
  };
}

/** The files as they were exported: those that only differ in their questions are one. */
function mergedFiles(texts: readonly string[], notices: Notices): readonly BankFile[] {
  const merged = new Map<string, { file: BankFile; questions: BankQuestion[] }>();
  for (const text of texts) {
    try {
      const file = readOwnText(text);
      const { questions, ...head } = file;
      const key = JSON.stringify(head);
      const known = merged.get(key) ?? { file, questions: [] };
      known.questions.push(...questions);
      merged.set(key, known);
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      notices.note(
        'SIDECAR_UNREADABLE',
        `The copy in our own format inside of the file cannot be read: ${problem.faults[0]?.message ?? ''}`,
        'What the file itself shows was read instead.',
      );
    }
  }
  return [...merged.values()].map(({ file, questions }) => ({ ...file, questions }));
}

async function settle(
  files: readonly BankFile[],
  incoming: Incoming,
  echo: OutgoingFormat,
  notices: Notices,
  options: ImportOptions,
): Promise<Incoming['own']> {
  const exported = await exportBank(echo, { files, attachments: attachmentsOf(incoming, files) }, { sidecar: false, day: '2000-01-01' });
  const read = await openFile(exported.name, exported.bytes, { ...options, onProgress: undefined });
  const echoed = new Map((read.ok ? read.value.questions : []).map((question) => [question.own?.id ?? '', question]));
  const shown = new Map(incoming.questions.map((question) => [question.own?.id ?? '', question]));
  const kept = files.map((file) => ({
    ...file,
    questions: file.questions.flatMap((question): BankQuestion[] => {
      const seen = shown.get(question.id);
      const before = echoed.get(question.id);
      if (seen === undefined) return [];
      return [before === undefined ? question : withEdits(question, seen, before, file, notices)];
    }),
  }));
  const held = new Set(files.flatMap((file) => file.questions.map(({ id }) => id)));
  const deleted = [...held].filter((id) => !shown.has(id)).length;
  if (deleted > 0) notices.warn('SIDECAR_CHANGED', `${deleted} questions were deleted in the file and stay deleted.`);
  const added = incoming.questions.filter((question) => !held.has(question.own?.id ?? ''));
  const all = withAdded(kept, added, options, notices);
  if (!notices.has('SIDECAR_CHANGED'))
    notices.note('SIDECAR_USED', 'The file carries its questions in our own format; they were read from there, complete.');
  return { files: all, questions: all.flatMap((file) => file.questions), attachments: attachmentsOf(incoming, files) };
}

/** Files that came with the foreign questions, under the names that our exhibits have for them. */
function attachmentsOf(
  { questions }: Incoming,
  files: readonly BankFile[],
): readonly { readonly file: string; readonly bytes: Uint8Array }[] {
  const byId = new Map(questions.map((question) => [question.own?.id ?? '', question]));
  return files.flatMap((file) =>
    file.questions.flatMap((question) =>
      question.exhibits.flatMap(({ id, attachment }) => {
        const name = attachment?.file ?? '';
        const came = byId
          .get(question.id)
          ?.attachments?.find(
            ({ address, name: own }) => address === encodeURI(id) || own === id || name.endsWith(own) || address.endsWith(name),
          );
        return attachment === undefined || came === undefined ? [] : [{ file: attachment.file, bytes: came.bytes }];
      }),
    ),
  );
}

const mapped = (question: IncomingQuestion, file: BankFile, notices: Notices): BankQuestion | null =>
  questionOfIncoming(question, {
    options: {},
    defaults: defaultsOf(file.bank),
    system: 'echo',
    names: new Names(),
    notices,
    tally: new Map(),
  })?.question ?? null;

/** Members that differ between what the file shows and what our export would show are those that somebody has edited there. */
function withEdits(
  question: BankQuestion,
  seen: IncomingQuestion,
  before: IncomingQuestion,
  file: BankFile,
  notices: Notices,
): BankQuestion {
  const [now, then] = [mapped(seen, file, notices), mapped(before, file, notices)];
  if (now === null || then === null) return question;
  const edited = QUESTION_MEMBERS.filter(
    (name) =>
      name !== 'id' &&
      name !== 'extensions' &&
      name !== 'external' &&
      JSON.stringify(memberOf(now, name)) !== JSON.stringify(memberOf(then, name)),
  );
  if (edited.length === 0) return question;
  notices.warn(
    'SIDECAR_CHANGED',
    `The question "${question.id}" was edited in the file (${edited.join(', ')}); the edit was taken.`,
    '',
    seen.place,
  );
  const order = Object.fromEntries(QUESTION_MEMBERS.map((name) => [name, memberOf(edited.includes(name) ? now : question, name)]));
  const made = Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined)) as BankQuestion;
  return question.record === undefined ? made : { ...made, record: question.record };
}

const memberOf = (question: BankQuestion, name: string): unknown => question[name as keyof BankQuestion];

function withAdded(
  files: readonly BankFile[],
  added: readonly IncomingQuestion[],
  options: ImportOptions,
  notices: Notices,
): readonly BankFile[] {
  const [first, ...others] = files;
  if (first === undefined || added.length === 0) return files;
  const names = new Names();
  for (const { questions } of files) for (const { id } of questions) names.unique(id);
  const context = { options, defaults: defaultsOf(first.bank), system: 'added', names, notices, tally: new Map() };
  const made = added.flatMap((question) => questionOfIncoming(question, context)?.question ?? []);
  const fitting = made.map((question) => (first.category === undefined ? question : { ...question, category: first.category }));
  return [{ ...first, questions: [...first.questions, ...fitting] }, ...others];
}
