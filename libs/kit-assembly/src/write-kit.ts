import { byCodeUnit } from './by-code-unit';
import { closenessRows } from './closeness-rows';
import { hundredths } from './hundredths';
import { KitDraft, type KitDraftOptions } from './kit-draft';
import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import type { Priorities } from './priorities';
import type { ProgramDraft } from './program-draft';
import { targetRows } from './target-rows';
import { roundOf, type Wish } from './wish';
import { wishRows } from './wish-row';

export interface KitToWrite extends Omit<KitDraftOptions, 'mayHold'> {
  readonly blueprint: KitBlueprint;
  /** In the order of their ids. */
  readonly questions: readonly PoolQuestion[];
  readonly wishes: readonly Wish[];
  readonly priorities: Priorities;
  /** `feasibility` asks only whether any kit satisfies the hard wishes: no objective, soft wishes left out. */
  readonly purpose: 'best' | 'feasibility';
}

/** Writes columns and rows of one kit into a program. */
export function writeKit(program: ProgramDraft, kit: KitToWrite): KitDraft {
  const { blueprint, questions, wishes, priorities, purpose, prefix, paysInto } = kit;
  const isForBest = purpose === 'best';
  const needed = blueprint.rounds.map((_, round) => isForBest || needsQuestions(wishes, round));
  const draft = new KitDraft(
    program,
    blueprint,
    questions,
    { prefix, paysInto, mayHold: (round) => needed[round] === true },
    ({ quality, exposure }) => (isForBest ? priorities.quality * quality - priorities.exposure * exposure : 0),
  );
  draft.writeStandingRules();
  for (const wish of wishes) {
    if (wish.softPrice === undefined) addHardWish(draft, wish);
    else if (isForBest) addSoftWish(draft, wish, wish.softPrice);
  }
  if (!isForBest) return draft;
  addCoverage(draft, priorities);
  addReliability(draft, priorities);
  targetRows(draft, priorities.farthest);
  if (blueprint.difficulty?.target !== undefined && priorities.closeness > 0) {
    closenessRows(draft, hundredths(blueprint.difficulty.target), priorities.closeness);
  }
  return draft;
}

/**
 * Whether any of these wishes can need a question in this round. Where none does, the round may stay empty without
 * loss: upper limits only gain by it. That makes a program on the wishes of one round a small one.
 */
function needsQuestions(wishes: readonly Wish[], round: number): boolean {
  return wishes.some((wish) => {
    const { subject, side, softPrice } = wish;
    if (softPrice !== undefined) return false;
    if (subject.of === 'meanDifficulty' || subject.of === 'spread' || subject.of === 'load') return true;
    const own = roundOf(wish);
    return side === 'min' && (own === undefined || own === round);
  });
}

function addHardWish(draft: KitDraft, wish: Wish): void {
  const sums = wishRows(draft, wish);
  sums.forEach(({ terms, limit }, index) => {
    const name = sums.length === 1 ? wish.id : `${wish.id}.${index + 1}`;
    if (wish.side === 'min') draft.addRow(name, wish.id, limit, Infinity, terms);
    else draft.addRow(name, wish.id, -Infinity, limit, terms);
  });
}

/** A soft wish may be missed by a slack, which is paid for. No slack can exceed what the whole pool could miss. */
function addSoftWish(draft: KitDraft, wish: Wish, price: number): void {
  const sums = wishRows(draft, wish);
  const most = Math.max(
    0,
    ...sums.map(({ terms, limit }) => Math.abs(limit) + terms.reduce((sum, term) => sum + Math.abs(term.coefficient), 0)),
  );
  const slack = draft.addColumn(`slack.${wish.id}`, most, -price);
  sums.forEach(({ terms, limit }, index) => {
    const name = sums.length === 1 ? wish.id : `${wish.id}.${index + 1}`;
    if (wish.side === 'min') draft.addRow(name, wish.id, limit, Infinity, [...terms, { column: slack, coefficient: 1 }]);
    else draft.addRow(name, wish.id, -Infinity, limit, [...terms, { column: slack, coefficient: -1 }]);
  });
}

/** A competency brings its weight once, however many questions carry it: covered <= number of its questions. */
function addCoverage(draft: KitDraft, priorities: Priorities): void {
  for (const [slug, weight] of Object.entries(draft.blueprint.competencyWeights).sort(([a], [b]) => byCodeUnit(a, b))) {
    const worth = hundredths(weight) * priorities.coverage;
    const terms = draft.termsWith(({ competencies }) => Number(competencies.includes(slug)));
    if (worth === 0 || terms.length === 0) continue;
    const covered = draft.addColumn(`covered.${slug}`, 1, worth);
    draft.addRow(`coverage.${slug}`, 'coverage', 0, Infinity, [...terms, { column: covered, coefficient: -1 }]);
  }
}

/** Exactly one step of the table of expected dependability counts, and not one beyond the number of questions. */
function addReliability(draft: KitDraft, priorities: Priorities): void {
  const steps = draft.blueprint.expectedReliability ?? [];
  if (steps.length === 0 || priorities.reliability === 0) return;
  const columns = steps.map((thousandths, index) => draft.addColumn(`dependable.${index + 1}`, 1, thousandths * priorities.reliability));
  draft.addRow(
    'dependable.once',
    'reliability',
    -Infinity,
    1,
    columns.map((column) => ({ column, coefficient: 1 })),
  );
  draft.addRow('dependable.questions', 'reliability', 0, Infinity, [
    ...draft.termsWith(() => 1),
    ...columns.map((column, index) => ({ column, coefficient: -(index + 1) })),
  ]);
}
