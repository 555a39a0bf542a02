import { Injectable } from '@nestjs/common';
import { mayManageOpening, mayReadLoop } from '@touchstone/interviewing/access';
import { checkNotErased } from '@touchstone/interviewing/interviews';
import {
  type ConflictError,
  err,
  notAllowed,
  type NotAllowedError,
  notFound,
  type NotFoundError,
  ok,
  type Result,
} from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { type InterviewValue, InterviewRepository } from '../persistence/interview.repository';
import { LoopRepository, type LoopValue } from '../persistence/loop.repository';
import { type SeatValue, SeatRepository } from '../persistence/seat.repository';

type GateError = NotFoundError | NotAllowedError | ConflictError;

const LOOP = ['input', 'loopId'];
const INTERVIEW = ['input', 'interviewId'];

/**
 * The way in for every change of a loop, its interviews and its panel: finds the thing, says whether it is hers to change, and holds
 * the loop's row until the end of the transaction, so that changes of one loop happen one after the other. What is read here is read under that lock.
 * The loop of a candidate who was erased is not changed any more.
 */
@Injectable()
export class LoopGate {
  constructor(
    private readonly loops: LoopRepository,
    private readonly interviews: InterviewRepository,
    private readonly seats: SeatRepository,
  ) {}

  /** A loop that she may read, and that is still written to. */
  async readable(tx: Transaction, actor: Actor, loopId: string | null, path = LOOP, noun = 'loop'): Promise<Result<LoopValue, GateError>> {
    const loop = await this.held(tx, actor, loopId, path, noun);
    if (!loop.ok) return loop;
    const open = checkNotErased(loop.value, path);
    return open.ok ? loop : open;
  }

  private async held(
    tx: Transaction,
    actor: Actor,
    loopId: string | null,
    path: readonly string[],
    noun: string,
  ): Promise<Result<LoopValue, GateError>> {
    const { organizationId, memberId } = actor;
    const standing = loopId === null ? null : await this.loops.standing(tx, organizationId, loopId, memberId);
    if (loopId === null || standing === null || !mayReadLoop(actor, standing)) return err(notFound(noun, path));
    const loop = await this.loops.lock(tx, organizationId, loopId);
    return loop === null ? err(notFound(noun, path)) : ok(loop);
  }

  /** A loop that she may plan: she coordinates, or the opening is her own. */
  async planned(tx: Transaction, actor: Actor, loopId: string | null, path = LOOP, noun = 'loop'): Promise<Result<LoopValue, GateError>> {
    const loop = await this.readable(tx, actor, loopId, path, noun);
    if (!loop.ok || mayManageOpening(actor, loop.value.hiringManagerId)) return loop;
    return err(notAllowed('Only a coordinator, an administrator or the hiring manager of the opening may plan this.'));
  }

  /** An interview that she may plan. */
  async plannedInterview(
    tx: Transaction,
    actor: Actor,
    interviewId: string | null,
  ): Promise<Result<{ loop: LoopValue; interview: InterviewValue }, GateError>> {
    const found = await this.find(tx, actor, interviewId);
    if (found === null) return err(notFound('interview', INTERVIEW));
    const loop = await this.planned(tx, actor, found.loopId, INTERVIEW, 'interview');
    return loop.ok ? this.underLock(tx, loop.value, found.id) : loop;
  }

  /** An interview that she runs: she holds a LEAD or INTERVIEWER seat at it now. */
  async runInterview(
    tx: Transaction,
    actor: Actor,
    interviewId: string | null,
  ): Promise<Result<{ loop: LoopValue; interview: InterviewValue }, GateError>> {
    const found = await this.interviewToEnd(tx, actor, interviewId);
    if (!found.ok) return found;
    const open = checkNotErased(found.value.loop, INTERVIEW);
    return open.ok ? found : open;
  }

  /** The same, and also where the candidate was erased meanwhile: what is under way must come to an end. */
  async interviewToEnd(
    tx: Transaction,
    actor: Actor,
    interviewId: string | null,
  ): Promise<Result<{ loop: LoopValue; interview: InterviewValue }, GateError>> {
    const found = await this.find(tx, actor, interviewId);
    if (found === null) return err(notFound('interview', INTERVIEW));
    const loop = await this.held(tx, actor, found.loopId, INTERVIEW, 'interview');
    if (!loop.ok) return loop;
    const seat = await this.seats.ofMember(tx, actor.organizationId, found.id, actor.memberId);
    if (seat === null || !runs(seat))
      return err(notAllowed('Only those who hold a seat as lead or interviewer at this interview may run it.'));
    return this.underLock(tx, loop.value, found.id);
  }

  private async find(tx: Transaction, { organizationId }: Actor, interviewId: string | null): Promise<InterviewValue | null> {
    return interviewId === null ? null : this.interviews.byId(tx, organizationId, interviewId);
  }

  private async underLock(
    tx: Transaction,
    loop: LoopValue,
    interviewId: string,
  ): Promise<Result<{ loop: LoopValue; interview: InterviewValue }, GateError>> {
    const interview = await this.interviews.byId(tx, loop.organizationId, interviewId);
    return interview === null ? err(notFound('interview', INTERVIEW)) : ok({ loop, interview });
  }
}

const runs = ({ kind, removedAt }: SeatValue): boolean => removedAt === null && (kind === 'LEAD' || kind === 'INTERVIEWER');
