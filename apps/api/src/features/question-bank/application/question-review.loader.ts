import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import type { QuestionReviewRecord } from '../persistence/question-review.record';
import { QuestionReviewRepository } from '../persistence/question-review.repository';
import { QuestionVersionLoader } from './question-version.loader';

/** What reviewers said of versions. Comments speak of rubrics, so they are for those who may read the rubric. */
@Injectable()
export class QuestionReviewLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: QuestionVersionLoader,
    private readonly reviews: QuestionReviewRepository,
  ) {}

  private readonly loader = requestLoader<string, readonly QuestionReviewRecord[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.reviews.ofVersions(tx, actor.organizationId, ids));
    return new Map(ids.map((id) => [id, found.filter(({ versionId }) => versionId === id)]));
  });

  /** Newest first; null where the actor may not read them. */
  async of(context: RequestContext, versionId: string): Promise<readonly QuestionReviewRecord[] | null> {
    const readable = await this.versions.readable(context, versionId);
    return readable?.rubric === true ? this.loader(context).load(versionId) : null;
  }
}
