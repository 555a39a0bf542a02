import { Injectable } from '@nestjs/common';
import { type InterviewAction, transitionInterview } from '@touchstone/interviewing/interviews';
import { type ConflictError, err, ok, type Result, type RevisionConflictError, revisionConflict } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { type InterviewChange, InterviewRepository, type InterviewValue } from '../persistence/interview.repository';
import { announceOnLoop } from './loop-announcement';
import { SealOpener } from './seal-opener';

/** One step in the life of an interview, with its loop locked: from the revision that the client has seen, along the state machine. */
@Injectable()
export class InterviewStep {
  constructor(
    private readonly interviews: InterviewRepository,
    private readonly opener: SealOpener,
  ) {}

  async take(
    tx: Transaction,
    interview: InterviewValue,
    step: { readonly action: InterviewAction; readonly auditedAs: string; readonly expectedRevision: number },
    change: InterviewChange,
  ): Promise<Result<{ interviewId: string }, ConflictError | RevisionConflictError>> {
    const { organizationId, id, loopId, revision } = interview;
    if (revision !== step.expectedRevision) return err(revisionConflict(revision, 'interview'));
    const status = transitionInterview(interview.status, step.action);
    if (!status.ok) return status;
    if (!(await this.interviews.change(tx, interview, { ...change, status: status.value })))
      return err(revisionConflict(revision + 1, 'interview'));
    announceOnLoop(tx, organizationId, { loopId, kind: 'INTERVIEW_STATE', interviewId: id });
    const sealOpened = await this.opener.openIfDue(tx, organizationId, loopId);
    tx.audit({
      action: step.auditedAs,
      subjectType: 'Interview',
      subjectId: id,
      detail: { from: interview.status, to: status.value, revision: revision + 1, ...(sealOpened && { sealOpened }) },
    });
    return ok({ interviewId: id });
  }
}
