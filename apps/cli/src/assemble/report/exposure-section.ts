import type { ExposureReport } from '@touchstone/kit-assembly';
import { fixed, plural, share } from '../../analyze/report/figures';
import { type Section, tableOf } from '../../analyze/report/report';

const MOST_SHOWN = 15;

/** How the bank wears over the simulated draws. */
export function exposureSection(report: ExposureReport): Section {
  const { draws, uses, used, most, mostShare, inequality, firstObjective, leastObjective, stopped } = report;
  return {
    id: 'exposure',
    title: 'How the bank wears',
    lead: `${plural(draws, 'draw')}: ${used} of ${uses.length} questions were used; the most used one ${most} times, in ${share(mostShare)} of the draws.`,
    blocks: [
      {
        kind: 'text',
        text: `Inequality of use (Gini) ${fixed(inequality)}. Points of the first draw ${firstObjective}, of the least ${leastObjective}.`,
      },
      ...(stopped === null
        ? []
        : [
            {
              kind: 'statements' as const,
              statements: [{ tone: 'STOP' as const, headline: `No kits any more at draw ${stopped.at}.`, says: stopped.refusal.message }],
            },
          ]),
      tableOf('Most used', uses.slice(0, MOST_SHOWN), [
        { title: 'Question', align: 'left', show: ({ questionId }) => questionId },
        { title: 'Uses', align: 'right', show: (one) => String(one.uses) },
      ]),
    ],
  };
}
