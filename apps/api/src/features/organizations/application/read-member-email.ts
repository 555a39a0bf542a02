import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { MemberLoader } from './member.loader';

/** Addresses are for those who administer members. */
export const maySeeEmails = (actor: Actor): boolean => permits(actor, 'member.update');

/** The e-mail address of a member: her own, or anybody's for an administrator; null for everybody else. */
@Injectable()
export class ReadMemberEmail {
  constructor(private readonly members: MemberLoader) {}

  async execute(context: RequestContext, memberId: string | null): Promise<string | null> {
    const { actor } = context;
    if (actor === null || memberId === null || !(memberId === actor.memberId || maySeeEmails(actor))) return null;
    return (await this.members.one(context, memberId))?.email ?? null;
  }
}
