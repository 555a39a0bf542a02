import { Field, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@touchstone/platform/graphql';
import type { CreateError, StateError } from '../errors';
import { ConflictOfInterest } from './conflict.types';
import { createErrors, stateErrors } from './error-types';
import { PanelSeat } from './interview.types';

@ObjectType()
export class AssignSeatPayload {
  @Field(() => PanelSeat) seat!: PanelSeat;
}
export const AssignSeatResult = resultUnion<AssignSeatPayload, CreateError>('AssignSeatResult', AssignSeatPayload, createErrors);

@ObjectType()
export class RemoveSeatPayload {
  @Field(() => PanelSeat) seat!: PanelSeat;
}
export const RemoveSeatResult = resultUnion<RemoveSeatPayload, StateError>('RemoveSeatResult', RemoveSeatPayload, stateErrors);

@ObjectType()
export class DeclareConflictPayload {
  @Field(() => ConflictOfInterest) conflict!: ConflictOfInterest;
}
export const DeclareConflictResult = resultUnion<DeclareConflictPayload, CreateError>(
  'DeclareConflictResult',
  DeclareConflictPayload,
  createErrors,
);

@ObjectType()
export class WithdrawConflictPayload {
  @Field(() => ConflictOfInterest) conflict!: ConflictOfInterest;
}
export const WithdrawConflictResult = resultUnion<WithdrawConflictPayload, StateError>(
  'WithdrawConflictResult',
  WithdrawConflictPayload,
  stateErrors,
);

@ObjectType()
export class AcknowledgeConflictPayload {
  @Field(() => ConflictOfInterest) conflict!: ConflictOfInterest;
}
export const AcknowledgeConflictResult = resultUnion<AcknowledgeConflictPayload, StateError>(
  'AcknowledgeConflictResult',
  AcknowledgeConflictPayload,
  stateErrors,
);
