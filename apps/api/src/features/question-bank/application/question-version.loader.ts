import { Injectable } from '@nestjs/common';
import { mayReadVersion } from '@touchstone/interviewing/question-bank';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import type { QuestionVersionValue } from '../persistence/question-version-row';
import { QuestionVersionRepository } from '../persistence/question-version.repository';
import { QuestionRights } from './question-rights';

export type { QuestionVersionValue } from '../persistence/question-version-row';

/** A version as one actor may read it: for `presentQuestionVersion(version, { rubric })`. */
export interface ReadableVersion {
  readonly version: QuestionVersionValue;
  readonly rubric: boolean;
}

/** Question versions by id with the rights of the actor, batched over one request: two or three statements for any number. */
@Injectable()
export class QuestionVersionLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: QuestionVersionRepository,
    private readonly rights: QuestionRights,
  ) {}

  private readonly loader = requestLoader<string, ReadableVersion>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, async (tx) => {
      const found = [...(await this.versions.byIds(tx, actor.organizationId, ids)).values()].filter((version) =>
        mayReadVersion(version, actor),
      );
      const readable = await this.rights.readable(
        tx,
        actor,
        found.map(({ id }) => id),
      );
      return new Map(found.map((version) => [version.id, { version, rubric: readable.has(version.id) }]));
    });
  });

  /** The version and whether its rubric may be shown; null where the actor may not know of it. */
  readable(context: RequestContext, id: string): Promise<ReadableVersion | null> {
    return this.loader(context).load(id);
  }

  /** Those of them that the actor may know of. */
  async readableMany(context: RequestContext, ids: readonly string[]): Promise<readonly ReadableVersion[]> {
    const found = await this.loader(context).loadMany([...new Set(ids)]);
    return found.flatMap((one) => {
      if (one instanceof Error) throw one;
      return one === null ? [] : [one];
    });
  }

  /** The version; null where the actor may not know of it. What only scorers read must not be shown without `readable`. */
  async one(context: RequestContext, id: string): Promise<QuestionVersionValue | null> {
    return (await this.loader(context).load(id))?.version ?? null;
  }

  /** After a change in the same request. */
  forget(context: RequestContext, id: string): void {
    this.loader(context).clear(id);
  }
}
