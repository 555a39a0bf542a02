import { Injectable } from '@nestjs/common';
import type { BrokenWish } from '@touchstone/interviewing/kits';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { KitFamilyRepository } from '../persistence/kit-family.repository';
import type { KitFamilyRecord } from '../persistence/kit-family.record';
import { KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';
import { FamilyWatch } from './family-watch';

export type KitFamilyValue = KitFamilyRecord;

/** Families, their kits and what they break, by the id of the family, each batched over one request. */
@Injectable()
export class KitFamilyLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly families: KitFamilyRepository,
    private readonly kits: KitRepository,
    private readonly watch: FamilyWatch,
  ) {}

  private readonly familiesById = requestLoader<string, KitFamilyRecord>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.families.byIds(tx, actor.organizationId, ids));
  });

  private readonly kitsByFamily = requestLoader<string, readonly KitValue[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.kits.byFamilies(tx, actor.organizationId, ids));
  });

  private readonly brokenByFamily = requestLoader<string, readonly BrokenWish[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, async (tx) => {
      const found = await this.families.byIds(tx, actor.organizationId, ids);
      return this.watch.broken(tx, actor.organizationId, [...found.values()]);
    });
  });

  /** Null for a kit that is alone. */
  one(context: RequestContext, id: string): Promise<KitFamilyRecord | null> {
    return this.familiesById(context).load(id);
  }

  /** In the order in which they were made; for a kit that is alone, that one. */
  async kitsOf(context: RequestContext, id: string): Promise<readonly KitValue[]> {
    return (await this.kitsByFamily(context).load(id)) ?? [];
  }

  /** What makes the kits parallel and does not hold as they are now. */
  async brokenRulesOf(context: RequestContext, id: string): Promise<readonly BrokenWish[]> {
    return (await this.brokenByFamily(context).load(id)) ?? [];
  }
}
