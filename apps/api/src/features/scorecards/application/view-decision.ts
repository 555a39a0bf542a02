import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import type { ComputedAtDecision, DecisionRecord as DecisionValue } from '../persistence/decision.record';
import { DecisionRepository } from '../persistence/decision.repository';

export type { ComputedAtDecision, DecisionValue };

/** The decision on a loop, under the seal like what it rests on. */
@Injectable()
export class ViewDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionRepository,
  ) {}

  private readonly loader = requestLoader<string, DecisionValue>(async ({ actor }, loopIds) => {
    if (actor === null || !permits(actor, 'debrief.read')) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.decisions.ofLoops(tx, actor.organizationId, loopIds));
    return new Map(found.map((decision) => [decision.loopId, decision]));
  });

  execute(context: RequestContext, loopId: string): Promise<DecisionValue | null> {
    return this.loader(context).load(loopId);
  }
}
