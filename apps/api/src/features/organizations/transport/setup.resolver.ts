import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Public } from '@touchstone/platform/access';
import { CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { presentSession } from '../../identity';
import { CompleteSetup } from '../application/complete-setup';
import type { SetupError } from '../errors';
import { CompleteSetupInput } from './organization.inputs';
import { CompleteSetupPayload } from './organization.types';

const { ConflictError, NotAllowedError, ValidationError } = sharedErrorTypes;
const CompleteSetupResult = resultUnion<CompleteSetupPayload, SetupError>('CompleteSetupResult', CompleteSetupPayload, {
  NotAllowedError,
  ValidationError,
  ConflictError,
});

/** The first use of an installation. */
@Resolver()
export class SetupResolver {
  constructor(private readonly completeSetupVerb: CompleteSetup) {}

  @Mutation(() => CompleteSetupResult.type, {
    description: 'Makes the first administrator and her organization, and signs her in. Works once, with the link that the server printed.',
  })
  @Public('there is nobody yet who could be signed in; the setup token proves access to the server')
  async completeSetup(@CurrentContext() context: RequestContext, @Args('input') input: CompleteSetupInput): Promise<object> {
    const opened = await this.completeSetupVerb.execute(context.origin, input);
    if (!opened.ok) return CompleteSetupResult.of(opened);
    context.keepSession(opened.value.token);
    return CompleteSetupResult.of(ok(presentSession(opened.value)));
  }
}
