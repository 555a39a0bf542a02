import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import type { MemberRecord } from '../persistence/member.record';
import { MemberRepository } from '../persistence/member.repository';

export type { MemberRecord } from '../persistence/member.record';

/** Members by id, batched over one request. */
@Injectable()
export class MemberLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
  ) {}

  private readonly loader = requestLoader<string, MemberRecord>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.members.byIds(tx, actor.organizationId, ids));
    return new Map(found.map((member) => [member.id, member]));
  });

  one(context: RequestContext, id: string): Promise<MemberRecord | null> {
    return this.loader(context).load(id);
  }
}
