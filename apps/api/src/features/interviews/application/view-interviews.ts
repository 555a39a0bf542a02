import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { DeviationRecord as DeviationValue } from '../persistence/deviation.record';
import { type InterviewFilter, InterviewRepository, type InterviewValue } from '../persistence/interview.repository';
import { SeatRepository, type SeatValue } from '../persistence/seat.repository';
import { LoopRights } from './loop-rights';

export type { DeviationValue, InterviewFilter, InterviewValue, SeatValue };

/** Interviews and seats as far as the actor may read their loops. */
@Injectable()
export class ViewInterviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly interviews: InterviewRepository,
    private readonly seats: SeatRepository,
    private readonly rights: LoopRights,
  ) {}

  page(actor: Actor, filter: InterviewFilter, request: PageRequest): Promise<Page<InterviewValue>> {
    return this.unitOfWork.read(actor, (tx) =>
      this.interviews.page(tx, actor.organizationId, this.rights.visibility(actor), filter, request),
    );
  }

  async one(actor: Actor, id: string | null): Promise<InterviewValue | null> {
    if (id === null) return null;
    return this.unitOfWork.read(actor, async (tx) => {
      const interview = await this.interviews.byId(tx, actor.organizationId, id);
      return interview !== null && (await this.rights.mayRead(tx, actor, interview.loopId)) ? interview : null;
    });
  }

  async seat(actor: Actor, id: string | null): Promise<SeatValue | null> {
    if (id === null) return null;
    return this.unitOfWork.read(actor, async (tx) => {
      const seat = await this.seats.byId(tx, actor.organizationId, id);
      return seat !== null && (await this.rights.mayRead(tx, actor, seat.loopId)) ? seat : null;
    });
  }

  /** One that the actor has just made or changed. */
  async changed(actor: Actor, id: string): Promise<InterviewValue> {
    const found = await this.one(actor, id);
    if (found === null) throw new Error('what was changed cannot be read by whoever changed it');
    return found;
  }

  /** A seat that the actor has just given or removed. */
  async changedSeat(actor: Actor, id: string): Promise<SeatValue> {
    const found = await this.seat(actor, id);
    if (found === null) throw new Error('a seat that was changed cannot be read by whoever changed it');
    return found;
  }
}
