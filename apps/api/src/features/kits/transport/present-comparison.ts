import { globalId } from '@touchstone/platform/graphql';
import type { KitComparisonValue } from '../application/compare-kits';
import type { KitComparison } from './kit-payload.types';
import { presentKit } from './present-kit';

export function presentComparison({ a, b, shared, onlyA, onlyB, minutesA, minutesB, coverage }: KitComparisonValue): KitComparison {
  const question = (id: string): string => globalId('Question', a.organizationId, id);
  return {
    a: presentKit(a),
    b: presentKit(b),
    sharedQuestionIds: shared.map(question),
    questionIdsOnlyInA: onlyA.map(question),
    questionIdsOnlyInB: onlyB.map(question),
    plannedMinutesA: minutesA,
    plannedMinutesB: minutesB,
    coverageDifferences: coverage,
  };
}
