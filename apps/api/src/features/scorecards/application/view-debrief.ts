import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import { rates } from '@touchstone/interviewing/interviews';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { Deviations, SealReader, type SeatValue } from '../../interviews';
import type { SecondRatingRecord } from '../persistence/second-rating.record';
import { SecondRatingRepository } from '../persistence/second-rating.repository';
import { type DebriefContent, debriefOf } from './debrief-of';
import { EvidenceLoader } from './evidence.loader';

type DeviationOf = Awaited<ReturnType<Deviations['ofInterview']>>[number];

/** The panel's meeting on one loop: all that was submitted, side by side. */
export interface Debrief extends DebriefContent {
  readonly openedAt: Date;
  readonly deviations: readonly DeviationOf[];
  /** Rating seats that have not submitted: where the seal was opened early. */
  readonly outstanding: readonly SeatValue[];
  /** Rating seats that were taken away, and with them what they owed. */
  readonly removed: readonly SeatValue[];
}

/** What stands beside the submitted cards of a loop. */
interface Beside {
  readonly secondRatings: readonly SecondRatingRecord[];
  readonly deviations: readonly DeviationOf[];
}

/** The debrief of a loop; null until its seal is open, whoever asks and whatever lies under it. As many statements for a list of loops as for one. */
@Injectable()
export class ViewDebrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seals: SealReader,
    private readonly deviations: Deviations,
    private readonly evidence: EvidenceLoader,
    private readonly secondRatings: SecondRatingRepository,
  ) {}

  private readonly beside = requestLoader<string, Beside>(async ({ actor }, loopIds) => {
    if (actor === null) return new Map();
    const { organizationId } = actor;
    const [secondRatings, deviations] = await this.unitOfWork.read(actor, (tx) =>
      Promise.all([this.secondRatings.ofLoops(tx, organizationId, loopIds), this.deviations.ofLoops(tx, organizationId, loopIds)]),
    );
    const of = <Row extends { readonly loopId: string }>(rows: readonly Row[], id: string) => rows.filter(({ loopId }) => loopId === id);
    return new Map(loopIds.map((id) => [id, { secondRatings: of(secondRatings, id), deviations: of(deviations, id) }]));
  });

  async execute(context: RequestContext, loopId: string): Promise<Debrief | null> {
    const { actor } = context;
    if (actor === null || !permits(actor, 'debrief.read')) return null;
    const openedAt = (await this.seals.ifReadable(context, loopId))?.openedAt ?? null;
    if (openedAt === null) return null;
    const [evidence, beside] = await Promise.all([this.evidence.of(context, loopId), this.besideOf(context, loopId)]);
    if (evidence === null || beside === null) return null;
    const held = new Set(evidence.interviews.map(({ id }) => id));
    const owed = evidence.seats.filter(({ kind, interviewId }) => rates(kind) && held.has(interviewId));
    return {
      ...debriefOf(evidence, beside.secondRatings),
      openedAt,
      deviations: beside.deviations.filter(({ interviewId }) => held.has(interviewId)),
      outstanding: owed.filter(({ removedAt, submittedAt }) => removedAt === null && submittedAt === null),
      removed: owed.filter(({ removedAt }) => removedAt !== null),
    };
  }

  /** Forgotten once answered: a later change of the same request may add to it. */
  private async besideOf(context: RequestContext, loopId: string): Promise<Beside | null> {
    const loader = this.beside(context);
    try {
      return await loader.load(loopId);
    } finally {
      loader.clear(loopId);
    }
  }
}
