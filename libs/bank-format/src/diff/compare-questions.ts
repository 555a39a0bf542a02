import type { BankQuestion } from '../bank-file';
import { QUESTION_MEMBERS } from '../question-document';
import { isRecord } from '../value-readers';
import { alignedEntries } from './text-diff';

/** One difference between two versions. `before` and `after` are texts as people write them; `null` where there was, or is, nothing. */
export interface QuestionChange {
  /** Members and names on the way: `['rubric', 'criteria', 'c1', 'anchors', '3']`. Lists with ids are walked by id, others by place from 1. */
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
  /** Whether scores of before and after may not be compared any more. */
  readonly scoring: boolean;
}

/**
 * What differs between two versions of a question, in the order of the format. The content only: where a question stands and who checked
 * it (`record`) is no difference. Entries that moved in a list without a change are none either, where they have ids. Of a list of sentences
 * those that came and went are told, with the place that they have, or had.
 */
export function compareQuestions(before: BankQuestion, after: BankQuestion): readonly QuestionChange[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)];
  const keys = new Set([...old.keys(), ...fresh.keys()]);
  const place = (key: string): number => QUESTION_MEMBERS.indexOf(key.split(SEPARATOR)[0] ?? '');
  const inOrder = [...keys].map((key, index) => ({ key, index })).sort((a, b) => place(a.key) - place(b.key) || a.index - b.index);
  return inOrder.flatMap(({ key }) => {
    const path = key.split(SEPARATOR);
    const scoring = SCORED.has(path[0] ?? '');
    const [one, other] = [old.get(key) ?? null, fresh.get(key) ?? null];
    if (Array.isArray(one) || Array.isArray(other))
      return changesOfList(path, entriesOf(one), entriesOf(other)).map((change) => ({ ...change, scoring }));
    return one === other ? [] : [{ path, before: one, after: other, scoring }];
  });
}

/** A text, or the entries of a list of texts. */
type Leaf = string | string[];

const entriesOf = (leaf: Leaf | null): readonly string[] => (leaf === null ? [] : Array.isArray(leaf) ? leaf : [leaf]);

/** Names are compared as one list, sentences one by one. */
function changesOfList(
  path: readonly string[],
  before: readonly string[],
  after: readonly string[],
): readonly Omit<QuestionChange, 'scoring'>[] {
  if ([...before, ...after].every((entry) => /^\S{1,80}$/.test(entry))) {
    const [one, other] = [before.join(', '), after.join(', ')];
    return one === other ? [] : [{ path, before: one === '' ? null : one, after: other === '' ? null : other }];
  }
  const changes: Omit<QuestionChange, 'scoring'>[] = [];
  let [row, newRow] = [0, 0];
  for (const { before: one, after: other } of alignedEntries(before, after)) {
    row += one === null ? 0 : 1;
    newRow += other === null ? 0 : 1;
    if (one !== other) changes.push({ path: [...path, String(other === null ? row : newRow)], before: one, after: other });
  }
  return changes;
}

const SEPARATOR = '\u0000';

/** What a candidate is asked, helped with or scored by. */
const SCORED: ReadonlySet<string> = new Set([
  'kind',
  'form',
  'difficulty',
  'minutes',
  'advanceNotice',
  'context',
  'prompt',
  'exhibits',
  'evidenceOnRequest',
  'response',
  'ifNoSuchCase',
  'probes',
  'hintPolicy',
  'hints',
  'failureCards',
  'followUps',
  'rubric',
]);

function leavesOf(question: BankQuestion): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const name of QUESTION_MEMBERS) collect((question as Readonly<Record<string, unknown>>)[name], [name], leaves);
  return leaves;
}

function collect(value: unknown, path: readonly string[], leaves: Map<string, Leaf>): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value) && value.every((entry) => !isRecord(entry) && !Array.isArray(entry))) {
    if (value.length > 0) leaves.set(path.join(SEPARATOR), value.map(String));
  } else if (Array.isArray(value)) {
    value.forEach((entry: unknown, index) => {
      const id = isRecord(entry) && typeof entry['id'] === 'string' ? entry['id'] : String(index + 1);
      collect(entry, [...path, id], leaves);
    });
  } else if (isRecord(value)) {
    for (const [name, member] of Object.entries(value)) if (name !== 'id' || path.length === 1) collect(member, [...path, name], leaves);
  } else leaves.set(path.join(SEPARATOR), String(value));
}
