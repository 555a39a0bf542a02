import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { AnnouncementListener } from '@touchstone/platform/database';

type Proven = Omit<Actor, 'origin'>;

const LIFETIME_MS = 10_000;
const MOST = 5_000;

/** The topic on which any room says that credentials or roles of an organization have changed. */
export const ACCESS_CHANGED = 'access.changed';

/**
 * Remembers for a few seconds who a credential is, so that a busy client costs one look-up and not one a request. Forgets an
 * organization at once when any instance says that its access changed, and everything after ten seconds in any case.
 */
@Injectable()
export class ActorCache implements OnModuleInit {
  private readonly known = new Map<string, { readonly actor: Proven; readonly until: number }>();
  private changes = 0;

  constructor(private readonly listener: AnnouncementListener) {}

  onModuleInit(): void {
    this.listener.hear(({ topic, payload }) => {
      if (topic === ACCESS_CHANGED) this.forget(payload['organizationId'] ?? '');
    });
  }

  /** How often access changed so far. To be read before a credential is proved, and given to `set` afterwards. */
  get generation(): number {
    return this.changes;
  }

  get(hash: string, now: Date): Proven | null {
    const found = this.known.get(hash);
    if (found === undefined || found.until <= now.getTime()) return null;
    return found.actor;
  }

  /** Remembers, but not past the end of the credential, and not what was proved before access changed. */
  set(hash: string, actor: Proven, now: Date, { expiresAt, generation }: { readonly expiresAt: Date; readonly generation: number }): void {
    if (generation !== this.changes) return;
    if (this.known.size >= MOST) this.known.delete(this.known.keys().next().value as string);
    this.known.set(hash, { actor, until: Math.min(now.getTime() + LIFETIME_MS, expiresAt.getTime()) });
  }

  forget(organizationId: string): void {
    this.changes += 1;
    for (const [hash, { actor }] of this.known) if (actor.organizationId === organizationId) this.known.delete(hash);
  }
}
