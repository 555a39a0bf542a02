/* What later rooms may touch */
export { IdentityModule } from './identity.module';
export { Memberships, type Membership } from './application/memberships';
export { SessionOpener, type OpenedSession } from './application/session-opener';
export { ACCESS_CHANGED, ActorCache } from './application/actor-cache';
export { UserRepository as Users } from './persistence/user.repository';
export { SetupTokenRepository as SetupTokens } from './persistence/setup-token.repository';
export { CredentialRepository as Credentials } from './persistence/credential.repository';
export { SignInPayload } from './transport/identity.types';
