import type { DoorFault, DoorPlace } from '@touchstone/bank-format';
import type { Json } from '@touchstone/kernel';
import { globalId } from '@touchstone/platform/graphql';
import type { DetectedFile as Detected, FileNotices } from '../application/import-tasks';
import type { QuestionImportItemRecord } from '../application/list-import-items';
import type { QuestionImportRecord } from '../application/list-question-imports';
import type { ImportOrigin as Origin, ItemCounts } from '../application/question-import.loader';
import type {
  AlikeQuestion,
  FileNotice,
  ImportCounts,
  ImportFinding,
  ImportItem,
  ImportOrigin,
  ImportReport,
  QuestionImport,
} from './question-import.types';

const NONE: FileNotices = { warnings: [], notes: [], counts: {} };

export function presentImport(row: QuestionImportRecord): QuestionImport {
  const { warnings, notes, counts } = row.notices === null ? NONE : (JSON.parse(row.notices) as FileNotices);
  return {
    id: globalId('QuestionImport', row.organizationId, row.id),
    state: row.state,
    revision: row.revision,
    fileName: row.fileName,
    byteCount: row.byteCount,
    sha256: row.sha256,
    settings: JSON.parse(row.settings) as Json,
    createdAt: row.createdAt,
    plannedAt: row.plannedAt,
    appliedAt: row.appliedAt,
    expiresAt: row.expiresAt,
    progress: { step: row.step, done: row.done, total: row.total },
    detected: row.detected === null ? null : (JSON.parse(row.detected) as Detected),
    refusals: row.refusals === null ? [] : (JSON.parse(row.refusals) as readonly DoorFault[]).map(presentNotice),
    warnings: warnings.map(presentNotice),
    notes: notes.map(presentNotice),
    noticeCounts: Object.entries(counts).map(([code, count]) => ({ code, count })),
    memberId: row.memberId,
  };
}

const presentNotice = ({ code, message, fix, place }: DoorFault): FileNotice => ({ code, message, fix, place: presentPlace(place) });

const presentPlace = ({ file, line, column, sheet, row, path }: DoorPlace): FileNotice['place'] => ({
  file: file ?? null,
  line: line ?? null,
  column: column ?? null,
  sheet: sheet ?? null,
  row: row ?? null,
  path: path ?? null,
});

/** `rubric`: may this reader see what is for scorers? */
export function presentImportItem(row: QuestionImportItemRecord, rubric: boolean): ImportItem {
  const { organizationId, document, faults, findings, alike, questionId, versionId } = row;
  const faulty = JSON.parse(faults) as readonly { readonly code: string; readonly path: string; readonly message: string }[];
  return {
    number: row.number,
    slug: row.slug,
    title: row.title,
    outcome: row.outcome,
    effect: row.effect,
    reason: row.reason,
    license: row.license,
    contentHash: row.contentHash,
    document: document === null || !rubric ? null : (JSON.parse(document) as Json),
    faults: faulty.map(({ code, path, message }) => ({ rule: code, severity: 'ERROR', path, message })),
    findings: rubric ? (JSON.parse(findings) as readonly ImportFinding[]) : [],
    alike: JSON.parse(alike) as readonly AlikeQuestion[],
    result: row.result,
    questionId: questionId === null ? null : globalId('Question', organizationId, questionId),
    versionId: versionId === null ? null : globalId('QuestionVersion', organizationId, versionId),
  };
}

const sum = (counts: readonly ItemCounts[], fits: (one: ItemCounts) => boolean): number =>
  counts.filter(fits).reduce((total, { count }) => total + count, 0);

export const presentCounts = (counts: readonly ItemCounts[]): ImportCounts => ({
  questions: sum(counts, () => true),
  added: sum(counts, ({ outcome }) => outcome === 'NEW'),
  changed: sum(counts, ({ outcome }) => outcome === 'CHANGED'),
  unchanged: sum(counts, ({ outcome }) => outcome === 'UNCHANGED'),
  conflicts: sum(counts, ({ outcome }) => outcome === 'CONFLICT'),
  refused: sum(counts, ({ outcome }) => outcome === 'REFUSED'),
  unknownLicense: sum(counts, ({ unknownLicense }) => unknownLicense),
  alike: sum(counts, ({ alike }) => alike),
  withFindings: sum(counts, ({ complained }) => complained),
});

export const presentReport = (counts: readonly ItemCounts[]): ImportReport => ({
  newQuestions: sum(counts, ({ result }) => result === 'NEW_QUESTION'),
  newVersions: sum(counts, ({ result }) => result === 'NEW_VERSION'),
  draftsReplaced: sum(counts, ({ result }) => result === 'DRAFT_REPLACED'),
  unchanged: sum(counts, ({ result }) => result === 'NOTHING'),
  notChosen: sum(counts, ({ result }) => result === 'NOT_CHOSEN'),
  leftOut: sum(counts, ({ result }) => result === 'LEFT_OUT'),
});

export function presentOrigin({ fileName, sha256, format, importedAt, license, identity, memberId }: Origin): ImportOrigin {
  const [system, nameThere] = identity?.split('\n') ?? [];
  return { fileName, sha256, format, importedAt, license, system: system ?? null, nameThere: nameThere ?? null, memberId };
}
