import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { type Actor, actorOf, Authenticator, type RequestOrigin } from '@touchstone/platform/actor';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { readToken } from '@touchstone/platform/secrets/token';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { CredentialRepository } from '../persistence/credential.repository';
import { ActorCache } from './actor-cache';
import { Memberships } from './memberships';

/** Turns a session token or a personal access token into an actor, or into nobody. */
@Injectable()
export class Authenticate implements OnModuleInit {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly memberships: Memberships,
    private readonly cache: ActorCache,
    private readonly clock: SystemClock,
  ) {}

  onModuleInit(): void {
    this.authenticator.answeredBy((credential, origin) => this.execute(credential, origin));
  }

  async execute(credential: string, origin: RequestOrigin): Promise<Actor | null> {
    const via = credential.startsWith('tsp_') ? 'token' : 'session';
    const token = readToken(via === 'token' ? 'access' : 'session', credential);
    if (token === null) return null;
    const now = this.clock.now();
    const known = this.cache.get(token.hash, now);
    if (known !== null) return { ...known, origin };
    const { generation } = this.cache;
    const proven = await this.prove(token.organizationId, token.hash, via, origin);
    if (proven === null) return null;
    this.cache.set(token.hash, proven.actor, now, { expiresAt: proven.expiresAt, generation });
    return { ...proven.actor };
  }

  private async prove(organizationId: string, hash: string, via: 'session' | 'token', origin: RequestOrigin): Promise<Proven | null> {
    const scope = wholeOrganization(organizationId);
    const found = await this.unitOfWork.readIn(scope, async (tx) => {
      const live =
        via === 'token'
          ? await this.credentials.liveAccessToken(tx, organizationId, hash)
          : await this.credentials.liveSession(tx, organizationId, hash);
      const membership = live === null ? null : await this.memberships.find(tx, organizationId, live.userId);
      return live === null || membership === null ? null : { live, membership };
    });
    // What is made up costs a look-up and no change.
    if (found === null) return null;
    const { live, membership } = found;
    await this.unitOfWork.writeIn(scope, async (tx) => {
      await this.credentials.touch(tx, organizationId, { id: live.id, table: via === 'token' ? 'access_token' : 'session' });
      return ok(null);
    });
    const actor = actorOf({
      userId: live.userId,
      memberId: membership.memberId,
      organizationId,
      roles: membership.roles,
      scopes: live.scopes as Actor['scopes'],
      via,
      credentialId: live.id,
      origin,
    });
    return { actor, expiresAt: live.expiresAt };
  }
}

interface Proven {
  readonly actor: Actor;
  readonly expiresAt: Date;
}
