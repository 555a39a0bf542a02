import type { KitBlueprint, PoolQuestion } from './blueprint';
import { byCodeUnit } from './by-code-unit';
import { closenessRows } from './closeness-rows';
import { hundredths } from './hundredths';
import type { LinearProgram } from './linear-program';
import { assertPriorities, defaultPriorities, type Priorities } from './priorities';
import { ProgramDraft } from './program-draft';
import type { Wish } from './wish';
import { wishRow } from './wish-row';
import { listWishes } from './wishes';

/** A program, and how to read its answer: column i (for i below `placements.length`) is 1 where placement i is chosen. */
export interface Formulation {
  readonly program: LinearProgram;
  readonly placements: readonly Placement[];
  readonly wishes: readonly Wish[];
}

export interface Placement {
  readonly questionId: string;
  readonly round: number;
}

export interface FormulateOptions {
  readonly priorities?: Priorities;
  /** The wishes to respect instead of all of them: what `explain` drops one after the other. */
  readonly wishes?: readonly Wish[];
  /** `feasibility` asks only whether any kit satisfies the hard wishes: no objective, soft wishes left out. */
  readonly purpose?: 'best' | 'feasibility';
}

/**
 * Which mixed integer program has exactly the kits of this blueprint as its solutions?
 *
 * One binary column per question and round; one row per wish, named by the wish and with the wish as its origin; one
 * row per question that keeps it to one round. The objective adds the role profile weights of the covered competencies
 * and the quality of the questions, and takes off their exposure, the distance from the target difficulty and the
 * price of missed soft wishes. All coefficients are whole numbers, so that objectives compare exactly. The order is
 * that of the question ids, whatever the order of the pool: same input, same program.
 *
 * Source: W. J. van der Linden, Linear Models for Optimal Test Design (Springer 2005), chapters 3 and 4.
 * Cost: linear in questions x rounds, plus the size of the rows.
 */
export function formulate(blueprint: KitBlueprint, pool: readonly PoolQuestion[], options: FormulateOptions = {}): Formulation {
  const { priorities = defaultPriorities, wishes = listWishes(blueprint, pool), purpose = 'best' } = options;
  assertPriorities(priorities);
  const questions = [...pool].sort((a, b) => byCodeUnit(a.id, b.id));
  const rounds = blueprint.rounds.length;
  const draft = new ProgramDraft(questions, rounds);

  const mayHold = blueprint.rounds.map((_, round) => purpose === 'best' || needsQuestions(wishes, round));
  for (const question of questions) {
    const worth = priorities.quality * question.quality - priorities.exposure * question.exposure;
    for (let round = 0; round < rounds; round += 1) {
      draft.addColumn({
        name: `x.${question.id}.round${round + 1}`,
        lower: 0,
        upper: mayHold[round] ? 1 : 0,
        integer: true,
        cost: purpose === 'best' ? worth : 0,
      });
    }
  }
  if (rounds > 1) {
    questions.forEach((question, index) => draft.addRow(`once.${question.id}`, 'once', -Infinity, 1, draft.termsOf(index)));
  }
  for (const wish of wishes) {
    if (wish.softPrice === undefined) addHardWish(draft, wish);
    else if (purpose === 'best') addSoftWish(draft, wish, wish.softPrice);
  }
  if (purpose === 'best') {
    addCoverage(draft, blueprint, priorities);
    if (blueprint.difficulty !== undefined && priorities.closeness > 0) {
      closenessRows(draft, questions, blueprint.rounds, hundredths(blueprint.difficulty.target), priorities.closeness);
    }
  }
  return {
    program: { sense: 'maximize', columns: draft.columns, rows: draft.rows },
    placements: questions.flatMap(({ id }) => blueprint.rounds.map((_, round) => ({ questionId: id, round }))),
    wishes,
  };
}

/**
 * Whether any of these wishes can need a question in this round. Where none does, the round may stay empty without
 * loss: upper limits only gain by it. That makes a program on the wishes of one round a small one.
 */
function needsQuestions(wishes: readonly Wish[], round: number): boolean {
  return wishes.some(({ subject, side, softPrice }) => {
    if (softPrice !== undefined) return false;
    if (subject.of === 'meanDifficulty') return true;
    return side === 'min' && (!('round' in subject) || subject.round === round);
  });
}

function addHardWish(draft: ProgramDraft, wish: Wish): void {
  const { terms, limit } = wishRow(draft, wish);
  if (wish.side === 'min') draft.addRow(wish.id, wish.id, limit, Infinity, terms);
  else draft.addRow(wish.id, wish.id, -Infinity, limit, terms);
}

/** A soft wish may be missed by a slack, which is paid for. No slack can exceed what the whole pool could miss. */
function addSoftWish(draft: ProgramDraft, wish: Wish, price: number): void {
  const { terms, limit } = wishRow(draft, wish);
  const most = Math.abs(limit) + terms.reduce((sum, term) => sum + Math.abs(term.coefficient), 0);
  const slack = draft.addColumn({ name: `slack.${wish.id}`, lower: 0, upper: most, integer: true, cost: -price });
  if (wish.side === 'min') draft.addRow(wish.id, wish.id, limit, Infinity, [...terms, { column: slack, coefficient: 1 }]);
  else draft.addRow(wish.id, wish.id, -Infinity, limit, [...terms, { column: slack, coefficient: -1 }]);
}

/** A competency brings its weight once, however many questions carry it: covered <= number of its questions. */
function addCoverage(draft: ProgramDraft, blueprint: KitBlueprint, priorities: Priorities): void {
  for (const [slug, weight] of Object.entries(blueprint.competencyWeights).sort(([a], [b]) => byCodeUnit(a, b))) {
    const worth = hundredths(weight) * priorities.coverage;
    const terms = draft.termsWhere(
      (question) => question.competencies.includes(slug),
      () => 1,
    );
    if (worth === 0 || terms.length === 0) continue;
    const covered = draft.addColumn({ name: `covered.${slug}`, lower: 0, upper: 1, integer: true, cost: worth });
    draft.addRow(`coverage.${slug}`, 'coverage', 0, Infinity, [...terms, { column: covered, coefficient: -1 }]);
  }
}
