import { Injectable } from '@nestjs/common';
import { can } from '@touchstone/interviewing/access';
import { type Actor, actorOf } from '@touchstone/platform/actor';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { Members } from '../../organizations';
import type { QuestionImportRecord } from '../persistence/question-import.record';

/** In whose name the jobs door works on an import: of whoever asked for it, with the rights that she has now. */
@Injectable()
export class ImportAuthor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: Members,
  ) {}

  /** Null where she may no longer import. */
  async of({ organizationId, memberId, id }: Pick<QuestionImportRecord, 'organizationId' | 'memberId' | 'id'>): Promise<Actor | null> {
    const member = await this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) => this.members.byId(tx, organizationId, memberId));
    if (member === null || member.status !== 'ACTIVE' || !can(member.roles, 'question.import')) return null;
    return actorOf({
      userId: member.userId,
      memberId,
      organizationId,
      roles: member.roles,
      scopes: ['question.import'],
      via: 'system',
      credentialId: id,
      origin: { requestId: `import-${id}`, address: '', userAgent: 'jobs' },
    });
  }
}
