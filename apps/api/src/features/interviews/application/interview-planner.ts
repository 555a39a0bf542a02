import { Injectable } from '@nestjs/common';
import { checkPlannedPanel, checkSchedule, type Schedule } from '@touchstone/interviewing/interviews';
import {
  conflict,
  type ConflictError,
  err,
  invalid,
  type NotAllowedError,
  type NotFoundError,
  ok,
  type Result,
  type ValidationError,
} from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Kits, type KitRoundValue } from '../../kits';
import { InterviewRepository, type InterviewValue } from '../persistence/interview.repository';
import type { LoopValue } from '../persistence/loop.repository';
import { announceOnLoop } from './loop-announcement';
import { LoopGate } from './loop-gate';
import { Seating, type WantedSeat } from './seating';

/** When one round is to be held, and with whom. */
export interface PlannedRound extends Schedule {
  /** The round of the kit, from 0. */
  readonly roundIndex: number;
  readonly seats: readonly WantedSeat[];
}

/** A loop that is being planned. */
export interface OpenPlan {
  readonly loop: LoopValue;
  /** Of its kit. */
  readonly rounds: readonly KitRoundValue[];
  /** All that were ever planned, the cancelled ones among them. */
  readonly interviews: readonly InterviewValue[];
}

type PlanError = NotFoundError | ValidationError | ConflictError;

/** Puts interviews on the calendar of a loop. */
@Injectable()
export class InterviewPlanner {
  constructor(
    private readonly gate: LoopGate,
    private readonly kits: Kits,
    private readonly interviews: InterviewRepository,
    private readonly seating: Seating,
  ) {}

  /** A loop that she may plan and to which interviews may still be added, held: with the rounds of its kit and the interviews that there are. */
  async open(tx: Transaction, actor: Actor, loopId: string | null): Promise<Result<OpenPlan, PlanError | NotAllowedError>> {
    const loop = await this.gate.planned(tx, actor, loopId);
    if (!loop.ok) return loop;
    if (loop.value.sealOpenedAt !== null)
      return err(conflict('The seal of this loop is open: no interview and no seat can be added any more.', ['input']));
    const kit = await this.kits.byId(tx, actor.organizationId, loop.value.kitId);
    const interviews = await this.interviews.ofLoop(tx, actor.organizationId, loop.value.id);
    return ok({ loop: loop.value, rounds: kit?.rounds ?? [], interviews });
  }

  /** Makes one interview with its seats; its id, or why not. `path`: where the round stands in the input. */
  async plan(
    tx: Transaction,
    { loop, rounds }: Pick<OpenPlan, 'loop' | 'rounds'>,
    planned: PlannedRound,
    path: readonly string[],
  ): Promise<Result<string, PlanError>> {
    const { organizationId } = loop;
    const round = rounds[planned.roundIndex];
    if (round === undefined) return err(invalid(`The kit of this loop has the rounds 0 to ${rounds.length - 1}.`, [...path, 'roundIndex']));
    const { roundIndex, startsAt, endsAt, timeZone } = planned;
    const schedule = checkSchedule({ startsAt, endsAt, timeZone }, { now: tx.now, loopMadeAt: loop.createdAt });
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
      textErasedAt: null,
    });
    for (const [index, seat] of planned.seats.entries()) {
      const given = await this.seating.give(tx, loop, id, seat, [...path, 'seats', String(index)]);
      if (!given.ok) return given;
    }
    const led = checkPlannedPanel(planned.seats, [...path, 'seats']);
    if (!led.ok) return led;
    announceOnLoop(tx, organizationId, { loopId: loop.id, kind: 'INTERVIEW_STATE', interviewId: id });
    return ok(id);
  }
}
