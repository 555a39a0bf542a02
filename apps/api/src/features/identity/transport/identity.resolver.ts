import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { Allow, Public } from '@touchstone/platform/access';
import { globalId, localId, refuse, resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { ok } from '@touchstone/kernel';
import { ChangePassword } from '../application/change-password';
import { CreateAccessToken } from '../application/create-access-token';
import { EndSession } from '../application/end-session';
import { ListCredentials } from '../application/list-credentials';
import { RevokeAccessToken } from '../application/revoke-access-token';
import { SignIn } from '../application/sign-in';
import type { AccessTokenError, CredentialNotFound, PasswordError, SignInError } from '../errors';
import { ChangePasswordInput, CreateAccessTokenInput, EndSessionInput, RevokeAccessTokenInput, SignInInput } from './identity.inputs';
import {
  AccessToken,
  ChangePasswordPayload,
  CreateAccessTokenPayload,
  EndSessionPayload,
  RevokeAccessTokenPayload,
  Session,
  SignInPayload,
  SignInRefusedErrorType,
  TooManyAttemptsErrorType,
} from './identity.types';
import { presentAccessToken, presentOwnSession } from './present-credential';
import { presentSession } from './present-session';

const { NotFoundError, ValidationError } = sharedErrorTypes;
const signInErrors = { SignInRefusedError: SignInRefusedErrorType, TooManyAttemptsError: TooManyAttemptsErrorType };

const SignInResult = resultUnion<SignInPayload, SignInError>('SignInResult', SignInPayload, signInErrors);
const EndSessionResult = resultUnion<EndSessionPayload, CredentialNotFound>('EndSessionResult', EndSessionPayload, { NotFoundError });
const ChangePasswordResult = resultUnion<ChangePasswordPayload, PasswordError>('ChangePasswordResult', ChangePasswordPayload, {
  ...signInErrors,
  ValidationError,
});
const CreateAccessTokenResult = resultUnion<CreateAccessTokenPayload, AccessTokenError>(
  'CreateAccessTokenResult',
  CreateAccessTokenPayload,
  { ValidationError },
);
const RevokeAccessTokenResult = resultUnion<RevokeAccessTokenPayload, CredentialNotFound>(
  'RevokeAccessTokenResult',
  RevokeAccessTokenPayload,
  { NotFoundError },
);

/** Signing in and out, passwords, personal access tokens. */
@Resolver()
export class IdentityResolver {
  constructor(
    private readonly signInVerb: SignIn,
    private readonly endSessionVerb: EndSession,
    private readonly changePasswordVerb: ChangePassword,
    private readonly createAccessTokenVerb: CreateAccessToken,
    private readonly revokeAccessTokenVerb: RevokeAccessToken,
    private readonly credentials: ListCredentials,
  ) {}

  @Mutation(() => SignInResult.type, { description: 'Opens a session for e-mail and password.' })
  @Public('this is how one proves who one is')
  async signIn(@CurrentContext() context: RequestContext, @Args('input') input: SignInInput): Promise<object> {
    const opened = await this.signInVerb.execute(context.origin, input);
    if (!opened.ok) return SignInResult.of(opened);
    context.keepSession(opened.value.token);
    return SignInResult.of(ok(presentSession(opened.value)));
  }

  @Mutation(() => EndSessionResult.type, { description: 'Ends the session of this request.' })
  @Allow('session.manageOwn')
  async signOut(@CurrentActor() actor: Actor, @CurrentContext() context: RequestContext): Promise<object> {
    if (actor.via !== 'session') throw refuse('BAD_USER_INPUT', 'An access token has no session to end. Revoke it instead.');
    context.keepSession(null);
    return this.ended(actor, await this.endSessionVerb.execute(actor, actor.credentialId));
  }

  @Mutation(() => EndSessionResult.type, { description: 'Ends one of your sessions, for example on a lost laptop.' })
  @Allow('session.manageOwn')
  async endSession(@CurrentActor() actor: Actor, @Args('input') input: EndSessionInput): Promise<object> {
    return this.ended(actor, await this.endSessionVerb.execute(actor, localId(actor, 'Session', input.sessionId)));
  }

  @Mutation(() => ChangePasswordResult.type, { description: 'Changes your password and ends all your sessions but a fresh one.' })
  @Allow('password.change')
  async changePassword(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: ChangePasswordInput,
  ): Promise<object> {
    const changed = await this.changePasswordVerb.execute(actor, input);
    if (!changed.ok) return ChangePasswordResult.of(changed);
    context.keepSession(changed.value.token);
    return ChangePasswordResult.of(ok({ token: changed.value.token, expiresAt: changed.value.expiresAt }));
  }

  @Mutation(() => CreateAccessTokenResult.type, { description: 'Makes a personal access token. Its secret is shown once.' })
  @Allow('accessToken.manageOwn')
  async createAccessToken(@CurrentActor() actor: Actor, @Args('input') input: CreateAccessTokenInput): Promise<object> {
    const made = await this.createAccessTokenVerb.execute(actor, input);
    if (!made.ok) return CreateAccessTokenResult.of(made);
    const { token, ...record } = made.value;
    return CreateAccessTokenResult.of(ok({ token, accessToken: presentAccessToken(actor, record) }));
  }

  @Mutation(() => RevokeAccessTokenResult.type, { description: 'Ends one of your access tokens.' })
  @Allow('accessToken.manageOwn')
  async revokeAccessToken(@CurrentActor() actor: Actor, @Args('input') input: RevokeAccessTokenInput): Promise<object> {
    const revoked = await this.revokeAccessTokenVerb.execute(actor, localId(actor, 'AccessToken', input.accessTokenId));
    return RevokeAccessTokenResult.of(revoked.ok ? ok({ accessTokenId: input.accessTokenId }) : revoked);
  }

  @Query(() => [Session], { description: 'Where you are signed in.' })
  @Allow('session.manageOwn')
  async mySessions(@CurrentActor() actor: Actor): Promise<Session[]> {
    const sessions = await this.credentials.sessions(actor);
    return sessions.map((session) => presentOwnSession(actor, session));
  }

  @Query(() => [AccessToken], { description: 'Your access tokens that still hold.' })
  @Allow('accessToken.manageOwn')
  async myAccessTokens(@CurrentActor() actor: Actor): Promise<AccessToken[]> {
    const tokens = await this.credentials.accessTokens(actor);
    return tokens.map((token) => presentAccessToken(actor, token));
  }

  private ended(actor: Actor, ended: Awaited<ReturnType<EndSession['execute']>>): object {
    return EndSessionResult.of(ended.ok ? ok({ sessionId: globalId('Session', actor.organizationId, ended.value.sessionId) }) : ended);
  }
}
