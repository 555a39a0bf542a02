import { Injectable } from '@nestjs/common';
import type { GuideFile } from '@touchstone/kit-guide';
import type { Actor } from '@touchstone/platform/actor';
import { KitRepository } from '../persistence/kit.repository';
import { GuideDesk, type GuideWish } from './guide-desk';

/** A kit on paper: interviewer's guide, candidate's pages, or evidence cards. */
@Injectable()
export class PrintKit {
  constructor(
    private readonly kits: KitRepository,
    private readonly desk: GuideDesk,
  ) {}

  /** Null where there is no such kit or round, or where the actor may not read the rubrics that the view shows. */
  async execute(actor: Actor, kitId: string | null, wish: GuideWish): Promise<GuideFile | null> {
    return kitId === null ? null : this.desk.make(actor, (tx) => this.kits.byId(tx, actor.organizationId, kitId), wish);
  }
}
