import type { PanelAnalysis } from '@touchstone/psychometrics';
import { figure, fixed, NONE, notesOn, share, span } from './figures';
import { type Section, tableOf } from './report';

export function fairnessSection({ fairness }: PanelAnalysis): Section | null {
  if (fairness === null) return null;
  const comparison = new Map(fairness.comparisons.map((one) => [one.group, one]));
  const table = tableOf(
    'Selection by group',
    fairness.rates,
    [
      { title: 'Group', align: 'left', show: ({ group }) => group },
      { title: 'Applied', align: 'right', show: ({ applicants }) => (applicants === null ? NONE : String(applicants)) },
      { title: 'Taken', align: 'right', show: ({ selected }) => (selected === null ? NONE : String(selected)) },
      { title: 'Rate', align: 'right', show: ({ rate }) => share(rate.value) },
      {
        title: 'Ratio',
        align: 'right',
        show: ({ group }) => (group === fairness.referenceGroup ? 'highest' : figure(comparison.get(group)?.ratio ?? NO_FIGURE)),
      },
      { title: '95 % range', align: 'right', spare: 1, show: ({ group }) => span(comparison.get(group)?.ratio ?? NO_FIGURE) },
      {
        title: 'Under 4/5?',
        align: 'left',
        show: ({ group }) =>
          ({ true: 'yes', false: 'no', null: NONE, undefined: NONE })[String(comparison.get(group)?.violatesFourFifths) as 'true'],
      },
      { title: 'By chance', align: 'right', show: ({ group }) => fixed(comparison.get(group)?.tests?.fisher.twoSided, 3) },
    ],
    [
      'Ratio: the rate as a part of the highest one. By chance: how often chance alone makes a difference like this or a larger one (Fisher’s exact test). Read both; neither proves discrimination or its absence.',
      'Groups of fewer than five applicants are not shown, so that nobody can be recognised.',
      ...notesOn(fairness.rates.map(({ rate }) => rate)),
    ],
  );
  return { id: 'fairness', title: 'Groups', lead: 'Is a group selected at a lower rate than others?', blocks: [table] };
}

const NO_FIGURE = { value: null, standardError: null, interval: null, n: 0, raters: 0, method: '', status: 'INSUFFICIENT_DATA' } as const;
