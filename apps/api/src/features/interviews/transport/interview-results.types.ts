import { Field, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@touchstone/platform/graphql';
import type { ChangeError, CreateError } from '../errors';
import { changeErrors, createErrors } from './error-types';
import { Interview } from './interview.types';
import { Loop } from './loop.types';

@ObjectType()
export class PlanLoopPayload {
  @Field(() => Loop) loop!: Loop;
}
export const PlanLoopResult = resultUnion<PlanLoopPayload, CreateError>('PlanLoopResult', PlanLoopPayload, createErrors);

@ObjectType()
export class ScheduleInterviewPayload {
  @Field(() => Interview) interview!: Interview;
}
export const ScheduleInterviewResult = resultUnion<ScheduleInterviewPayload, CreateError>(
  'ScheduleInterviewResult',
  ScheduleInterviewPayload,
  createErrors,
);

@ObjectType()
export class RescheduleInterviewPayload {
  @Field(() => Interview) interview!: Interview;
}
export const RescheduleInterviewResult = resultUnion<RescheduleInterviewPayload, ChangeError>(
  'RescheduleInterviewResult',
  RescheduleInterviewPayload,
  changeErrors,
);

@ObjectType()
export class CancelInterviewPayload {
  @Field(() => Interview) interview!: Interview;
}
export const CancelInterviewResult = resultUnion<CancelInterviewPayload, ChangeError>(
  'CancelInterviewResult',
  CancelInterviewPayload,
  changeErrors,
);

@ObjectType()
export class MarkNoShowPayload {
  @Field(() => Interview) interview!: Interview;
}
export const MarkNoShowResult = resultUnion<MarkNoShowPayload, ChangeError>('MarkNoShowResult', MarkNoShowPayload, changeErrors);

@ObjectType()
export class StartInterviewPayload {
  @Field(() => Interview) interview!: Interview;
}
export const StartInterviewResult = resultUnion<StartInterviewPayload, ChangeError>(
  'StartInterviewResult',
  StartInterviewPayload,
  changeErrors,
);

@ObjectType()
export class EndInterviewPayload {
  @Field(() => Interview) interview!: Interview;
}
export const EndInterviewResult = resultUnion<EndInterviewPayload, ChangeError>('EndInterviewResult', EndInterviewPayload, changeErrors);

@ObjectType()
export class RecordDeviationPayload {
  @Field(() => Interview) interview!: Interview;
}
export const RecordDeviationResult = resultUnion<RecordDeviationPayload, CreateError>(
  'RecordDeviationResult',
  RecordDeviationPayload,
  createErrors,
);
