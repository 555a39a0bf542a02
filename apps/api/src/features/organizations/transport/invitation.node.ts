import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { ListInvitations } from '../application/list-invitations';
import { presentInvitation } from './present-invitation';

/** Invitations by their id alone. */
@Injectable()
export class InvitationNode implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly invitations: ListInvitations,
    private readonly clock: SystemClock,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      noun: 'Invitation',
      permission: 'member.invite',
      load: async ({ actor }, id) => {
        const invitation = await this.invitations.one(actor, id);
        return invitation && presentInvitation(invitation, this.clock.now());
      },
    });
  }
}
