import { Injectable } from '@nestjs/common';
import { checkSchedule, type Schedule } from '@touchstone/interviewing/interviews';
import { conflict, type ConflictError, err, invalid, type NotFoundError, ok, type Result, type ValidationError } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Kits, type KitRoundValue } from '../../kits';
import { InterviewRepository } from '../persistence/interview.repository';
import type { LoopValue } from '../persistence/loop.repository';
import { announceOnLoop } from './loop-announcement';
import { Seating, type WantedSeat } from './seating';

/** When one round is to be held, and with whom. */
export interface PlannedRound extends Schedule {
  /** The round of the kit, from 0. */
  readonly roundIndex: number;
  readonly seats: readonly WantedSeat[];
}

type PlanError = NotFoundError | ValidationError | ConflictError;

/** Puts interviews on the calendar of a loop that is locked. */
@Injectable()
export class InterviewPlanner {
  constructor(
    private readonly kits: Kits,
    private readonly interviews: InterviewRepository,
    private readonly seating: Seating,
  ) {}

  /** The rounds of the loop's kit, where interviews may still be added to the loop. */
  async roundsOf(tx: Transaction, loop: LoopValue): Promise<Result<readonly KitRoundValue[], ConflictError>> {
    if (loop.sealOpenedAt !== null)
      return err(conflict('The seal of this loop is open: no interview and no seat can be added any more.', ['input']));
    if (loop.candidateName === null)
      return err(conflict('The data of this candidate was erased; nothing can be planned for her.', ['input']));
    const kit = await this.kits.byId(tx, loop.organizationId, loop.kitId);
    return ok(kit?.rounds ?? []);
  }

  /** Makes one interview with its seats; its id, or why not. `path`: where the round stands in the input. */
  async plan(
    tx: Transaction,
    loop: LoopValue,
    rounds: readonly KitRoundValue[],
    planned: PlannedRound,
    path: readonly string[],
  ): Promise<Result<string, PlanError>> {
    const { organizationId } = loop;
    const round = rounds[planned.roundIndex];
    if (round === undefined) return err(invalid(`The kit of this loop has the rounds 0 to ${rounds.length - 1}.`, [...path, 'roundIndex']));
    const { roundIndex, startsAt, endsAt, timeZone } = planned;
    const schedule = checkSchedule({ startsAt, endsAt, timeZone });
    if (!schedule.ok) return err({ ...schedule.error, path: [...path, ...schedule.error.path.slice(1)] });
    const id = newId();
    await this.interviews.add(tx, {
      organizationId,
      id,
      loopId: loop.id,
      roundIndex,
      roundName: round.name,
      status: 'SCHEDULED',
      startsAt,
      endsAt,
      timeZone,
      startedAt: null,
      endedAt: null,
      statusReason: null,
      revision: 1,
      createdAt: tx.now,
    });
    for (const [index, seat] of planned.seats.entries()) {
      const given = await this.seating.give(tx, loop, id, seat, [...path, 'seats', String(index)]);
      if (!given.ok) return given;
    }
    announceOnLoop(tx, organizationId, { loopId: loop.id, kind: 'INTERVIEW_STATE', interviewId: id });
    return ok(id);
  }
}
