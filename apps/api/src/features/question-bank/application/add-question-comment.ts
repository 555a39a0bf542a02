import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { AddQuestionCommentError } from '../errors';
import { QuestionThreadRepository } from '../persistence/question-thread.repository';
import { type ChangedThread, ThreadDesk } from './thread-desk';

export interface AddQuestionCommentInput {
  readonly threadId: string | null;
  readonly body: string;
  readonly idempotencyKey: string;
}

/** Says something more in a thread, while the version is reviewed or back with its authors. */
@Injectable()
export class AddQuestionComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ThreadDesk,
    private readonly threads: QuestionThreadRepository,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey, ...input }: AddQuestionCommentInput,
  ): Promise<Result<ChangedThread, AddQuestionCommentError>> {
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const held = await this.desk.hold(tx, actor, input.threadId);
        if (!held.ok) return held;
        const { thread, version } = held.value;
        const commentId = newId();
        await this.threads.say(tx, {
          organizationId,
          id: commentId,
          threadId: thread.id,
          authorId: memberId,
          body: input.body.trim(),
          createdAt: tx.now,
        });
        tx.audit({
          action: 'question.comment',
          subjectType: 'QuestionThread',
          subjectId: thread.id,
          detail: { versionId: version.id, commentId },
        });
        return ok({ threadId: thread.id, versionId: version.id });
      },
      { once: { operation: 'question.comment', key: idempotencyKey, input } },
    );
  }
}
