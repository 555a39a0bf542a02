import { Injectable } from '@nestjs/common';
import { checkPanel } from '@touchstone/interviewing/interviews';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ChangeError } from '../errors';
import { ConflictRepository } from '../persistence/conflict.repository';
import { SeatRepository } from '../persistence/seat.repository';
import { InterviewStep } from './interview-step';
import { LoopGate } from './loop-gate';

export interface StartInterviewInput {
  readonly interviewId: string | null;
  readonly expectedRevision: number;
}

/** Begins an interview: by one of those who run it, and only with a panel that has a lead who may rate. */
@Injectable()
export class StartInterview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly seats: SeatRepository,
    private readonly conflicts: ConflictRepository,
    private readonly step: InterviewStep,
  ) {}

  execute(actor: Actor, { interviewId, expectedRevision }: StartInterviewInput): Promise<Result<{ interviewId: string }, ChangeError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const found = await this.gate.runInterview(tx, actor, interviewId);
      if (!found.ok) return found;
      const { loop, interview } = found.value;
      const seats = await this.seats.ofInterview(tx, actor.organizationId, interview.id);
      const conflicts = await this.conflicts.ofCandidate(tx, actor.organizationId, loop.candidateId);
      const panel = checkPanel(
        seats.map((seat) => ({ ...seat, removed: seat.removedAt !== null })),
        conflicts,
      );
      if (!panel.ok) return panel;
      return this.step.take(tx, interview, { action: 'START', auditedAs: 'interview.start', expectedRevision }, { startedAt: tx.now });
    });
  }
}
