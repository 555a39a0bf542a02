import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { LoopRepository, type LoopValue } from '../persistence/loop.repository';

/** Loops for things inside an answer whose reader may read them, batched over one request. */
@Injectable()
export class LoopLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: LoopRepository,
  ) {}

  private readonly byId = requestLoader<string, LoopValue>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.loops.byIds(tx, actor.organizationId, ids));
    return new Map(found.map((loop) => [loop.id, loop]));
  });

  private readonly byApplication = requestLoader<string, LoopValue>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.loops.ofApplications(tx, actor.organizationId, ids));
    return new Map(found.map((loop) => [loop.applicationId, loop]));
  });

  one(context: RequestContext, id: string): Promise<LoopValue | null> {
    return this.byId(context).load(id);
  }

  ofApplication(context: RequestContext, applicationId: string): Promise<LoopValue | null> {
    return this.byApplication(context).load(applicationId);
  }
}
