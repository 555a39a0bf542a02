import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { KitRepository } from '../persistence/kit.repository';
import type { KitRoundValue, KitValue } from '../persistence/kit-value';

export type { KitRoundValue, KitValue };

/** Kits by id, batched over one request. */
@Injectable()
export class KitLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kits: KitRepository,
  ) {}

  private readonly loader = requestLoader<string, KitValue>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.kits.byIds(tx, actor.organizationId, ids));
  });

  one(context: RequestContext, id: string): Promise<KitValue | null> {
    return this.loader(context).load(id);
  }
}
