import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { LoopRights } from '../../interviews';
import type { RatingRecord as RatingValue } from '../persistence/rating.record';
import { RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord as ScorecardValue } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';

export type { RatingValue, ScorecardValue };

const NONE: ReadonlySet<string> = new Set();

/** Scorecards that the seal shows to the actor, on loops that she may read; batched over one request. */
@Injectable()
export class ScorecardLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loopRights: LoopRights,
    private readonly scorecards: ScorecardRepository,
    private readonly ratings: RatingRepository,
  ) {}

  private readonly byId = requestLoader<string, ScorecardValue>(async ({ actor }, ids) => {
    const found = await this.readable(actor, (tx, { organizationId }) => this.scorecards.byIds(tx, organizationId, ids));
    return new Map(found.map((card) => [card.id, card]));
  });

  private readonly bySeat = requestLoader<string, ScorecardValue>(async ({ actor }, seatIds) => {
    const found = await this.readable(actor, (tx, { organizationId }) => this.scorecards.ofSeats(tx, organizationId, seatIds));
    return new Map(found.map((card) => [card.seatId, card]));
  });

  private readonly byInterview = requestLoader<string, readonly ScorecardValue[]>(async ({ actor }, interviewIds) => {
    const found = await this.readable(actor, (tx, { organizationId }) => this.scorecards.ofInterviews(tx, organizationId, interviewIds));
    return new Map(interviewIds.map((id) => [id, found.filter(({ interviewId }) => interviewId === id)]));
  });

  private readonly ratingsByCard = requestLoader<string, readonly RatingValue[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.ratings.byCard(tx, actor.organizationId, ids));
  });

  one(context: RequestContext, id: string): Promise<ScorecardValue | null> {
    return this.byId(context).load(id);
  }

  ofSeat(context: RequestContext, seatId: string): Promise<ScorecardValue | null> {
    return this.bySeat(context).load(seatId);
  }

  async ofInterview(context: RequestContext, interviewId: string): Promise<readonly ScorecardValue[]> {
    return (await this.byInterview(context).load(interviewId)) ?? [];
  }

  /** In the order of question and criterion; of a card that was loaded for this actor. */
  async ratingsOf(context: RequestContext, scorecardId: string): Promise<readonly RatingValue[]> {
    return (await this.ratingsByCard(context).load(scorecardId)) ?? [];
  }

  private async readable(
    actor: Actor | null,
    find: (tx: Transaction, actor: Actor) => Promise<ScorecardValue[]>,
  ): Promise<readonly ScorecardValue[]> {
    if (actor === null || !permits(actor, 'scorecard.read')) return [];
    return this.unitOfWork.read(actor, async (tx) => {
      const cards = await find(tx, actor);
      const others = cards.filter(({ memberId }) => memberId !== actor.memberId);
      const loops =
        others.length === 0 ? NONE : await this.loopRights.readable(tx, actor, [...new Set(others.map(({ loopId }) => loopId))]);
      return cards.filter(({ loopId, memberId }) => memberId === actor.memberId || loops.has(loopId));
    });
  }
}
