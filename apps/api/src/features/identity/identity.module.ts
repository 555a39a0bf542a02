import { Module } from '@nestjs/common';
import { ActorCache } from './application/actor-cache';
import { Authenticate } from './application/authenticate';
import { ChangePassword } from './application/change-password';
import { CreateAccessToken } from './application/create-access-token';
import { EndSession } from './application/end-session';
import { ListCredentials } from './application/list-credentials';
import { Memberships } from './application/memberships';
import { OfferSetup } from './application/offer-setup';
import { PasswordProof } from './application/password-proof';
import { RefusedSignIns } from './application/refused-sign-ins';
import { RevokeAccessToken } from './application/revoke-access-token';
import { SessionOpener } from './application/session-opener';
import { SignIn } from './application/sign-in';
import { SweepCredentials } from './application/sweep-credentials';
import { CredentialRepository } from './persistence/credential.repository';
import { SetupTokenRepository } from './persistence/setup-token.repository';
import { SignInAttemptRepository } from './persistence/sign-in-attempt.repository';
import { UserRepository } from './persistence/user.repository';
import './persistence/setup-token.record';
import './persistence/sign-in-attempt.record';
import { CredentialNodes } from './transport/credential.node';
import { IdentityResolver } from './transport/identity.resolver';

@Module({
  providers: [
    ActorCache,
    Authenticate,
    ChangePassword,
    CreateAccessToken,
    EndSession,
    ListCredentials,
    Memberships,
    OfferSetup,
    PasswordProof,
    RefusedSignIns,
    RevokeAccessToken,
    SessionOpener,
    SignIn,
    SweepCredentials,
    CredentialRepository,
    SetupTokenRepository,
    SignInAttemptRepository,
    UserRepository,
    CredentialNodes,
    IdentityResolver,
  ],
  exports: [
    ActorCache,
    CreateAccessToken,
    CredentialRepository,
    Memberships,
    OfferSetup,
    PasswordProof,
    SessionOpener,
    SetupTokenRepository,
    UserRepository,
  ],
})
export class IdentityModule {}
