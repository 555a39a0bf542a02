import { type ConflictError, type Result, type ValidationError, conflict, err, invalid, ok } from '@touchstone/kernel';
import { checkReason } from '../lifecycle';

export const DEVIATION_KINDS = ['SKIPPED', 'ADDED', 'REORDERED'] as const;
export type DeviationKind = (typeof DEVIATION_KINDS)[number];

/** How an interview departed from its kit round. `itemId` is the item skipped, added or moved. */
export interface Deviation {
  readonly kind: DeviationKind;
  readonly itemId: string;
  readonly reason: string;
}

/**
 * May this deviation be recorded? The deviation with its reason trimmed. An item of the round can be skipped (once) or moved; only one that is
 * not yet in the interview can be added; every deviation has a reason of at least 3 characters.
 * `itemIds`: the items of the interview, added ones included; `recorded`: the deviations so far.
 */
export function checkDeviation(
  deviation: Deviation,
  itemIds: readonly string[],
  recorded: readonly Deviation[],
): Result<Deviation, ValidationError | ConflictError> {
  const known = itemIds.includes(deviation.itemId);
  if (deviation.kind === 'ADDED' && known) return err(conflict('This question is already part of the interview.', ['input', 'itemId']));
  if (deviation.kind !== 'ADDED' && !known) return err(invalid('This item is not part of the interview.', ['input', 'itemId']));
  if (deviation.kind === 'SKIPPED' && skippedItems(recorded).has(deviation.itemId)) {
    return err(conflict('This item is recorded as skipped already.', ['input', 'itemId']));
  }
  const reason = checkReason(deviation.reason, ['input', 'reason']);
  return reason.ok ? ok({ ...deviation, reason: reason.value }) : reason;
}

/** The items that a recorded deviation skips, for which no rating is owed. */
export const skippedItems = (deviations: readonly Deviation[]): ReadonlySet<string> =>
  new Set(deviations.filter(({ kind }) => kind === 'SKIPPED').map(({ itemId }) => itemId));
