import type { SlotWish } from './blueprint';
import type { PoolQuestion } from './pool-question';

/** Whether a question may stand in a slot. What the slot does not name, it does not mind. */
export function fitsSlot(slot: SlotWish, question: PoolQuestion): boolean {
  const { minutes = {}, categories = [], competencies = [], kinds = [], forms = {}, difficulties = [] } = slot;
  const form = forms[question.kind];
  return (
    isAmong(categories, question.category) &&
    isAmong(competencies, question.competencies[0]) &&
    isAmong(kinds, question.kind) &&
    isAmong(difficulties, question.difficulty) &&
    (form === undefined || form === question.form) &&
    question.minutes >= (minutes.min ?? 0) &&
    question.minutes <= (minutes.max ?? Infinity)
  );
}

const isAmong = <T>(list: readonly T[], value: T | undefined): boolean =>
  list.length === 0 || (value !== undefined && list.includes(value));
