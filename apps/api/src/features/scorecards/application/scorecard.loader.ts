import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { LoopRights } from '../../interviews';
import type { RatingRecord } from '../persistence/rating.record';
import { RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';

/** Scorecards that the seal shows to the actor, on loops that she may read; batched over one request. */
@Injectable()
export class ScorecardLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loopRights: LoopRights,
    private readonly scorecards: ScorecardRepository,
    private readonly ratings: RatingRepository,
  ) {}

  private readonly byId = requestLoader<string, ScorecardRecord>(async ({ actor }, ids) => {
    const found = await this.readable(actor, (tx, { organizationId }) => this.scorecards.byIds(tx, organizationId, ids));
    return new Map(found.map((card) => [card.id, card]));
  });

  private readonly bySeat = requestLoader<string, ScorecardRecord>(async ({ actor }, seatIds) => {
    const found = await this.readable(actor, (tx, { organizationId }) => this.scorecards.ofSeats(tx, organizationId, seatIds));
    return new Map(found.map((card) => [card.seatId, card]));
  });

  private readonly ratingsByCard = requestLoader<string, readonly RatingRecord[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.ratings.byCard(tx, actor.organizationId, ids));
  });

  one(context: RequestContext, id: string): Promise<ScorecardRecord | null> {
    return this.byId(context).load(id);
  }

  ofSeat(context: RequestContext, seatId: string): Promise<ScorecardRecord | null> {
    return this.bySeat(context).load(seatId);
  }

  /** In the order of question and criterion; of a card that was loaded for this actor. */
  async ratingsOf(context: RequestContext, scorecardId: string): Promise<readonly RatingRecord[]> {
    return (await this.ratingsByCard(context).load(scorecardId)) ?? [];
  }

  private async readable(
    actor: Actor | null,
    find: (tx: Transaction, actor: Actor) => Promise<ScorecardRecord[]>,
  ): Promise<readonly ScorecardRecord[]> {
    if (actor === null || !permits(actor, 'scorecard.read')) return [];
    return this.unitOfWork.read(actor, async (tx) => {
      const cards = await find(tx, actor);
      const loops = new Set<string>();
      const others = cards.filter(({ memberId }) => memberId !== actor.memberId);
      for (const loopId of new Set(others.map((card) => card.loopId))) {
        if (await this.loopRights.mayRead(tx, actor, loopId)) loops.add(loopId);
      }
      return cards.filter(({ loopId, memberId }) => memberId === actor.memberId || loops.has(loopId));
    });
  }
}
