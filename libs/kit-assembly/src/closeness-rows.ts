import type { RoundWish } from './blueprint';
import { hundredths } from './hundredths';
import type { KitDraft } from './kit-draft';
import type { Term } from './linear-program';

/**
 * Adds what makes a kit pay for being off its target difficulty: a column `off`, at least the absolute value of
 * D = sum of (difficulty - target) over the chosen questions, in hundredths of a level.
 *
 * Where the number of questions is fixed, D can only take values on a grid (whole levels, say) that may miss 0, while a
 * fractional mix of questions reaches 0 with ease; the solver would then search long for what cannot be. One more row
 * tells it: on a grid of step g with neighbours -a and b of zero, |D| is at least the line through (-a, a) and (b, b),
 * g * off - (b - a) * D >= 2ab. No whole solution is lost by it.
 */
export function closenessRows(draft: KitDraft, target: number, price: number): void {
  const { questions } = draft;
  const deviation = (sign: number): Term[] => draft.termsWith(({ difficulty }) => sign * (hundredths(difficulty) - target));
  const most = questions.reduce((sum, question) => sum + Math.abs(hundredths(question.difficulty) - target), 0);
  const off = draft.addColumn('off', most, -price);
  draft.addRow('off.above', 'closeness', 0, Infinity, [...deviation(-1), { column: off, coefficient: 1 }]);
  draft.addRow('off.below', 'closeness', 0, Infinity, [...deviation(1), { column: off, coefficient: 1 }]);

  const count = fixedCount(draft.blueprint.rounds);
  const step = questions.reduce((divisor, question) => gcd(divisor, hundredths(question.difficulty)), 0);
  if (count === undefined || step === 0) return;
  const below = (((count * target) % step) + step) % step;
  if (below === 0) return;
  const above = step - below;
  draft.addRow('off.grid', 'closeness', 2 * below * above, Infinity, [
    ...(above === below ? [] : deviation(below - above)),
    { column: off, coefficient: step },
  ]);
}

function fixedCount(rounds: readonly RoundWish[]): number | undefined {
  // A kit that may miss the number at a price has no fixed one.
  const fixed = rounds.every(({ questions }) => questions.min === questions.max && questions.soft === undefined);
  return fixed ? rounds.reduce((sum, { questions }) => sum + questions.min, 0) : undefined;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
