import { Injectable } from '@nestjs/common';
import type { InvitationState } from '@touchstone/interviewing/organizations';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { InvitationRepository, type SeenInvitation } from '../persistence/invitation.repository';

export type { SeenInvitation } from '../persistence/invitation.repository';

/** Invitations of the organization, newest first, or one of them. Never the links. */
@Injectable()
export class ListInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
  ) {}

  execute(actor: Actor, state: InvitationState | null, page: PageRequest): Promise<Page<SeenInvitation>> {
    return this.unitOfWork.read(actor, (tx) => this.invitations.page(tx, actor.organizationId, state, page));
  }

  one(actor: Actor, id: string): Promise<SeenInvitation | null> {
    return this.unitOfWork.read(actor, (tx) => this.invitations.byId(tx, actor.organizationId, id));
  }
}
