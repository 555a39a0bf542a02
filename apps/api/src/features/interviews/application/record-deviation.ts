import { Injectable } from '@nestjs/common';
import { checkDeviation, type DeviationKind, interviewWords } from '@touchstone/interviewing/interviews';
import { conflict, err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { QuestionVersions } from '../../question-bank';
import type { CreateError } from '../errors';
import { DeviationRepository } from '../persistence/deviation.repository';
import type { InterviewValue } from '../persistence/interview.repository';
import type { LoopValue } from '../persistence/loop.repository';
import { SeatRepository } from '../persistence/seat.repository';
import { InterviewItems } from './interview-items';
import { LoopGate } from './loop-gate';

export interface RecordDeviationInput {
  readonly interviewId: string | null;
  readonly kind: DeviationKind;
  readonly questionVersionId: string | null;
  /** Where an added or moved item stands, from 0; null: at the end. */
  readonly position: number | null;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Records how an interview departed from its kit round, by one of those who lead it, while or after it is held and before the seal opens. */
@Injectable()
export class RecordDeviation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly items: InterviewItems,
    private readonly seats: SeatRepository,
    private readonly deviations: DeviationRepository,
    private readonly versions: QuestionVersions,
  ) {}

  execute(actor: Actor, input: RecordDeviationInput): Promise<Result<{ interviewId: string }, CreateError>> {
    const { organizationId } = actor;
    const { interviewId, kind, questionVersionId, position, reason, idempotencyKey } = input;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const found = await this.gate.runInterview(tx, actor, interviewId);
        if (!found.ok) return found;
        const { loop, interview } = found.value;
        const possible = await this.possible(tx, loop, interview, kind);
        if (!possible.ok) return possible;
        const version = questionVersionId === null ? null : await this.versions.byId(tx, organizationId, questionVersionId);
        if (version === null) return err(notFound('question version', VERSION));
        const items = await this.items.of(tx, organizationId, interview);
        const recorded = await this.deviations.ofInterview(tx, organizationId, interview.id);
        const checked = checkDeviation(
          { kind, itemId: version.id, reason },
          items.map((item) => item.questionVersionId),
          recorded.map((one) => ({ kind: one.kind, itemId: one.questionVersionId, reason: one.reason })),
        );
        if (!checked.ok)
          return err({ ...checked.error, path: checked.error.path.map((step) => (step === 'itemId' ? 'questionVersionId' : step)) });
        if (kind === 'ADDED' && version.status !== 'APPROVED')
          return err(invalid('Only a question version that is approved can be added.', VERSION));
        await this.deviations.add(tx, {
          organizationId,
          id: newId(),
          interviewId: interview.id,
          kind,
          questionVersionId: version.id,
          position: kind === 'SKIPPED' ? null : position,
          plannedMinutes: kind === 'ADDED' ? version.minutes : null,
          reason: checked.value.reason,
          recordedBy: actor.memberId,
          createdAt: tx.now,
          textErasedAt: null,
        });
        tx.audit({
          action: 'interview.recordDeviation',
          subjectType: 'Interview',
          subjectId: interview.id,
          detail: { kind, questionVersionId: version.id },
        });
        return ok({ interviewId: interview.id });
      },
      {
        once: {
          operation: 'interview.recordDeviation',
          key: idempotencyKey,
          input: { interviewId, kind, questionVersionId, position, reason },
        },
      },
    );
  }

  /** An added question would make a scorecard that was submitted incomplete after the fact. */
  private async possible(
    tx: Transaction,
    loop: LoopValue,
    interview: InterviewValue,
    kind: DeviationKind,
  ): Promise<Result<true, CreateError>> {
    const path = ['input', 'interviewId'];
    if (interview.status !== 'IN_PROGRESS' && interview.status !== 'ENDED') {
      return err(
        conflict(`This interview is ${interviewWords.states[interview.status]}; deviations are recorded once it has started.`, path),
      );
    }
    if (loop.sealOpenedAt !== null) return err(conflict('The seal of this loop is open; what was asked is settled.', path));
    const seats = kind === 'ADDED' ? await this.seats.ofInterview(tx, loop.organizationId, interview.id) : [];
    if (seats.some(({ submittedAt }) => submittedAt !== null)) {
      return err(conflict('A scorecard of this interview is submitted already; no question can be added any more.', path));
    }
    return ok(true);
  }
}

const VERSION = ['input', 'questionVersionId'];
