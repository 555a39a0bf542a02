import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Housekeeping } from '@touchstone/platform/jobs/housekeeping';
import { CredentialRepository } from '../persistence/credential.repository';
import { SignInAttemptRepository } from '../persistence/sign-in-attempt.repository';

/** Forgets credentials a month after they ended, and failed sign-ins when their window is over. */
@Injectable()
export class SweepCredentials implements OnModuleInit {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly credentials: CredentialRepository,
    private readonly attempts: SignInAttemptRepository,
  ) {}

  onModuleInit(): void {
    this.housekeeping.addSweep((tx, organizationId) => this.credentials.forgetEnded(tx, organizationId));
    this.housekeeping.addGlobalSweep((tx) => this.attempts.forgetOld(tx));
  }
}
