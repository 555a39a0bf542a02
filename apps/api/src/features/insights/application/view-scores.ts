import { Injectable } from '@nestjs/common';
import { mayReadReport, permits } from '@touchstone/interviewing/access';
import {
  type Disagreement,
  type DisagreementEffect,
  disagreements,
  discussFirst,
  type LoopFigures,
  weightedMeanFigures,
} from '@touchstone/interviewing/insights';
import { weighs } from '@touchstone/interviewing/interviews';
import type { ScoringRule } from '@touchstone/interviewing/kits';
import type { ComputedRecommendation } from '@touchstone/interviewing/scorecards';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { LoopLoader, SealReader, type SealState } from '../../interviews';
import { ScoringRules, type ScoringRuleValue } from '../../kits';
import { type Evidence, EvidenceLoader, factsOf, recommendationOf } from '../../scorecards';
import { ReportReader, type StoredReport } from './report-reader';

/** Why a card's ratings are shown and weigh nothing. */
export type ApartBecause = 'SHADOW' | 'AFTER_OPENING';

/** One rater's own figures, beside those of the panel. */
export interface ApartFigures {
  readonly memberId: string;
  readonly because: ApartBecause;
  readonly figures: LoopFigures;
}

/** What the ratings of an open loop come to by its registered rule. */
export interface LoopScores {
  readonly sealed: false;
  readonly evidence: Evidence;
  readonly figures: LoopFigures;
  /** The widest first. */
  readonly disagreements: readonly Disagreement[];
  /** What to settle first, if the decision is what matters. */
  readonly discussFirst: readonly DisagreementEffect[];
  readonly apart: readonly ApartFigures[];
  /** The candidates of the opening side by side, this one among them. */
  readonly opening: StoredReport;
  /** May the reader learn who of other loops a missing link is between? */
  readonly namesLinks: boolean;
  readonly loopId: string;
  readonly recommendation: ComputedRecommendation;
  readonly ruleHash: string;
}

export interface SealedScores {
  readonly sealed: true;
  readonly seal: SealState;
}

/**
 * The figures of a loop. Until its seal opens there are none, for anybody: also not over the cards that one may see by an own submission,
 * since a mean over some of them could be taken from a mean over all. As many statements for a list of loops as for one.
 */
@Injectable()
export class ViewScores {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: LoopLoader,
    private readonly seals: SealReader,
    private readonly rules: ScoringRules,
    private readonly evidence: EvidenceLoader,
    private readonly reports: ReportReader,
  ) {}

  private readonly ruleById = requestLoader<string, ScoringRuleValue>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.rules.byIds(tx, actor.organizationId, ids));
  });

  /** Null where there is no such loop for the actor. */
  async execute(context: RequestContext, loopId: string | null): Promise<LoopScores | SealedScores | null> {
    const { actor } = context;
    if (actor === null || loopId === null || !permits(actor, 'debrief.read')) return null;
    const seal = await this.seals.ifReadable(context, loopId);
    if (seal === null) return null;
    if (!seal.open) return { sealed: true, seal };
    const [loop, evidence] = await Promise.all([this.loops.one(context, loopId), this.evidence.of(context, loopId)]);
    if (loop === null || evidence === null) return null;
    const [registered, opening] = await Promise.all([
      this.ruleById(context).load(loop.scoringRuleId),
      this.reports.ofOpening(context, loop.openingId),
    ]);
    if (registered === null || opening === null) return null;
    const { items, ratings } = factsOf(evidence);
    const { rule, contentHash: ruleHash } = registered;
    return {
      sealed: false,
      evidence,
      ruleHash,
      figures: weightedMeanFigures(ratings, items, rule.competencyWeights),
      disagreements: disagreements(ratings, items),
      discussFirst: discussFirst(ratings, items, rule),
      opening,
      loopId,
      namesLinks: permits(actor, 'insights.read') && mayReadReport(actor, loop.hiringManagerId),
      apart: apartFrom(evidence, rule),
      recommendation: recommendationOf(rule, evidence),
    };
  }
}

/** Each card that weighs nothing, computed as if its rater had been the whole panel. */
function apartFrom(evidence: Evidence, rule: ScoringRule): readonly ApartFigures[] {
  return evidence.cards
    .filter(({ card, seat }) => card.afterOpening || !weighs(seat.kind))
    .map((one) => {
      const alone = {
        ...evidence,
        cards: [{ ...one, seat: { ...one.seat, kind: 'INTERVIEWER' as const }, card: { ...one.card, afterOpening: false } }],
      };
      const { items, ratings } = factsOf(alone);
      return {
        memberId: one.card.memberId,
        because: weighs(one.seat.kind) ? 'AFTER_OPENING' : 'SHADOW',
        figures: weightedMeanFigures(ratings, items, rule.competencyWeights),
      };
    });
}
