import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { MemberRecord } from '../persistence/member.record';
import { type MemberFilter, MemberRepository } from '../persistence/member.repository';
import { maySeeEmails } from './read-member-email';

export interface ListMembersInput extends Omit<MemberFilter, 'searchEmails'> {
  readonly page: PageRequest;
  readonly counted: boolean;
}

/** Members in the order of their names. A text is looked for in names, and in addresses only for those who may see them. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
  ) {}

  execute(actor: Actor, { page, counted, ...narrowed }: ListMembersInput): Promise<Page<MemberRecord>> {
    const filter = { ...narrowed, searchEmails: maySeeEmails(actor) };
    return this.unitOfWork.read(actor, async (tx) => {
      const found = await this.members.page(tx, actor.organizationId, filter, page);
      return counted ? { ...found, totalCount: await this.members.count(tx, actor.organizationId, filter) } : found;
    });
  }
}
