import type { DeviationKind } from './deviation';

/** One question of an interview, in its place. */
export interface InterviewItem {
  readonly questionVersionId: string;
  readonly plannedMinutes: number;
  /** Was not asked, with a reason on record: no rating is owed. */
  readonly skipped: boolean;
  /** Was not in the kit round. */
  readonly added: boolean;
}

/** A recorded deviation, as far as it moves items. `position` counts from 0; null: at the end. */
export interface ItemDeviation {
  readonly kind: DeviationKind;
  readonly questionVersionId: string;
  readonly position: number | null;
  readonly plannedMinutes: number | null;
}

/**
 * Which items does the interview have, in which order? Those of the kit round with the deviations applied in the order in which they were
 * recorded: a skipped item stays in its place and is marked, an added one comes in, a reordered one moves. What names an unknown item changes nothing.
 */
export function interviewItems(
  round: readonly { readonly questionVersionId: string; readonly plannedMinutes: number }[],
  deviations: readonly ItemDeviation[],
): readonly InterviewItem[] {
  let items: InterviewItem[] = round.map(({ questionVersionId, plannedMinutes }) => ({
    questionVersionId,
    plannedMinutes,
    skipped: false,
    added: false,
  }));
  for (const { kind, questionVersionId, position, plannedMinutes } of deviations) {
    const known = items.find((item) => item.questionVersionId === questionVersionId);
    if (kind === 'ADDED' && known === undefined) {
      items = placed(items, { questionVersionId, plannedMinutes: plannedMinutes ?? 0, skipped: false, added: true }, position);
    } else if (kind === 'SKIPPED' && known !== undefined) {
      items = items.map((item) => (item === known ? { ...item, skipped: true } : item));
    } else if (kind === 'REORDERED' && known !== undefined) {
      items = placed(
        items.filter((item) => item !== known),
        known,
        position,
      );
    }
  }
  return items;
}

const placed = (items: readonly InterviewItem[], item: InterviewItem, position: number | null): InterviewItem[] => {
  const at = Math.min(position ?? items.length, items.length);
  return [...items.slice(0, at), item, ...items.slice(at)];
};
