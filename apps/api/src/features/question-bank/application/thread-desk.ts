import { Injectable } from '@nestjs/common';
import { mayResolveThread } from '@touchstone/interviewing/question-bank';
import { conflict, type ConflictError, err, notFound, type NotFoundError, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import type { SettleQuestionThreadError } from '../errors';
import type { QuestionThreadRecord } from '../persistence/question-thread.record';
import { QuestionThreadRepository } from '../persistence/question-thread.repository';
import type { QuestionVersionValue } from '../persistence/question-version-row';
import { QuestionRights } from './question-rights';
import { type HeldVersion, VersionDesk } from './version-desk';

/** A thread that is held for writing, with its version and question. */
export interface HeldThread extends HeldVersion {
  readonly thread: QuestionThreadRecord;
}

export interface ChangedThread {
  readonly threadId: string;
  readonly versionId: string;
}

/** A thread as somebody read it, to be settled or opened again. */
export interface SettlingInput {
  readonly threadId: string | null;
  readonly expectedRevision: number;
}

const PATH = ['input', 'threadId'];

/** Takes a thread for writing, if the actor may read it. Its question is held, so nobody approves the version meanwhile. */
@Injectable()
export class ThreadDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: VersionDesk,
    private readonly rights: QuestionRights,
    private readonly threads: QuestionThreadRepository,
  ) {}

  async hold(tx: Transaction, actor: Actor, threadId: string | null): Promise<Result<HeldThread, NotFoundError | ConflictError>> {
    const missing = err(notFound('thread', PATH));
    if (threadId === null) return missing;
    const [named] = await this.threads.byIds(tx, actor.organizationId, [threadId]);
    const held = named === undefined ? missing : await this.versions.hold(tx, actor, named.versionId);
    if (!held.ok) return missing;
    const { version } = held.value;
    if (!(await this.rights.readable(tx, actor, [version.id])).has(version.id)) return missing;
    // Read again behind the lock: somebody may have settled it while we waited.
    const [thread] = await this.threads.byIds(tx, actor.organizationId, [threadId]);
    if (thread === undefined) return missing;
    return isInTheMaking(version)
      ? ok({ ...held.value, thread })
      : err(conflict('The version was approved; its threads are closed for good.', PATH));
  }

  /** Settles a thread, or opens it again: the same rule and the same steps, in two directions. */
  settle(
    actor: Actor,
    { threadId, expectedRevision }: SettlingInput,
    to: 'RESOLVED' | 'OPEN',
  ): Promise<Result<ChangedThread, SettleQuestionThreadError>> {
    const { memberId } = actor;
    const resolves = to === 'RESOLVED';
    return this.unitOfWork.write(actor, async (tx): Promise<Result<ChangedThread, SettleQuestionThreadError>> => {
      const held = await this.hold(tx, actor, threadId);
      if (!held.ok) return held;
      const { question, version, thread } = held.value;
      const authorship = { ownerId: question.ownerId, editorIds: [version.authorId, ...version.editorIds] };
      const allowed = mayResolveThread(thread, authorship, memberId);
      if (!allowed.ok) return err({ ...allowed.error, path: PATH });
      if (thread.revision !== expectedRevision) return err(revisionConflict(thread.revision, 'thread'));
      if ((thread.resolvedAt !== null) === resolves) return err(conflict(`The thread is ${resolves ? 'resolved' : 'open'} already.`, PATH));
      const settled = resolves ? { resolvedBy: memberId, resolvedAt: tx.now } : { resolvedBy: null, resolvedAt: null };
      if (!(await this.threads.settle(tx, thread, settled))) return err(revisionConflict(thread.revision, 'thread'));
      tx.audit({
        action: resolves ? 'question.resolveThread' : 'question.reopenThread',
        subjectType: 'QuestionThread',
        subjectId: thread.id,
        detail: { versionId: version.id, place: thread.place },
      });
      return ok({ threadId: thread.id, versionId: version.id });
    });
  }
}

/** Is the version still being worked on? What was approved takes no more words. */
export const isInTheMaking = ({ status }: QuestionVersionValue): boolean => status === 'DRAFT' || status === 'IN_REVIEW';
