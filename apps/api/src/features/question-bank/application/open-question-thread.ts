import { Injectable } from '@nestjs/common';
import { atPointer, QUESTION_MEMBERS, type QuestionDocument, stepsOf } from '@touchstone/bank-format';
import { conflict, err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { OpenQuestionThreadError } from '../errors';
import { QuestionThreadRepository } from '../persistence/question-thread.repository';
import { QuestionRights } from './question-rights';
import type { ChangedThread } from './thread-desk';
import { checkRevision, VersionDesk } from './version-desk';

export interface OpenQuestionThreadInput {
  readonly versionId: string | null;
  /** A JSON pointer into the document; empty = the whole. */
  readonly place: string;
  readonly body: string;
  /** Must it be settled before the version is approved? */
  readonly blocking: boolean;
  /** Of the version that was read: a pointer into another text would lead somewhere else. */
  readonly expectedRevision: number;
  readonly idempotencyKey: string;
}

/** How much of the text at its place a thread remembers. */
const EXCERPT = 300;
const PLACE = ['input', 'place'];

/** Says something of one place of a version that is in review. */
@Injectable()
export class OpenQuestionThread {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: VersionDesk,
    private readonly rights: QuestionRights,
    private readonly threads: QuestionThreadRepository,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey, ...input }: OpenQuestionThreadInput,
  ): Promise<Result<ChangedThread, OpenQuestionThreadError>> {
    const { organizationId, memberId } = actor;
    const { versionId, place, body, blocking, expectedRevision } = input;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const held = await this.desk.hold(tx, actor, versionId);
        if (!held.ok) return held;
        const { version } = held.value;
        if (!(await this.rights.readable(tx, actor, [version.id])).has(version.id))
          return err(notFound('question version', ['input', 'versionId']));
        if (version.status !== 'IN_REVIEW')
          return err(conflict('Threads are opened on a version that is in review. This one is not.', ['input', 'versionId']));
        const current = checkRevision(version, expectedRevision);
        if (!current.ok) return current;
        if (!isPlace(version.document, place))
          return err(
            invalid(
              'There is no such place in the document. Give a JSON pointer such as /rubric/criteria/0/anchors/3, or nothing for the whole.',
              PLACE,
            ),
          );
        const threadId = newId();
        await this.threads.add(tx, {
          organizationId,
          id: threadId,
          versionId: version.id,
          place,
          excerpt: excerptOf(atPointer(version.document, place)),
          blocking,
          contentHash: version.contentHash,
          openedBy: memberId,
          openedAt: tx.now,
          resolvedBy: null,
          resolvedAt: null,
          revision: 1,
        });
        await this.threads.say(tx, { organizationId, id: newId(), threadId, authorId: memberId, body: body.trim(), createdAt: tx.now });
        tx.audit({
          action: 'question.openThread',
          subjectType: 'QuestionThread',
          subjectId: threadId,
          detail: { versionId: version.id, place, blocking, contentHash: version.contentHash },
        });
        return ok({ threadId, versionId: version.id });
      },
      { once: { operation: 'question.openThread', key: idempotencyKey, input } },
    );
  }
}

/** Something that is written, or a member that nobody has written yet. */
const isPlace = (document: QuestionDocument, place: string): boolean => {
  const steps = stepsOf(place);
  if (steps === null) return false;
  return atPointer(document, place) !== undefined || (steps.length === 1 && QUESTION_MEMBERS.includes(steps[0] ?? ''));
};

/** Cut between characters, never through one. */
const excerptOf = (written: unknown): string | null =>
  typeof written === 'string' || typeof written === 'number' ? [...String(written)].slice(0, EXCERPT).join('') : null;
