import { alikeRows } from './alike-rows';
import { byCodeUnit } from './by-code-unit';
import { type FamilyBlueprint, kitsOf, mostUses } from './family';
import type { KitDraft } from './kit-draft';
import type { Copies, LinearProgram } from './linear-program';
import type { PoolQuestion } from './pool-question';
import { assertPriorities, defaultPriorities, type Priorities } from './priorities';
import { ProgramDraft } from './program-draft';
import type { Formulation } from './formulate';
import type { Wish } from './wish';
import { listWishes } from './wishes';
import { writeKit } from './write-kit';

/** One program for all kits of a family; each kit is read from it as if it were alone. */
export interface FamilyFormulation {
  readonly program: LinearProgram;
  readonly kits: readonly Formulation[];
}

export interface FormulateFamilyOptions {
  readonly priorities?: Priorities;
  readonly purpose?: 'best' | 'feasibility';
  /** What to respect instead of everything: what explaining drops one after the other. */
  readonly keep?: KeptConditions;
}

/** The wishes of each kit, and the rules between kits, that are to hold. */
export interface KeptConditions {
  readonly wishes: readonly (readonly Wish[])[];
  readonly use: boolean;
  readonly overlap: boolean;
  /** By member. */
  readonly alike: readonly boolean[];
}

/**
 * Which mixed integer program has exactly the families of kits as its solutions? Each kit is written as `formulate` writes it, its
 * names beginning with `kit1.` and so on; rows between them keep a question from standing in too many kits, and kits of a
 * member alike. Kits of one member are marked as copies, which is what makes large families solvable at all.
 *
 * Source: W. J. van der Linden (2005), chapter 6 (models for assembling multiple tests).
 */
export function formulateFamily(
  family: FamilyBlueprint,
  pool: readonly PoolQuestion[],
  options: FormulateFamilyOptions = {},
): FamilyFormulation {
  const { priorities = defaultPriorities, purpose = 'best', keep } = options;
  assertPriorities(priorities);
  const program = new ProgramDraft();
  const questions = [...pool].sort((a, b) => byCodeUnit(a.id, b.id));
  const all = kitsOf(family);
  const listed = family.members.map(({ blueprint }) => listWishes(blueprint, pool));
  const isMaximin = family.aim === 'maximin' && purpose === 'best';
  const drafts = all.map(({ member, blueprint }, index) => {
    const wishes = keep?.wishes[index] ?? listed[member] ?? [];
    const prefix = all.length === 1 ? '' : `kit${index + 1}.`;
    const draft = writeKit(program, {
      blueprint,
      questions,
      wishes,
      priorities,
      purpose,
      prefix,
      paysInto: isMaximin ? 'row' : 'objective',
    });
    return { draft, wishes, member };
  });
  if (isMaximin)
    addLeastWorth(
      program,
      drafts.map(({ draft }) => draft),
    );
  family.members.forEach((member, number) => {
    const own = drafts.filter((draft) => draft.member === number).map(({ draft }) => draft);
    if (own.length > 1 && (keep?.alike[number] ?? true)) alikeRows({ program, member, drafts: own, prefix: `member${number + 1}.` });
  });
  const copies = family.members.flatMap((_, number): Copies[] => {
    const own = drafts.filter(({ member }) => member === number);
    const sameWishes = own.every(({ wishes }) => wishes === own[0]?.wishes);
    if (own.length < 2 || !sameWishes) return [];
    return [{ columns: own.map(({ draft }) => draft.columns), rows: own.map(({ draft }) => draft.rows) }];
  });
  addUseRows(
    program,
    drafts.map(({ draft }) => draft),
    keep?.use === false ? Infinity : mostUses(family),
  );
  if (keep?.overlap !== false)
    addOverlapRows(
      program,
      drafts.map(({ draft }) => draft),
      family.maxOverlap ?? Infinity,
    );
  return {
    program: { sense: 'maximize', columns: program.columns, rows: program.rows, copies },
    kits: drafts.map(({ draft, wishes }) => ({
      program: { sense: 'maximize', columns: program.columns, rows: program.rows },
      placements: draft.placements,
      wishes,
    })),
  };
}

/** The objective is then one column that is worth no more than any of the kits. */
function addLeastWorth(program: ProgramDraft, drafts: readonly KitDraft[]): void {
  const extreme = (draft: KitDraft, sign: 1 | -1): number =>
    draft.worth.reduce((sum, { column, coefficient }) => sum + Math.max(0, sign * coefficient) * (program.columns[column]?.upper ?? 0), 0);
  const lower = Math.min(...drafts.map((draft) => -extreme(draft, -1)));
  const upper = Math.min(...drafts.map((draft) => extreme(draft, 1)));
  const least = program.addColumn({ name: 'least', lower, upper, integer: true, cost: 1 });
  for (const draft of drafts) draft.addRow('least', 'least', 0, Infinity, [...draft.worth, { column: least, coefficient: -1 }]);
}

function addUseRows(program: ProgramDraft, drafts: readonly KitDraft[], maxUse: number): void {
  if (maxUse >= drafts.length) return;
  (drafts[0]?.questions ?? []).forEach(({ id }, index) => {
    const terms = drafts.flatMap((draft) => draft.termsOf(index));
    if (terms.length > maxUse) program.addRow(`use.${id}`, 'use', -Infinity, maxUse, terms);
  });
}

/** For each two kits a column for each question: at least 1 where both hold it. */
function addOverlapRows(program: ProgramDraft, drafts: readonly KitDraft[], most: number): void {
  if (!Number.isFinite(most)) return;
  drafts.forEach((one, first) => {
    drafts.slice(first + 1).forEach((other, offset) => {
      const pair = `${first + 1}.${first + offset + 2}`;
      const both = one.questions.flatMap(({ id }, index) => {
        const [a, b] = [one.termsOf(index), other.termsOf(index)];
        if (a.length === 0 || b.length === 0) return [];
        const column = program.addColumn({ name: `both.${pair}.${id}`, lower: 0, upper: 1, integer: true, cost: 0 });
        program.addRow(`both.${pair}.${id}`, 'overlap', -Infinity, 1, [...a, ...b, { column, coefficient: -1 }]);
        return [{ column, coefficient: 1 }];
      });
      program.addRow(`overlap.${pair}`, 'overlap', -Infinity, most, both);
    });
  });
}
