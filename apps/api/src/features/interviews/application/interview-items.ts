import { Injectable } from '@nestjs/common';
import { type InterviewItem, interviewItems } from '@touchstone/interviewing/interviews';
import type { Transaction } from '@touchstone/platform/database';
import { DeviationRepository } from '../persistence/deviation.repository';
import type { InterviewValue } from '../persistence/interview.repository';
import { Kits } from '../../kits';
import { grouped } from './grouped';

type Named = Pick<InterviewValue, 'id' | 'kitId' | 'roundIndex'>;

/** The questions of interviews: those of their kit rounds, with the recorded deviations applied. */
@Injectable()
export class InterviewItems {
  constructor(
    private readonly kits: Kits,
    private readonly deviations: DeviationRepository,
  ) {}

  /** The items of one interview in their order. */
  async of(tx: Transaction, organizationId: string, interview: Named): Promise<readonly InterviewItem[]> {
    const items = await this.ofMany(tx, organizationId, [interview]);
    return items.get(interview.id) ?? [];
  }

  /** The items of several interviews, by interview id. */
  async ofMany(
    tx: Transaction,
    organizationId: string,
    interviews: readonly Named[],
  ): Promise<ReadonlyMap<string, readonly InterviewItem[]>> {
    const [kits, recorded] = await Promise.all([
      this.kits.byIds(tx, organizationId, [...new Set(interviews.map(({ kitId }) => kitId))]),
      this.deviations.ofInterviews(
        tx,
        organizationId,
        interviews.map(({ id }) => id),
      ),
    ]);
    const deviations = grouped(recorded, ({ interviewId }) => interviewId);
    return new Map(
      interviews.map(({ id, kitId, roundIndex }) => [
        id,
        interviewItems(kits.get(kitId)?.rounds[roundIndex]?.items ?? [], deviations.get(id) ?? []),
      ]),
    );
  }
}
