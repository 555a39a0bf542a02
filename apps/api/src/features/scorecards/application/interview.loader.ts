import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { Interviews, type InterviewValue } from '../../interviews';

/** The interviews of scorecards that were loaded for this actor. */
@Injectable()
export class InterviewLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly interviews: Interviews,
  ) {}

  private readonly loader = requestLoader<string, InterviewValue>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.interviews.byIds(tx, actor.organizationId, ids));
    return new Map(found.map((interview) => [interview.id, interview]));
  });

  one(context: RequestContext, id: string): Promise<InterviewValue | null> {
    return this.loader(context).load(id);
  }
}
