import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import { rates } from '@touchstone/interviewing/interviews';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { Deviations, Seats, type SeatValue } from '../../interviews';
import { SecondRatingRepository } from '../persistence/second-rating.repository';
import { type DebriefContent, debriefOf } from './debrief-of';
import { LoopEvidence } from './loop-evidence';
import { ViewSeal } from './view-seal';

type DeviationOf = Awaited<ReturnType<Deviations['ofInterview']>>[number];

/** The panel's meeting on one loop: all that was submitted, side by side. */
export interface Debrief extends DebriefContent {
  readonly openedAt: Date;
  readonly deviations: readonly DeviationOf[];
  /** Rating seats that have not submitted: where the seal was opened early. */
  readonly outstanding: readonly SeatValue[];
}

/** The debrief of a loop; null until its seal is open, whoever asks and whatever lies under it. */
@Injectable()
export class ViewDebrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seals: ViewSeal,
    private readonly seats: Seats,
    private readonly deviations: Deviations,
    private readonly evidence: LoopEvidence,
    private readonly secondRatings: SecondRatingRepository,
  ) {}

  async execute(context: RequestContext, loopId: string): Promise<Debrief | null> {
    const { actor } = context;
    if (actor === null || !permits(actor, 'debrief.read')) return null;
    const openedAt = (await this.seals.ifReadable(context, loopId))?.openedAt ?? null;
    if (openedAt === null) return null;
    return this.unitOfWork.read(actor, async (tx) => {
      const { organizationId } = actor;
      const evidence = await this.evidence.of(tx, { organizationId, id: loopId });
      const held = new Set(evidence.interviews.map(({ id }) => id));
      const seats = await this.seats.ofLoop(tx, organizationId, loopId);
      const deviations: DeviationOf[] = [];
      for (const { id } of evidence.interviews) deviations.push(...(await this.deviations.ofInterview(tx, organizationId, id)));
      return {
        ...debriefOf(evidence, await this.secondRatings.ofLoop(tx, organizationId, loopId)),
        openedAt,
        deviations,
        outstanding: seats.filter(
          ({ kind, removedAt, submittedAt, interviewId }) =>
            rates(kind) && removedAt === null && submittedAt === null && held.has(interviewId),
        ),
      };
    });
  }
}
