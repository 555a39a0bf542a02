import type { DimensionFairness as DimensionValue, WithheldBecause } from '@touchstone/interviewing/insights';
import type { FairnessView } from '../application/view-fairness';
import type { DimensionFairness, Fairness } from './fairness.types';

export const presentFairness = ({ smallestGroup, settingRevision, computedAt, figures }: FairnessView): Fairness => ({
  smallestGroup,
  settingRevision,
  computedAt,
  answered: figures?.answered ?? null,
  dimensions: (figures?.dimensions ?? []).map((one) => presentDimension(one, smallestGroup)),
});

const WHY: Readonly<Record<WithheldBecause, string>> = {
  TOO_FEW_GROUPS: 'There are no two groups of enough people to compare.',
  OUTCOME_TOO_RARE: 'Too few of those who declared were selected, or too few were not: they would be known by name.',
  REST_TOO_SMALL: 'Subtracted from the figures over everything, these would leave too few people.',
  TOO_FEW_CHANGES: 'Too few people are new since the figures before; they come with the next ones.',
};

function presentDimension(one: DimensionValue, smallestGroup: number): DimensionFairness {
  const { dimension } = one;
  if (one.withheld !== null)
    return {
      dimension,
      withheld: one.withheld,
      sentence: `${WHY[one.withheld]} A figure needs ${smallestGroup} people at least.`,
      asOf: null,
      groups: [],
    };
  const { rates, comparisons, referenceGroup } = one.impact;
  const groups = rates.flatMap(({ group, applicants, selected, rate }, index) => {
    const compared = comparisons.find((each) => each.group === group) ?? null;
    if (applicants === null || selected === null) return [];
    return [
      {
        groups: one.groups[index] ?? [],
        applicants,
        selected,
        rate,
        reference: group === referenceGroup,
        ratio: compared?.ratio ?? null,
        violatesFourFifths: compared?.violatesFourFifths ?? null,
        fisher:
          compared?.tests === null || compared === null
            ? null
            : { twoSided: compared.tests.fisher.twoSided, less: compared.tests.fisher.lower },
      },
    ];
  });
  const below = groups.filter(({ violatesFourFifths }) => violatesFourFifths === true).length;
  const sentence =
    below === 0
      ? 'No group is selected at less than four fifths of the highest rate.'
      : `${below === 1 ? 'One group is' : `${below} groups are`} selected at less than four fifths of the highest rate. The test says how easily chance would do that.`;
  return { dimension, withheld: null, sentence, asOf: new Date(one.basis.at), groups };
}
