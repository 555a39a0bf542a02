import type { Disagreement, LoopFigures } from '@touchstone/interviewing/insights';
import { globalId } from '@touchstone/platform/graphql';
import { presentInterview } from '../../interviews';
import type { Member } from '../../organizations';
import { type Evidence, presentComputed } from '../../scorecards';
import type { LoopScores as LoopScoresValue, SealedScores as SealedScoresValue } from '../application/view-scores';
import type { CompetencyScore, CriterionDisagreement, ItemScore, LoopScores, SealedScores } from './scores.types';

type Members = ReadonlyMap<string, Member>;

/** The one form of the answer before the seal opens. */
export const presentSealed = ({ seal }: SealedScoresValue): SealedScores & { readonly __typename: string } => ({
  __typename: 'SealedScores',
  reason: 'NOT_ALL_SUBMITTED',
  message: 'Figures come when the seal of this loop opens.',
  submitted: seal.submitted,
  of: seal.of,
});

export const membersOf = ({ evidence }: LoopScoresValue): readonly string[] => [
  ...new Set(evidence.cards.map(({ card }) => card.memberId)),
];

export const presentScores = (scores: LoopScoresValue, members: Members): LoopScores & { readonly __typename: string } => ({
  __typename: 'LoopScores',
  overall: scores.figures.overall,
  ratedWeightShare: scores.figures.ratedWeightShare,
  competencies: competenciesOf(scores.figures),
  unratedCompetencies: scores.figures.unratedCompetencies,
  items: itemsOf(scores.evidence, scores.figures),
  disagreements: scores.disagreements.flatMap((one) => presentDisagreement(scores.evidence, one, members)),
  apart: scores.apart.map(({ memberId, because, figures }) => ({
    member: members.get(memberId) ?? null,
    because,
    overall: figures.overall,
    competencies: competenciesOf(figures),
  })),
  recommendation: presentComputed({ ...scores.recommendation, ruleHash: scores.ruleHash }),
});

const competenciesOf = ({ competencies }: LoopFigures): readonly CompetencyScore[] => competencies.map((one) => ({ ...one }));

/** In the order of asking. */
const itemsOf = ({ items }: Evidence, figures: LoopFigures): readonly ItemScore[] =>
  items.flatMap((item) => {
    const figure = figures.items.find(({ itemId }) => itemId === item.id);
    return figure === undefined ? [] : [{ ...named(item), estimate: figure.estimate }];
  });

function presentDisagreement(
  { items }: Evidence,
  { itemId, criterionId, levels, ...one }: Disagreement,
  members: Members,
): readonly CriterionDisagreement[] {
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) return [];
  return [
    {
      ...named(item),
      criterion: criterionId,
      competency: one.competency,
      range: one.range,
      deviation: one.deviation,
      toDiscuss: one.toDiscuss,
      levels: levels.map(({ raterId, level }) => ({ member: members.get(raterId) ?? null, level })),
    },
  ];
}

const named = ({ interview, questionVersionId, document }: Evidence['items'][number]) => ({
  interview: presentInterview(interview),
  questionVersionId: globalId('QuestionVersion', interview.organizationId, questionVersionId),
  title: document.title,
});
