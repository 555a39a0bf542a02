import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { QuestionFilter } from '../persistence/question-filter';
import { type QuestionFacetCounts, QuestionListRepository } from '../persistence/question-list.repository';
import { viewerOf } from './question-bank-viewer';

/** How many questions a list holds by category, kind and difficulty, as the actor sees it. */
@Injectable()
export class CountQuestions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: QuestionListRepository,
  ) {}

  execute(actor: Actor, filter: QuestionFilter): Promise<QuestionFacetCounts> {
    return this.unitOfWork.read(actor, (tx) => this.list.facets(tx, actor.organizationId, viewerOf(actor), filter));
  }
}
