import { Injectable } from '@nestjs/common';
import { interviewWords } from '@touchstone/interviewing/interviews';
import { conflict, err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { CreateError } from '../errors';
import { announceOnLoop } from './loop-announcement';
import { LoopGate } from './loop-gate';
import { Seating, type WantedSeat } from './seating';

export interface AssignSeatInput extends WantedSeat {
  readonly interviewId: string | null;
  readonly idempotencyKey: string;
}

/** Seats a member at an interview that has not ended, while the seal of the loop is closed: whoever joins later would have seen before she rates. */
@Injectable()
export class AssignSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: LoopGate,
    private readonly seating: Seating,
  ) {}

  execute(
    actor: Actor,
    { interviewId, memberId, kind, idempotencyKey }: AssignSeatInput,
  ): Promise<Result<{ seatId: string }, CreateError>> {
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const found = await this.gate.plannedInterview(tx, actor, interviewId);
        if (!found.ok) return found;
        const { loop, interview } = found.value;
        if (loop.sealOpenedAt !== null)
          return err(conflict('The seal of this loop is open: nobody can be added to its panels any more.', ['input', 'interviewId']));
        if (interview.status !== 'SCHEDULED' && interview.status !== 'IN_PROGRESS') {
          return err(
            conflict(`This interview is ${interviewWords.states[interview.status]}; seats are given until it has ended.`, [
              'input',
              'interviewId',
            ]),
          );
        }
        const seat = await this.seating.give(tx, loop, interview.id, { memberId, kind }, ['input']);
        if (!seat.ok) return seat;
        tx.audit({
          action: 'seat.assign',
          subjectType: 'PanelSeat',
          subjectId: seat.value,
          detail: { interviewId: interview.id, memberId, kind },
        });
        announceOnLoop(tx, actor.organizationId, { loopId: loop.id, kind: 'PANEL', interviewId: interview.id, seatId: seat.value });
        return ok({ seatId: seat.value });
      },
      { once: { operation: 'seat.assign', key: idempotencyKey, input: { interviewId, memberId, kind } } },
    );
  }
}
