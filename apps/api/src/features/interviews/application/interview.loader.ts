import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import type { DeviationRecord } from '../persistence/deviation.record';
import { DeviationRepository } from '../persistence/deviation.repository';
import { InterviewRepository, type InterviewValue } from '../persistence/interview.repository';
import { SeatRepository, type SeatValue } from '../persistence/seat.repository';
import { grouped } from './grouped';

/** Interviews, their seats and deviations for things inside an answer whose reader may read the loop, batched over one request. */
@Injectable()
export class InterviewLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly interviews: InterviewRepository,
    private readonly seats: SeatRepository,
    private readonly deviations: DeviationRepository,
  ) {}

  private readonly byId = requestLoader<string, InterviewValue>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.interviews.byIds(tx, actor.organizationId, ids));
    return new Map(found.map((interview) => [interview.id, interview]));
  });

  private readonly byLoop = requestLoader<string, readonly InterviewValue[]>(async ({ actor }, loopIds) => {
    if (actor === null) return new Map();
    return grouped(
      await this.unitOfWork.read(actor, (tx) => this.interviews.ofLoops(tx, actor.organizationId, loopIds)),
      ({ loopId }) => loopId,
    );
  });

  private readonly seatsByInterview = requestLoader<string, readonly SeatValue[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return grouped(
      await this.unitOfWork.read(actor, (tx) => this.seats.ofInterviews(tx, actor.organizationId, ids)),
      ({ interviewId }) => interviewId,
    );
  });

  private readonly deviationsByInterview = requestLoader<string, readonly DeviationRecord[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return grouped(
      await this.unitOfWork.read(actor, (tx) => this.deviations.ofInterviews(tx, actor.organizationId, ids)),
      ({ interviewId }) => interviewId,
    );
  });

  one(context: RequestContext, id: string): Promise<InterviewValue | null> {
    return this.byId(context).load(id);
  }

  async ofLoop(context: RequestContext, loopId: string): Promise<readonly InterviewValue[]> {
    return (await this.byLoop(context).load(loopId)) ?? [];
  }

  async seatsOf(context: RequestContext, interviewId: string): Promise<readonly SeatValue[]> {
    return (await this.seatsByInterview(context).load(interviewId)) ?? [];
  }

  async deviationsOf(context: RequestContext, interviewId: string): Promise<readonly DeviationRecord[]> {
    return (await this.deviationsByInterview(context).load(interviewId)) ?? [];
  }
}
