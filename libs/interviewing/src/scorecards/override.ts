import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { checkReason } from '../lifecycle';
import { type Recommendation, recommendationWords } from './recommend';

/** What a person decides on an application. */
export const DECISION_OUTCOMES = ['HIRE', 'NO_HIRE'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** Does the decision say something else than the rule? Where the rule says nothing (NOT_DECIDABLE), every decision does. */
export const isOverride = (computed: Recommendation, outcome: DecisionOutcome): boolean =>
  outcome === 'HIRE' ? computed !== 'HIRE' && computed !== 'STRONG_HIRE' : computed !== 'NO_HIRE';

/**
 * May this decision be recorded with this reason? The trimmed reason, `null` where none was given and none is needed. A decision
 * that differs from the computed recommendation needs one.
 */
export function checkDecision(
  computed: Recommendation,
  outcome: DecisionOutcome,
  reason: string | null,
): Result<string | null, ValidationError> {
  const given = reason?.trim() ?? '';
  if (given !== '') return checkReason(given, ['input', 'reason']);
  if (!isOverride(computed, outcome)) return ok(null);
  const decided = outcome === 'HIRE' ? 'to hire' : 'not to hire';
  return err(invalid(`The registered rule says: ${recommendationWords[computed]}. Say why you decide ${decided}.`, ['input', 'reason']));
}
