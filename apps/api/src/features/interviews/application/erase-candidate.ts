import { Injectable } from '@nestjs/common';
import { ERASED, transitionInterview } from '@touchstone/interviewing/interviews';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import type { EraseCandidateError } from '../errors';
import type { CandidateRecord } from '../persistence/candidate.record';
import { CandidateRepository } from '../persistence/candidate.repository';
import { ErasureRepository } from '../persistence/erasure.repository';
import { InterviewRepository } from '../persistence/interview.repository';
import { announceOnLoop } from './loop-announcement';
import { SealOpener } from './seal-opener';
import { WrittenOnLoops } from './written-on-loops';

/**
 * Erases a candidate for good: her data, and every word that was put down about her, submitted or not. Levels, recommendations and who did what stay,
 * of nobody in particular. What was still to come is cancelled; an interview under way can be ended. Asked a second time it changes nothing and says the same.
 */
@Injectable()
export class EraseCandidate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
    private readonly erasure: ErasureRepository,
    private readonly interviews: InterviewRepository,
    private readonly written: WrittenOnLoops,
    private readonly opener: SealOpener,
  ) {}

  execute(actor: Actor, candidateId: string | null): Promise<Result<{ candidateId: string }, EraseCandidateError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const candidate = candidateId === null ? null : await this.candidates.hold(tx, actor.organizationId, candidateId, 'NO KEY UPDATE');
      if (candidate === null) return err(notFound('candidate', ['input', 'candidateId']));
      const again = candidate.erasedAt !== null;
      const done = again ? { loops: 0, cancelled: 0 } : await this.erase(tx, candidate);
      tx.audit({ action: 'candidate.erase', subjectType: 'Candidate', subjectId: candidate.id, detail: { again, ...done } });
      return ok({ candidateId: candidate.id });
    });
  }

  private async erase(tx: Transaction, candidate: CandidateRecord): Promise<{ loops: number; cancelled: number }> {
    const { organizationId, id } = candidate;
    await this.erasure.begin(tx, candidate);
    const loopIds = await this.erasure.loopsOf(tx, organizationId, id);
    // Cards before loops, as those who submit do.
    await this.written.hold(tx, organizationId, loopIds);
    await this.erasure.holdLoops(tx, organizationId, loopIds);
    await this.erasure.takeOutWords(tx, organizationId, id, loopIds);
    await this.written.takeOut(tx, organizationId, loopIds);
    const cancelled = await this.cancelWhatIsToCome(tx, organizationId, loopIds);
    return { loops: loopIds.length, cancelled };
  }

  /** Nothing is owed for a cancelled interview; where that leaves nothing owed, the seal opens as after any cancellation. */
  private async cancelWhatIsToCome(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<number> {
    let cancelled = 0;
    for (const interview of await this.interviews.ofLoops(tx, organizationId, loopIds)) {
      const status = transitionInterview(interview.status, 'CANCEL');
      if (!status.ok) continue;
      await this.interviews.change(tx, interview, { status: status.value, statusReason: ERASED, textErasedAt: tx.now });
      announceOnLoop(tx, organizationId, { loopId: interview.loopId, kind: 'INTERVIEW_STATE', interviewId: interview.id });
      cancelled += 1;
    }
    for (const loopId of loopIds) await this.opener.openIfDue(tx, organizationId, loopId);
    return cancelled;
  }
}
