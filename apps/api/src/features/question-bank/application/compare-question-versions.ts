import { Injectable } from '@nestjs/common';
import { mayReadVersion } from '@touchstone/interviewing/question-bank';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { QuestionVersionValue } from '../persistence/question-version-row';
import { QuestionVersionRepository } from '../persistence/question-version.repository';
import { contentDiff, type DiffWish, type NamedDiff } from './content-diff';
import { QuestionRights } from './question-rights';

/** What differs between two versions, in words and side by side. Null where the actor may not know of both. */
@Injectable()
export class CompareQuestionVersions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: QuestionVersionRepository,
    private readonly rights: QuestionRights,
  ) {}

  async execute(
    actor: Actor,
    { fromId, toId, wish }: { readonly fromId: string | null; readonly toId: string | null; readonly wish: DiffWish },
  ): Promise<NamedDiff | null> {
    if (fromId === null || toId === null) return null;
    const ids = [...new Set([fromId, toId])];
    const { found, readable } = await this.unitOfWork.read(actor, async (tx) => ({
      found: await this.versions.byIds(tx, actor.organizationId, ids),
      readable: await this.rights.readable(tx, actor, ids),
    }));
    const [from, to] = [found.get(fromId), found.get(toId)];
    const seen = (version: QuestionVersionValue | undefined): version is QuestionVersionValue =>
      version !== undefined && mayReadVersion(version, actor);
    if (!seen(from) || !seen(to)) return null;
    const diff = await contentDiff(from.document, to.document, { rubric: readable.has(from.id) && readable.has(to.id) }, wish);
    return { ...diff, fromHash: from.contentHash, toHash: to.contentHash };
  }
}
