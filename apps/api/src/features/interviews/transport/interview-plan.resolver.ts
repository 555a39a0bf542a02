import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { CancelInterview } from '../application/cancel-interview';
import { MarkNoShow } from '../application/mark-no-show';
import { RescheduleInterview } from '../application/reschedule-interview';
import { ScheduleInterview } from '../application/schedule-interview';
import { ViewInterviews } from '../application/view-interviews';
import { CancelInterviewInput, MarkNoShowInput, RescheduleInterviewInput, ScheduleInterviewInput } from './interview.inputs';
import { CancelInterviewResult, MarkNoShowResult, RescheduleInterviewResult, ScheduleInterviewResult } from './interview-results.types';
import type { Interview } from './interview.types';
import { plannedRound } from './planned-round';
import { presentInterview } from './present-interview';

/** What those who plan do with interviews. */
@Resolver()
export class InterviewPlanResolver {
  constructor(
    private readonly view: ViewInterviews,
    private readonly scheduleVerb: ScheduleInterview,
    private readonly rescheduleVerb: RescheduleInterview,
    private readonly cancelVerb: CancelInterview,
    private readonly noShowVerb: MarkNoShow,
  ) {}

  @Mutation(() => ScheduleInterviewResult.type, {
    description: 'Plans a round once more, after its interview was cancelled or the candidate did not come.',
  })
  @Allow('interview.schedule')
  async scheduleInterview(@CurrentActor() actor: Actor, @Args('input') input: ScheduleInterviewInput): Promise<object> {
    const made = await this.scheduleVerb.execute(actor, {
      ...plannedRound(actor, input),
      loopId: localId(actor, 'Loop', input.loopId),
      idempotencyKey: input.idempotencyKey,
    });
    return ScheduleInterviewResult.of(made.ok ? ok({ interview: await this.changed(actor, made.value.interviewId) }) : made);
  }

  @Mutation(() => RescheduleInterviewResult.type, { description: 'Moves an interview that has not begun to another time.' })
  @Allow('interview.schedule')
  async rescheduleInterview(
    @CurrentActor() actor: Actor,
    @Args('input') { interviewId, ...plan }: RescheduleInterviewInput,
  ): Promise<object> {
    const moved = await this.rescheduleVerb.execute(actor, { ...plan, interviewId: localId(actor, 'Interview', interviewId) });
    return RescheduleInterviewResult.of(moved.ok ? ok({ interview: await this.changed(actor, moved.value.interviewId) }) : moved);
  }

  @Mutation(() => CancelInterviewResult.type, { description: 'Cancels an interview that has not begun. Nothing is owed for it any more.' })
  @Allow('interview.schedule')
  async cancelInterview(@CurrentActor() actor: Actor, @Args('input') { interviewId, ...step }: CancelInterviewInput): Promise<object> {
    const cancelled = await this.cancelVerb.execute(actor, { ...step, interviewId: localId(actor, 'Interview', interviewId) });
    return CancelInterviewResult.of(cancelled.ok ? ok({ interview: await this.changed(actor, cancelled.value.interviewId) }) : cancelled);
  }

  @Mutation(() => MarkNoShowResult.type, { description: 'Notes that the candidate did not come. Nothing is owed for the interview.' })
  @Allow('interview.schedule')
  async markNoShow(@CurrentActor() actor: Actor, @Args('input') { interviewId, ...step }: MarkNoShowInput): Promise<object> {
    const marked = await this.noShowVerb.execute(actor, { ...step, interviewId: localId(actor, 'Interview', interviewId) });
    return MarkNoShowResult.of(marked.ok ? ok({ interview: await this.changed(actor, marked.value.interviewId) }) : marked);
  }

  private async changed(actor: Actor, interviewId: string): Promise<Interview> {
    return presentInterview(await this.view.changed(actor, interviewId));
  }
}
