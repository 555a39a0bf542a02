import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { InterviewItem } from '@touchstone/interviewing/interviews';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { InterviewRepository, type InterviewValue } from '../persistence/interview.repository';
import { InterviewItems } from './interview-items';
import { InterviewLoader } from './interview.loader';

/**
 * The questions of interviews, for those who may know them: whoever is seated at the interview, and whoever may read kits. Others on the loop
 * would learn what the other rounds ask.
 */
@Injectable()
export class InterviewItemLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly interviews: InterviewRepository,
    private readonly items: InterviewItems,
    private readonly loader: InterviewLoader,
  ) {}

  private readonly byInterview = requestLoader<string, readonly InterviewItem[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, async (tx) =>
      this.items.ofMany(tx, actor.organizationId, await this.interviews.byIds(tx, actor.organizationId, ids)),
    );
  });

  /** The items in their order; null where the reader may not know them. */
  async of(context: RequestContext, { id }: InterviewValue): Promise<readonly InterviewItem[] | null> {
    const { actor } = context;
    if (actor === null) return null;
    const seats = await this.loader.seatsOf(context, id);
    const seated = seats.some(({ memberId, removedAt }) => memberId === actor.memberId && removedAt === null);
    return seated || permits(actor, 'kit.read') ? ((await this.byInterview(context).load(id)) ?? []) : null;
  }
}
