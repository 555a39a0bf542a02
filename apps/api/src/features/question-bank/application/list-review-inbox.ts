import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { QuestionListRepository } from '../persistence/question-list.repository';
import { QuestionRights } from './question-rights';
import type { ReadableVersion } from './question-version.loader';

/** What waits for the actor's review: versions in review that she neither owns nor wrote on. */
@Injectable()
export class ListReviewInbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: QuestionListRepository,
    private readonly rights: QuestionRights,
  ) {}

  execute(actor: Actor, request: PageRequest): Promise<Page<ReadableVersion>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const page = await this.list.inbox(tx, actor.organizationId, actor.memberId, request);
      const readable = await this.rights.readable(
        tx,
        actor,
        page.rows.map(({ node }) => node.id),
      );
      return { ...page, rows: page.rows.map(({ node, key }) => ({ key, node: { version: node, rubric: readable.has(node.id) } })) };
    });
  }
}
