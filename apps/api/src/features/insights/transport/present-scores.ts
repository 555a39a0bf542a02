import {
  type Disagreement,
  type DisagreementEffect,
  intervalsReason,
  type LoopFigures,
  type PanelNames,
} from '@touchstone/interviewing/insights';
import { globalId } from '@touchstone/platform/graphql';
import { presentInterview } from '../../interviews';
import type { Member } from '../../organizations';
import { type Evidence, presentComputed } from '../../scorecards';
import { adjustedFigure, criterionNames, linkedRaters } from '../application/adjusted-figure';
import type { LoopScores as LoopScoresValue, SealedScores as SealedScoresValue } from '../application/view-scores';
import type {
  AdjustedScore,
  CompetencyScore,
  CriterionDisagreement,
  DisagreementEffect as PresentedEffect,
  ItemScore,
  LoopScores,
  SealedScores,
} from './scores.types';

type Members = ReadonlyMap<string, Member>;

/** The one form of the answer before the seal opens. */
export const presentSealed = ({ seal }: SealedScoresValue): SealedScores & { readonly __typename: string } => ({
  __typename: 'SealedScores',
  reason: 'NOT_ALL_SUBMITTED',
  message: 'Figures come when the seal of this loop opens.',
  submitted: seal.submitted,
  of: seal.of,
});

export const membersOf = ({ evidence, opening, namesLinks }: LoopScoresValue): readonly string[] => [
  ...new Set([...evidence.cards.map(({ card }) => card.memberId), ...(namesLinks ? linkedRaters(opening) : [])]),
];

export const presentScores = (scores: LoopScoresValue, members: Members): LoopScores & { readonly __typename: string } => ({
  __typename: 'LoopScores',
  overall: scores.figures.overall,
  adjusted: adjustedOf(scores, members),
  ratedWeightShare: scores.figures.ratedWeightShare,
  competencies: competenciesOf(scores.figures),
  unratedCompetencies: scores.figures.unratedCompetencies,
  items: itemsOf(scores.evidence, scores.figures),
  disagreements: scores.disagreements.flatMap((one) => presentDisagreement(scores.evidence, one, members)),
  discussFirst: scores.discussFirst.flatMap((one) => presentEffect(scores.evidence, one)),
  apart: scores.apart.map(({ memberId, because, figures }) => ({
    member: members.get(memberId) ?? null,
    because,
    overall: figures.overall,
    competencies: competenciesOf(figures),
  })),
  recommendation: presentComputed({ ...scores.recommendation, ruleHash: scores.ruleHash }),
});

function adjustedOf({ opening, loopId, namesLinks }: LoopScoresValue, members: Members): AdjustedScore {
  const names: PanelNames = {
    rater: (id) => (namesLinks ? (members.get(id)?.name ?? null) : null),
    criterion: namesLinks ? criterionNames(opening) : () => null,
  };
  const { upToDate, pending, computedAt } = opening;
  return { ...adjustedFigure(opening, loopId, names), intervalsReason, upToDate, pending, computedAt };
}

function presentEffect({ items }: Evidence, { itemId, criterionId, ...effect }: DisagreementEffect): readonly PresentedEffect[] {
  const item = items.find(({ id }) => id === itemId);
  return item === undefined ? [] : [{ ...named(item), ...effect, criterion: criterionId }];
}

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
