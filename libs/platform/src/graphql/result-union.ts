import { createUnionType, Field, InterfaceType, ObjectType, Int } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import type { DomainError, Result } from '@touchstone/kernel';

/** What every expected refusal carries. Clients may select these three from any of them. */
@InterfaceType('DomainError', {
  description: 'An expected refusal. `code` is stable for programs, `message` says what is allowed, `path` names the input field at fault.',
  resolveType: (value: { type: string }) => value.type,
})
export abstract class DomainErrorType {
  @Field() code!: string;
  @Field() message!: string;
  @Field(() => [String]) path!: string[];
}

@ObjectType('NotFoundError', { implements: () => [DomainErrorType], description: 'No such thing in your organization.' })
export class NotFoundErrorType extends DomainErrorType {}

@ObjectType('ValidationError', { implements: () => [DomainErrorType], description: 'The input breaks a rule.' })
export class ValidationErrorType extends DomainErrorType {}

@ObjectType('ConflictError', { implements: () => [DomainErrorType], description: 'The state of things rules the change out.' })
export class ConflictErrorType extends DomainErrorType {}

@ObjectType('NotAllowedError', { implements: () => [DomainErrorType], description: 'You may do such a thing, but not to this one.' })
export class NotAllowedErrorType extends DomainErrorType {}

@ObjectType('IdempotencyMismatchError', { implements: () => [DomainErrorType], description: 'The key was used before with other input.' })
export class IdempotencyMismatchErrorType extends DomainErrorType {}

@ObjectType('RevisionConflictError', { implements: () => [DomainErrorType], description: 'Somebody changed it since you read it.' })
export class RevisionConflictErrorType extends DomainErrorType {
  @Field(() => Int) currentRevision!: number;
}

/** The GraphQL types of the errors that several rooms use, by domain `type`. A room adds its own with `resultUnion`. */
export const sharedErrorTypes = {
  NotFoundError: NotFoundErrorType,
  ValidationError: ValidationErrorType,
  ConflictError: ConflictErrorType,
  NotAllowedError: NotAllowedErrorType,
  IdempotencyMismatchError: IdempotencyMismatchErrorType,
  RevisionConflictError: RevisionConflictErrorType,
} as const;

type ErrorTypes<E extends DomainError> = { readonly [Name in E['type']]: Type<unknown> };

export interface ResultUnion<T extends object, E extends DomainError> {
  /** The GraphQL union, for `@Mutation(() => X.type)`. */
  readonly type: Type<unknown>;
  /** Turns the verb's Result into what the union carries. */
  of(result: Result<T, E>): object;
}

/**
 * The answer of a mutation: its payload, or one of the errors its verb can refuse with. An error type of the verb that is
 * missing from `errors` does not compile.
 */
export function resultUnion<T extends object, E extends DomainError>(
  name: string,
  payload: Type<T> & { readonly name: string },
  errors: ErrorTypes<E>,
): ResultUnion<T, E> {
  const type = createUnionType({
    name,
    types: () => [payload, ...(Object.values(errors) as Type<unknown>[])] as never,
    resolveType: (value: { __typename?: string; type?: string }) => value.__typename ?? value.type,
  }) as unknown as Type<unknown>;
  return { type, of: (result) => (result.ok ? { ...result.value, __typename: payload.name } : result.error) };
}
