import { globalId } from '@touchstone/platform/graphql';
import type { ExposureValue } from '../application/simulate-exposure';
import type { ExposureSimulation } from './exposure.types';

export function presentExposure({ organizationId, uses, stopped, ...figures }: ExposureValue): ExposureSimulation {
  const counts = [...new Set(uses.map((one) => one.uses))];
  return {
    loops: figures.draws,
    questionsUsed: figures.used,
    mostUses: figures.most,
    mostShare: figures.mostShare,
    inequality: figures.inequality,
    firstObjective: figures.firstObjective,
    leastObjective: figures.leastObjective,
    spread: counts.map((count) => ({ uses: count, questions: uses.filter((one) => one.uses === count).length })),
    uses: uses.map((one) => ({ ...one, questionId: globalId('Question', organizationId, one.questionId) })),
    ended: stopped,
  };
}
