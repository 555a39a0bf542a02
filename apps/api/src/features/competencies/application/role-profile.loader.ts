import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { RoleProfileRepository, type RoleProfileValue } from '../persistence/role-profile.repository';

export type { RoleProfileValue };

/** Role profiles by id, batched over one request. */
@Injectable()
export class RoleProfileLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: RoleProfileRepository,
  ) {}

  private readonly loader = requestLoader<string, RoleProfileValue>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.profiles.byIds(tx, actor.organizationId, ids));
  });

  one(context: RequestContext, id: string): Promise<RoleProfileValue | null> {
    return this.loader(context).load(id);
  }
}
