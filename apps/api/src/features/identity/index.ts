/* What later rooms may touch */
export { IdentityModule } from './identity.module';
export { Memberships, type Membership } from './application/memberships';
export { SessionOpener, type OpenedSession, type SessionHolder } from './application/session-opener';
export { PasswordProof, type ProvenUser } from './application/password-proof';
export { CreateAccessToken } from './application/create-access-token';
export { OfferSetup } from './application/offer-setup';
export { ACCESS_CHANGED, ActorCache } from './application/actor-cache';
export { UserRepository as Users } from './persistence/user.repository';
export { SetupTokenRepository as SetupTokens } from './persistence/setup-token.repository';
export { CredentialRepository as Credentials } from './persistence/credential.repository';
export { type SignInError } from './errors';
export { SignInPayload, SignInRefusedErrorType, TooManyAttemptsErrorType } from './transport/identity.types';
export { presentSession } from './transport/present-session';
