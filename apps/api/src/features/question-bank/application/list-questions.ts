import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { QuestionFilter } from '../persistence/question-filter';
import { type ListedQuestion, QuestionListRepository } from '../persistence/question-list.repository';
import type { QuestionOrder } from '../persistence/question-order';
import { viewerOf } from './question-bank-viewer';
import { QuestionRights } from './question-rights';

export type { QuestionFilter } from '../persistence/question-filter';
export { QUESTION_ORDERS, type QuestionOrder } from '../persistence/question-order';

export interface QuestionListing {
  readonly filter: QuestionFilter;
  readonly order: QuestionOrder;
  /** Is the total asked for? */
  readonly counted: boolean;
  /** Is anything asked for that is for scorers? */
  readonly rubrics: boolean;
}

/** A question of the bank as the actor may see it. */
export interface ReadableQuestion {
  readonly question: ListedQuestion;
  readonly rubric: boolean;
}

/** A page of the bank: for each question the actor's own open version, else the approved one, unless she asks for other states. */
@Injectable()
export class ListQuestions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: QuestionListRepository,
    private readonly rights: QuestionRights,
  ) {}

  execute(actor: Actor, listing: QuestionListing, request: PageRequest): Promise<Page<ReadableQuestion>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const page = await this.list.page(tx, actor.organizationId, viewerOf(actor), listing, request);
      const ids = listing.rubrics ? page.rows.map(({ node }) => node.id) : [];
      const readable = await this.rights.readable(tx, actor, ids);
      return { ...page, rows: page.rows.map(({ node, key }) => ({ key, node: { question: node, rubric: readable.has(node.id) } })) };
    });
  }
}
