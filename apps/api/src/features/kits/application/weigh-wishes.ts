import { Injectable } from '@nestjs/common';
import type { WishCost } from '@touchstone/kit-assembly';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { refuse } from '@touchstone/platform/graphql';
import { KitRepository } from '../persistence/kit.repository';
import { AssemblyDesk } from './assembly-desk';
import { FactFinder } from './fact-finder';
import { layoutOf } from './report-on-kit';

/** What does each wish cost this kit: how much better would the best kit be without it? Solved in a thread, wish by wish. */
@Injectable()
export class WeighWishes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kits: KitRepository,
    private readonly facts: FactFinder,
    private readonly desk: AssemblyDesk,
  ) {}

  /** The dearest first; null where there is no such kit. */
  async execute(actor: Actor, kitId: string | null): Promise<readonly WishCost[] | null> {
    const { organizationId } = actor;
    const known = await this.unitOfWork.read(actor, async (tx) => {
      const kit = kitId === null ? null : await this.kits.byId(tx, organizationId, kitId);
      if (kit === null) return null;
      const facts = await this.facts.find(tx, organizationId, { ...kit, items: kit.rounds.flatMap(({ items }) => items) });
      return { layout: layoutOf(kit.rounds, facts), facts };
    });
    if (known === null) return null;
    const { layout, facts } = known;
    const costs = await this.desk.wishCosts(organizationId, layout, facts.blueprint, facts.pool);
    if (costs === null)
      throw refuse(
        'UNAVAILABLE',
        'The costs could not be worked out in time, because many kits are being assembled. Try again in a minute.',
      );
    return costs;
  }
}
