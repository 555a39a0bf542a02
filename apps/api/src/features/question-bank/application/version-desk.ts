import { Injectable } from '@nestjs/common';
import { isOwnVersion, mayReadVersion } from '@touchstone/interviewing/question-bank';
import {
  err,
  notAllowed,
  type NotAllowedError,
  notFound,
  type NotFoundError,
  ok,
  type Result,
  revisionConflict,
  type RevisionConflictError,
} from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import type { QuestionVersionValue } from '../persistence/question-version-row';
import { QuestionVersionRepository } from '../persistence/question-version.repository';
import type { QuestionRecord } from '../persistence/question.record';
import { QuestionRepository } from '../persistence/question.repository';

/** A version that is held for writing, with its question. */
export interface HeldVersion {
  readonly question: QuestionRecord;
  readonly version: QuestionVersionValue;
}

const PATH = ['input', 'versionId'];

/** Takes a version for writing, if the actor may know of it. What she may do with it is for the verb to say. */
@Injectable()
export class VersionDesk {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly versions: QuestionVersionRepository,
  ) {}

  async hold(tx: Transaction, actor: Actor, versionId: string | null): Promise<Result<HeldVersion, NotFoundError>> {
    if (versionId === null) return err(notFound('question version', PATH));
    const question = await this.questions.lockOfVersion(tx, actor.organizationId, versionId);
    const version = question === null ? null : await this.versions.byId(tx, actor.organizationId, versionId);
    if (question === null || version === null || !mayReadVersion(version, actor)) return err(notFound('question version', PATH));
    return ok({ question, version });
  }

  /** The same for one that the actor wrote on. */
  async holdOwn(tx: Transaction, actor: Actor, versionId: string | null): Promise<Result<HeldVersion, NotFoundError | NotAllowedError>> {
    const held = await this.hold(tx, actor, versionId);
    if (!held.ok || isOwnVersion(held.value.version, actor.memberId)) return held;
    return err(
      notAllowed(
        'Only those who wrote on a version edit it, submit it or withdraw it. Start a version of your own, or review this one.',
        PATH,
      ),
    );
  }
}

/** Is the version still as it was read? */
export const checkRevision = (version: QuestionVersionValue, expectedRevision: number): Result<true, RevisionConflictError> =>
  version.revision === expectedRevision ? ok(true) : err(revisionConflict(version.revision, 'question version'));
