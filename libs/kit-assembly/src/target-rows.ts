import type { KitDraft } from './kit-draft';
import { targetsOf } from './targets';

/**
 * Adds what makes a kit pay for its farthest target: a column that is at least the distance of every figure from its target.
 * Minimax: one figure far off weighs more than many that are a little off.
 */
export function targetRows(draft: KitDraft, price: number): void {
  const targets = targetsOf(draft.blueprint);
  if (targets.length === 0 || price === 0) return;
  const most = Math.max(
    ...targets.map(({ target, measure }) => target + draft.questions.reduce((sum, question) => sum + measure(question), 0)),
  );
  const farthest = draft.addColumn('farthest', most, -price);
  for (const { name, target, measure, round } of targets) {
    const sum = draft.termsWith(measure, round);
    draft.addRow(`farthest.${name}.above`, 'farthest', -Infinity, target, [...sum, { column: farthest, coefficient: -1 }]);
    draft.addRow(`farthest.${name}.below`, 'farthest', target, Infinity, [...sum, { column: farthest, coefficient: 1 }]);
  }
}
