import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { AcknowledgeConflict } from '../application/acknowledge-conflict';
import { AssignSeat } from '../application/assign-seat';
import { DeclareConflict } from '../application/declare-conflict';
import { RemoveSeat } from '../application/remove-seat';
import { ViewConflicts } from '../application/view-conflicts';
import { ViewInterviews } from '../application/view-interviews';
import { WithdrawConflict } from '../application/withdraw-conflict';
import { type ConflictOfInterest, presentConflict } from './conflict.types';
import { AcknowledgeConflictInput, AssignSeatInput, DeclareConflictInput, RemoveSeatInput, WithdrawConflictInput } from './panel.inputs';
import {
  AcknowledgeConflictResult,
  AssignSeatResult,
  DeclareConflictResult,
  RemoveSeatResult,
  WithdrawConflictResult,
} from './panel-results.types';
import { presentSeat } from './present-interview';
import { optionalId } from './read-id';

/** Who sits on panels, and who should not. */
@Resolver()
export class PanelResolver {
  constructor(
    private readonly interviews: ViewInterviews,
    private readonly conflicts: ViewConflicts,
    private readonly assignVerb: AssignSeat,
    private readonly removeVerb: RemoveSeat,
    private readonly declareVerb: DeclareConflict,
    private readonly withdrawVerb: WithdrawConflict,
    private readonly acknowledgeVerb: AcknowledgeConflict,
  ) {}

  @Mutation(() => AssignSeatResult.type, {
    description: 'Seats a member at an interview that has not ended, while the seal of the loop is closed.',
  })
  @Allow('panel.edit')
  async assignSeat(
    @CurrentActor() actor: Actor,
    @Args('input') { interviewId, memberId, kind, idempotencyKey }: AssignSeatInput,
  ): Promise<object> {
    const given = await this.assignVerb.execute(actor, {
      interviewId: localId(actor, 'Interview', interviewId),
      memberId: localId(actor, 'Member', memberId),
      kind,
      idempotencyKey,
    });
    return AssignSeatResult.of(given.ok ? ok({ seat: presentSeat(await this.interviews.changedSeat(actor, given.value.seatId)) }) : given);
  }

  @Mutation(() => RemoveSeatResult.type, {
    description: 'Takes a member off a panel. Her seat stays on record, and a seat that has submitted stays as it is.',
  })
  @Allow('panel.edit')
  async removeSeat(@CurrentActor() actor: Actor, @Args('input') { seatId, reason }: RemoveSeatInput): Promise<object> {
    const removed = await this.removeVerb.execute(actor, { seatId: localId(actor, 'PanelSeat', seatId), reason: reason ?? null });
    return RemoveSeatResult.of(
      removed.ok ? ok({ seat: presentSeat(await this.interviews.changedSeat(actor, removed.value.seatId)) }) : removed,
    );
  }

  @Mutation(() => DeclareConflictResult.type, {
    description: 'Puts a conflict of interest with the candidate of a loop on record: your own, or suggested by a coordinator.',
  })
  @Allow('conflict.declare')
  async declareConflict(
    @CurrentActor() actor: Actor,
    @Args('input') { loopId, memberId, reason, idempotencyKey }: DeclareConflictInput,
  ): Promise<object> {
    const declared = await this.declareVerb.execute(actor, {
      loopId: localId(actor, 'Loop', loopId),
      memberId: optionalId(actor, 'Member', memberId),
      reason,
      idempotencyKey,
    });
    return DeclareConflictResult.of(declared.ok ? ok({ conflict: await this.changed(actor, declared.value.conflictId) }) : declared);
  }

  @Mutation(() => WithdrawConflictResult.type, { description: 'Takes a conflict of interest back.' })
  @Allow('conflict.declare')
  async withdrawConflict(@CurrentActor() actor: Actor, @Args('input') { conflictId }: WithdrawConflictInput): Promise<object> {
    const withdrawn = await this.withdrawVerb.execute(actor, localId(actor, 'ConflictOfInterest', conflictId));
    return WithdrawConflictResult.of(withdrawn.ok ? ok({ conflict: await this.changed(actor, withdrawn.value.conflictId) }) : withdrawn);
  }

  @Mutation(() => AcknowledgeConflictResult.type, {
    description: 'Lets a member sit in spite of a conflict of interest that is on record. Not for your own.',
  })
  @Allow('panel.edit')
  async acknowledgeConflict(@CurrentActor() actor: Actor, @Args('input') { conflictId }: AcknowledgeConflictInput): Promise<object> {
    const passed = await this.acknowledgeVerb.execute(actor, localId(actor, 'ConflictOfInterest', conflictId));
    return AcknowledgeConflictResult.of(passed.ok ? ok({ conflict: await this.changed(actor, passed.value.conflictId) }) : passed);
  }

  private async changed(actor: Actor, conflictId: string): Promise<ConflictOfInterest> {
    return presentConflict(await this.conflicts.changed(actor, conflictId));
  }
}
