import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { IdempotencyKey } from '@touchstone/platform/validation';
import { LoadShippedBank } from '../application/load-shipped-bank';
import type { LoadShippedBankError } from '../errors';

@InputType()
export class LoadShippedBankInput {
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@ObjectType()
export class LoadShippedBankPayload {
  @Field(() => Int, { description: 'Questions that were not here yet.' }) added!: number;
}

const { IdempotencyMismatchError } = sharedErrorTypes;
const LoadShippedBankResult = resultUnion<LoadShippedBankPayload, LoadShippedBankError>('LoadShippedBankResult', LoadShippedBankPayload, {
  IdempotencyMismatchError,
});

/** The bank that comes with the product. */
@Resolver()
export class ShippedBankResolver {
  constructor(private readonly loadVerb: LoadShippedBank) {}

  @Mutation(() => LoadShippedBankResult.type, {
    description:
      'Brings the questions that come with the product into the bank, approved as they were reviewed before the release. What is here already stays as it is.',
  })
  @Allow('question.loadShipped')
  async loadShippedBank(@CurrentActor() actor: Actor, @Args('input') input: LoadShippedBankInput): Promise<object> {
    return LoadShippedBankResult.of(await this.loadVerb.execute(actor, input));
  }
}
