import { Field, ObjectType } from '@nestjs/graphql';
import { resultUnion } from '@touchstone/platform/graphql';
import type { ChangeError, CreateCandidateError, CreateError, EraseCandidateError, UpdateCandidateError } from '../errors';
import { Application } from './application.types';
import { Candidate } from './candidate.types';
import { changeErrors, createCandidateErrors, createErrors, eraseCandidateErrors, updateCandidateErrors } from './error-types';
import { Opening } from './opening.types';

@ObjectType()
export class CreateOpeningPayload {
  @Field(() => Opening) opening!: Opening;
}
export const CreateOpeningResult = resultUnion<CreateOpeningPayload, CreateError>(
  'CreateOpeningResult',
  CreateOpeningPayload,
  createErrors,
);

@ObjectType()
export class UpdateOpeningPayload {
  @Field(() => Opening) opening!: Opening;
}
export const UpdateOpeningResult = resultUnion<UpdateOpeningPayload, ChangeError>(
  'UpdateOpeningResult',
  UpdateOpeningPayload,
  changeErrors,
);

@ObjectType()
export class CloseOpeningPayload {
  @Field(() => Opening) opening!: Opening;
}
export const CloseOpeningResult = resultUnion<CloseOpeningPayload, ChangeError>('CloseOpeningResult', CloseOpeningPayload, changeErrors);

@ObjectType()
export class ReopenOpeningPayload {
  @Field(() => Opening) opening!: Opening;
}
export const ReopenOpeningResult = resultUnion<ReopenOpeningPayload, ChangeError>(
  'ReopenOpeningResult',
  ReopenOpeningPayload,
  changeErrors,
);

@ObjectType()
export class CreateCandidatePayload {
  @Field(() => Candidate) candidate!: Candidate;
}
export const CreateCandidateResult = resultUnion<CreateCandidatePayload, CreateCandidateError>(
  'CreateCandidateResult',
  CreateCandidatePayload,
  createCandidateErrors,
);

@ObjectType()
export class UpdateCandidatePayload {
  @Field(() => Candidate) candidate!: Candidate;
}
export const UpdateCandidateResult = resultUnion<UpdateCandidatePayload, UpdateCandidateError>(
  'UpdateCandidateResult',
  UpdateCandidatePayload,
  updateCandidateErrors,
);

@ObjectType()
export class EraseCandidatePayload {
  @Field(() => Candidate) candidate!: Candidate;
}
export const EraseCandidateResult = resultUnion<EraseCandidatePayload, EraseCandidateError>(
  'EraseCandidateResult',
  EraseCandidatePayload,
  eraseCandidateErrors,
);

@ObjectType()
export class CreateApplicationPayload {
  @Field(() => Application) application!: Application;
}
export const CreateApplicationResult = resultUnion<CreateApplicationPayload, CreateError>(
  'CreateApplicationResult',
  CreateApplicationPayload,
  createErrors,
);
