import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { EndInterview } from '../application/end-interview';
import { RecordDeviation } from '../application/record-deviation';
import { StartInterview } from '../application/start-interview';
import { ViewInterviews } from '../application/view-interviews';
import { EndInterviewInput, RecordDeviationInput, StartInterviewInput } from './interview.inputs';
import { EndInterviewResult, RecordDeviationResult, StartInterviewResult } from './interview-results.types';
import type { Interview } from './interview.types';
import { presentInterview } from './present-interview';

/** What those who lead an interview do with it. */
@Resolver()
export class InterviewRunResolver {
  constructor(
    private readonly view: ViewInterviews,
    private readonly startVerb: StartInterview,
    private readonly endVerb: EndInterview,
    private readonly recordVerb: RecordDeviation,
  ) {}

  @Mutation(() => StartInterviewResult.type, { description: 'Begins an interview at which you are lead or interviewer.' })
  @Allow('interview.run')
  async startInterview(
    @CurrentActor() actor: Actor,
    @Args('input') { interviewId, expectedRevision }: StartInterviewInput,
  ): Promise<object> {
    const started = await this.startVerb.execute(actor, { interviewId: localId(actor, 'Interview', interviewId), expectedRevision });
    return StartInterviewResult.of(started.ok ? ok({ interview: await this.changed(actor, started.value.interviewId) }) : started);
  }

  @Mutation(() => EndInterviewResult.type, { description: 'Ends an interview that is under way. Record what was not asked as skipped.' })
  @Allow('interview.run')
  async endInterview(@CurrentActor() actor: Actor, @Args('input') { interviewId, expectedRevision }: EndInterviewInput): Promise<object> {
    const ended = await this.endVerb.execute(actor, { interviewId: localId(actor, 'Interview', interviewId), expectedRevision });
    return EndInterviewResult.of(ended.ok ? ok({ interview: await this.changed(actor, ended.value.interviewId) }) : ended);
  }

  @Mutation(() => RecordDeviationResult.type, { description: 'Records that a question was skipped, added or moved, and why.' })
  @Allow('interview.run')
  async recordDeviation(
    @CurrentActor() actor: Actor,
    @Args('input') { interviewId, questionVersionId, position, ...deviation }: RecordDeviationInput,
  ): Promise<object> {
    const recorded = await this.recordVerb.execute(actor, {
      ...deviation,
      position: position ?? null,
      interviewId: localId(actor, 'Interview', interviewId),
      questionVersionId: localId(actor, 'QuestionVersion', questionVersionId),
    });
    return RecordDeviationResult.of(recorded.ok ? ok({ interview: await this.changed(actor, recorded.value.interviewId) }) : recorded);
  }

  private async changed(actor: Actor, interviewId: string): Promise<Interview> {
    return presentInterview(await this.view.changed(actor, interviewId));
  }
}
