import { Injectable } from '@nestjs/common';
import { RecentlyUsed } from '@touchstone/kernel';
import type { KitValue } from './kit-value';

/** Some 30 kB each. Panels of one season hold their interviews with a handful. */
const MOST_KITS = 200;
/** By then a commit is on disk or never will be, and clocks of instances differ by less. */
const SETTLED_MS = 10_000;

/**
 * Published kits that were read lately. They never change, and they are asked for at every save of a rating. The organization is a part of the
 * key, and whoever asks works within it.
 */
@Injectable()
export class PublishedKits {
  private readonly kept = new RecentlyUsed<string, KitValue>(MOST_KITS);

  get(organizationId: string, id: string): KitValue | undefined {
    return this.kept.get(`${organizationId}/${id}`);
  }

  /** Keeps it if it was published a while before this instant of the reader's transaction: what was published just now may still be lost. */
  keep(kit: KitValue, now: Date): void {
    if (kit.publishedAt !== null && now.getTime() - kit.publishedAt.getTime() > SETTLED_MS)
      this.kept.set(`${kit.organizationId}/${kit.id}`, kit);
  }
}
