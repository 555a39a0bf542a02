import { Injectable } from '@nestjs/common';
import type { QuestionDocument } from '@touchstone/bank-format';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { QuestionVersionRepository } from '../persistence/question-version.repository';
import { contentDiff, type DiffWish, type NamedDiff } from './content-diff';
import { QuestionReviewLoader } from './question-review.loader';
import { QuestionVersionLoader } from './question-version.loader';

/** What authors changed since changes were last requested. Reviews name the content that they are about, and contents are kept. */
@Injectable()
export class ChangesSinceReviewLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: QuestionVersionLoader,
    private readonly reviews: QuestionReviewLoader,
    private readonly contents: QuestionVersionRepository,
  ) {}

  private readonly documents = requestLoader<string, QuestionDocument>(async ({ actor }, hashes) =>
    actor === null ? new Map() : this.unitOfWork.read(actor, (tx) => this.contents.contents(tx, actor.organizationId, hashes)),
  );

  /** Null where no changes were requested, or the actor may not read what is for scorers. */
  async of(context: RequestContext, versionId: string, wish: DiffWish): Promise<NamedDiff | null> {
    const readable = await this.versions.readable(context, versionId);
    const reviews = await this.reviews.of(context, versionId);
    const last = reviews?.find(({ verdict }) => verdict === 'REQUEST_CHANGES');
    if (readable === null || last === undefined) return null;
    const before = await this.documents(context).load(last.contentHash);
    if (before === null) return null;
    const { version, rubric } = readable;
    return { ...(await contentDiff(before, version.document, { rubric }, wish)), fromHash: last.contentHash, toHash: version.contentHash };
  }
}
