import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { RoleProfileRepository, type RoleProfileValue } from '../persistence/role-profile.repository';

/** Every role profile of the organization, by name. */
@Injectable()
export class ListRoleProfiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: RoleProfileRepository,
  ) {}

  execute(actor: Actor): Promise<RoleProfileValue[]> {
    return this.unitOfWork.read(actor, (tx) => this.profiles.all(tx, actor.organizationId));
  }
}
