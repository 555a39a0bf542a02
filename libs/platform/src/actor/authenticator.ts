import { Injectable } from '@nestjs/common';
import type { Actor, RequestOrigin } from './actor';

export type Authenticate = (credential: string, origin: RequestOrigin) => Promise<Actor | null>;

/**
 * Turns a credential (session or access token) into an actor. The transports ask; the identity room answers,
 * because it alone knows sessions. Until it has registered itself nobody is anybody.
 */
@Injectable()
export class Authenticator {
  private answer: Authenticate = () => Promise.resolve(null);

  answeredBy(authenticate: Authenticate): void {
    this.answer = authenticate;
  }

  authenticate(credential: string, origin: RequestOrigin): Promise<Actor | null> {
    return this.answer(credential, origin);
  }
}
