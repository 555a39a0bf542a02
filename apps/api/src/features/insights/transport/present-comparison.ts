import { comparisonSentence, intervalsReason, mustAgreeReason, rankingReason } from '@touchstone/interviewing/insights';
import type { Loop } from '../../interviews';
import { criterionNames } from '../application/adjusted-figure';
import type { OpeningComparisonValue } from '../application/view-comparison';
import type { OpeningComparison } from './comparison.types';

/** The loops of which a comparison speaks. */
export const loopsOf = ({ report: { summary } }: OpeningComparisonValue): readonly string[] =>
  [...(summary?.comparison?.candidates ?? []), ...(summary?.comparison?.leftOut ?? [])].map(({ loopId }) => loopId);

export function presentComparison(
  { report, sealedLoops }: OpeningComparisonValue,
  loops: ReadonlyMap<string, Loop>,
  raters: ReadonlyMap<string, string>,
  idOf: (loopId: string) => string,
): OpeningComparison {
  const { upToDate, pending, computedAt } = report;
  const comparison = report.summary?.comparison ?? null;
  const beside = { sealedLoops, upToDate, pending, computedAt };
  if (comparison === null) {
    const sentence = pending ? 'The figures of this opening are being worked out.' : 'No loop of this opening is open yet.';
    const nothing = { candidates: [], groups: [], leftOut: [], ratings: 0, raters: 0 };
    return {
      status: null,
      sentence,
      mustAgree: false,
      mustAgreeReason: sentence,
      rankingReason: sentence,
      intervalsReason,
      ...nothing,
      ...beside,
    };
  }
  const names = { rater: (id: string) => raters.get(id) ?? null, criterion: criterionNames(report) };
  return {
    status: comparison.status,
    sentence: comparisonSentence(comparison, names),
    mustAgree: comparison.mustAgree,
    mustAgreeReason: mustAgreeReason(comparison),
    intervalsReason,
    rankingReason: rankingReason(comparison),
    candidates: comparison.candidates.flatMap(({ loopId, above, ...one }) => {
      const loop = loops.get(loopId);
      return loop === undefined ? [] : [{ ...one, loop, probabilityAbove: above }];
    }),
    groups: comparison.groups.map((group) => group.map(idOf)),
    leftOut: comparison.leftOut.flatMap(({ loopId, because }) => {
      const loop = loops.get(loopId);
      return loop === undefined ? [] : [{ loop, because }];
    }),
    ratings: comparison.n,
    raters: comparison.raters,
    ...beside,
  };
}
