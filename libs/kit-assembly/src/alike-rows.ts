import type { FamilyMember } from './family';
import { hundredths } from './hundredths';
import type { KitDraft, Placement } from './kit-draft';
import type { PoolQuestion } from './pool-question';
import type { ProgramDraft } from './program-draft';

/** Rules that hold between the kits of one member: which of them to write. */
export interface LikenessToWrite {
  readonly program: ProgramDraft;
  readonly member: FamilyMember;
  readonly drafts: readonly KitDraft[];
  /** Begins the names of rows and columns: `member1.`. */
  readonly prefix: string;
}

/**
 * Adds what keeps the kits of a member alike, slot by slot. For each slot one of several windows is open, for all kits: a window is
 * a kind (where kinds must agree) and a stretch of difficulty as long as two questions may differ. A question stands in the
 * slot only while a window holds it. Such rows are tight: with a window chosen, what is left of a slot is a matter of counting.
 */
export function alikeRows({ program, member, drafts, prefix }: LikenessToWrite): void {
  const { slotDifficultyApart: apart, sameKindBySlot = false, difficultySumApart } = member.alike ?? {};
  const questionOf = new Map((drafts[0]?.questions ?? []).map((question) => [question.id, question]));
  if (apart !== undefined || sameKindBySlot) {
    for (const [key, places] of placesBySlot(drafts[0])) {
      const questions = places.map(({ questionId }) => questionOf.get(questionId) as PoolQuestion);
      const windows = windowsOf(questions, apart, sameKindBySlot);
      const columns = windows.map(({ name }) =>
        program.addColumn({ name: `${prefix}window.${key}.${name}`, lower: 0, upper: 1, integer: true, cost: 0 }),
      );
      program.addRow(
        `${prefix}window.${key}`,
        'alike',
        -Infinity,
        1,
        columns.map((column) => ({ column, coefficient: 1 })),
      );
      const classes = groupBy(questions, (question) => classOf(question, sameKindBySlot));
      for (const draft of drafts) {
        const own = placesBySlot(draft).get(key) ?? [];
        for (const [name, members] of classes) {
          const ids = new Set(members.map(({ id }) => id));
          const [example] = members as [PoolQuestion];
          draft.addRow(`alike.${key}.${name}`, 'alike', -Infinity, 0, [
            ...own.filter(({ questionId }) => ids.has(questionId)).map(({ column }) => ({ column, coefficient: 1 })),
            ...columns.flatMap((column, index) => (windows[index]?.holds(example) ? [{ column, coefficient: -1 }] : [])),
          ]);
        }
      }
    }
  }
  if (difficultySumApart !== undefined) addSumRows(program, drafts, prefix, hundredths(difficultySumApart));
}

interface Window {
  readonly name: string;
  readonly holds: (question: PoolQuestion) => boolean;
}

function windowsOf(questions: readonly PoolQuestion[], apart: number | undefined, sameKind: boolean): Window[] {
  const kinds = sameKind ? [...new Set(questions.map(({ kind }) => kind))].sort() : [undefined];
  const levels = [...new Set(questions.map(({ difficulty }) => hundredths(difficulty)))].sort((a, b) => a - b);
  const starts = apart === undefined ? [undefined] : levels;
  return kinds.flatMap((kind) =>
    starts.map((start) => ({
      name: [kind, start].filter((part) => part !== undefined).join('.'),
      holds: (question) => {
        const level = hundredths(question.difficulty);
        const isNear = start === undefined || (level >= start && level <= start + hundredths(apart ?? 0));
        return (kind === undefined || question.kind === kind) && isNear;
      },
    })),
  );
}

const classOf = ({ kind, difficulty }: PoolQuestion, sameKind: boolean): string => `${sameKind ? `${kind}.` : ''}${hundredths(difficulty)}`;

const placesBySlot = (draft: KitDraft | undefined): Map<string, Placement[]> =>
  groupBy(
    (draft?.placements ?? []).filter(({ slot }) => slot !== undefined),
    ({ round, slot }) => `round${round + 1}.slot${(slot ?? 0) + 1}`,
  );

/** All sums of difficulty lie in one stretch, whose beginning the kits share. */
function addSumRows(program: ProgramDraft, drafts: readonly KitDraft[], prefix: string, apart: number): void {
  const most = (drafts[0]?.questions ?? []).reduce((sum, { difficulty }) => sum + hundredths(difficulty), 0);
  const least = program.addColumn({ name: `${prefix}leastSum`, lower: 0, upper: most, integer: true, cost: 0 });
  for (const draft of drafts) {
    const sum = draft.termsWith(({ difficulty }) => hundredths(difficulty));
    draft.addRow('alike.sum.least', 'alike', 0, Infinity, [...sum, { column: least, coefficient: -1 }]);
    draft.addRow('alike.sum.most', 'alike', -Infinity, apart, [...sum, { column: least, coefficient: -1 }]);
  }
}

function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group === undefined) groups.set(keyOf(thing), [thing]);
    else group.push(thing);
  }
  return groups;
}
