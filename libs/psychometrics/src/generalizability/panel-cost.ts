import type { Arrangement, Panel } from './dependability';

export interface CostOfTime {
  /** Minutes that one question takes. */
  readonly minutesPerQuestion: number;
  /** What an hour of one interviewer costs, in any currency. */
  readonly hourlyCost: number;
  /** Minutes of every interviewer around the questions: opening, closing, writing up. 0 unless said. */
  readonly minutesPerInterview?: number | undefined;
}

export interface PanelCost {
  readonly interviewerHours: number;
  /** The candidate's time: interviewers who sit together share it. */
  readonly candidateHours: number;
  readonly cost: number;
}

/**
 * What does such a panel cost per candidate?
 *
 * Every interviewer hears the questions and has the minutes around them: interviewer-hours are the same together and separately. The candidate's
 * time is not: interviewers who each ask questions of their own, one after the other, take it as often as there are interviewers. The cost
 * is that of the interviewers' hours.
 *
 * Sizes and minutes finite, sizes above 0, minutes and cost at least 0; throws RangeError otherwise. Cost O(1).
 *
 * Source: the definitions.
 */
export function panelCost(
  { interviewers, questions }: Panel,
  arrangement: Arrangement,
  { minutesPerQuestion, hourlyCost, minutesPerInterview = 0 }: CostOfTime,
): PanelCost {
  if (![interviewers, questions].every((size) => size > 0 && Number.isFinite(size))) {
    throw new RangeError('a panel has a finite number of interviewers and of questions above 0');
  }
  if (![minutesPerQuestion, hourlyCost, minutesPerInterview].every((size) => size >= 0 && Number.isFinite(size))) {
    throw new RangeError('minutes and costs are finite numbers of at least 0');
  }
  const sitting = (questions * minutesPerQuestion + minutesPerInterview) / 60;
  const interviewerHours = interviewers * sitting;
  return {
    interviewerHours,
    candidateHours: arrangement === 'TOGETHER' ? sitting : interviewerHours,
    cost: interviewerHours * hourlyCost,
  };
}
