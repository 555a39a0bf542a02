import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { globalId } from '@touchstone/platform/graphql';
import { QuestionThreadLoader, type QuestionThreadRecord } from '../application/question-thread.loader';
import type { QuestionThread } from './question-thread.types';

export const presentThread = (thread: QuestionThreadRecord): QuestionThread => ({
  ...thread,
  id: globalId('QuestionThread', thread.organizationId, thread.id),
  localId: thread.id,
});

/** Threads by id, loaded with the rights of the actor and presented. */
@Injectable()
export class QuestionThreadView {
  constructor(private readonly threads: QuestionThreadLoader) {}

  /** Null where there is no such thing for the actor. */
  async thread(context: RequestContext, id: string): Promise<QuestionThread | null> {
    const thread = await this.threads.one(context, id);
    return thread === null ? null : presentThread(thread);
  }

  /** As it is after a change in this request. */
  changed(context: RequestContext, ids: { readonly threadId: string; readonly versionId: string }): Promise<QuestionThread | null> {
    this.threads.forget(context, ids);
    return this.thread(context, ids.threadId);
  }
}
