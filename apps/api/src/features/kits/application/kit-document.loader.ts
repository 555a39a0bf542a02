import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { KitRepository } from '../persistence/kit.repository';

/** What published kits are hashed over, batched over one request. */
@Injectable()
export class KitDocumentLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kits: KitRepository,
  ) {}

  private readonly loader = requestLoader<string, string>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.kits.documentsOf(tx, actor.organizationId, ids));
  });

  /** Null for a draft. */
  async one(context: RequestContext, id: string | null): Promise<string | null> {
    return id === null ? null : this.loader(context).load(id);
  }
}
