import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import type { QuestionCommentRecord } from '../persistence/question-comment.record';
import type { QuestionThreadRecord } from '../persistence/question-thread.record';
import { type OpenThreads, QuestionThreadRepository, type Sorted } from '../persistence/question-thread.repository';
import { inPages, pageKey } from './pages-of-many';
import { QuestionVersionLoader } from './question-version.loader';

export type { QuestionThreadRecord } from '../persistence/question-thread.record';

export type { OpenThreads } from '../persistence/question-thread.repository';

const NONE: OpenThreads = { total: 0, blocking: 0 };

/** What is said of versions. It speaks of rubrics, so it is for those who see the version and may read its rubric. */
@Injectable()
export class QuestionThreadLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: QuestionVersionLoader,
    private readonly threads: QuestionThreadRepository,
  ) {}

  private readonly counts = requestLoader<string, OpenThreads>(async ({ actor }, ids) =>
    actor === null ? new Map() : this.unitOfWork.read(actor, (tx) => this.threads.unresolved(tx, actor.organizationId, ids)),
  );

  private readonly byId = requestLoader<string, QuestionThreadRecord>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.threads.byIds(tx, actor.organizationId, ids));
    return new Map(found.map((thread) => [thread.id, thread]));
  });

  private readonly all = requestLoader<string, Page<QuestionThreadRecord>>((context, keys) => this.pages(context.actor, keys, false));
  private readonly unresolved = requestLoader<string, Page<QuestionThreadRecord>>((context, keys) => this.pages(context.actor, keys, true));

  private readonly comments = requestLoader<string, Page<QuestionCommentRecord>>(async ({ actor }, keys) =>
    actor === null
      ? new Map()
      : inPages(keys, async (ids, request) => {
          const rows = await this.unitOfWork.read(actor, (tx) => this.threads.commentsOf(tx, actor.organizationId, ids, request));
          return (id) =>
            sortedPage(
              rows.filter(({ threadId }) => threadId === id),
              request,
            );
        }),
  );

  /** Null where the actor may not read it. */
  async one(context: RequestContext, threadId: string): Promise<QuestionThreadRecord | null> {
    const thread = await this.byId(context).load(threadId);
    return thread !== null && (await this.mayRead(context, thread.versionId)) ? thread : null;
  }

  async openOf(context: RequestContext, versionId: string): Promise<OpenThreads | null> {
    return (await this.mayRead(context, versionId)) ? ((await this.counts(context).load(versionId)) ?? NONE) : null;
  }

  /** A page of the threads of a version, the oldest first; null where the actor may not read them. */
  async of(
    context: RequestContext,
    versionId: string,
    unresolvedOnly: boolean,
    request: PageRequest,
  ): Promise<Page<QuestionThreadRecord> | null> {
    if (!(await this.mayRead(context, versionId))) return null;
    return (unresolvedOnly ? this.unresolved : this.all)(context).load(pageKey(versionId, request));
  }

  /** A page of what was said in a thread that the actor got from here. */
  async commentsOf(context: RequestContext, threadId: string, request: PageRequest): Promise<Page<QuestionCommentRecord>> {
    return (await this.comments(context).load(pageKey(threadId, request))) ?? pageOf<QuestionCommentRecord>([], request.first, () => []);
  }

  /** After a change in the same request. */
  forget(context: RequestContext, { threadId, versionId }: { readonly threadId: string; readonly versionId: string }): void {
    this.byId(context).clear(threadId);
    this.counts(context).clear(versionId);
    for (const loader of [this.all, this.unresolved, this.comments]) loader(context).clearAll();
  }

  private async mayRead(context: RequestContext, versionId: string): Promise<boolean> {
    return (await this.versions.readable(context, versionId))?.rubric === true;
  }

  private async pages(
    actor: Actor | null,
    keys: readonly string[],
    unresolvedOnly: boolean,
  ): Promise<ReadonlyMap<string, Page<QuestionThreadRecord>>> {
    if (actor === null) return new Map();
    return inPages(keys, async (ids, request) => {
      const rows = await this.unitOfWork.read(actor, (tx) =>
        this.threads.ofVersions(tx, actor.organizationId, ids, unresolvedOnly, request),
      );
      return (id) =>
        sortedPage(
          rows.filter(({ versionId }) => versionId === id),
          request,
        );
    });
  }
}

const sortedPage = <Row extends { readonly id: string }>(rows: readonly Sorted<Row>[], { first }: PageRequest): Page<Sorted<Row>> =>
  pageOf(rows, first, ({ sortKey, id }) => [sortKey, id]);
