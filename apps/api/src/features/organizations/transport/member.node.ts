import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@touchstone/platform/graphql';
import { MemberLoader } from '../application/member.loader';
import { presentMember } from './present-member';

/** Members by their id alone. */
@Injectable()
export class MemberNode implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly members: MemberLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      noun: 'Member',
      permission: 'member.list',
      load: async (context, id) => {
        const member = await this.members.one(context, id);
        return member === null ? null : presentMember(member);
      },
    });
  }
}
