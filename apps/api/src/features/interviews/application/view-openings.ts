import { Injectable } from '@nestjs/common';
import type { OpeningState } from '@touchstone/interviewing/interviews';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { OpeningRecord as OpeningValue } from '../persistence/opening.record';
import { OpeningRepository } from '../persistence/opening.repository';

export type { OpeningValue };

/** The openings of the organization. */
@Injectable()
export class ViewOpenings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openings: OpeningRepository,
  ) {}

  page(actor: Actor, status: OpeningState | null, request: PageRequest): Promise<Page<OpeningValue>> {
    return this.unitOfWork.read(actor, (tx) => this.openings.page(tx, actor.organizationId, status, request));
  }

  async one(actor: Actor, id: string | null): Promise<OpeningValue | null> {
    return id === null ? null : this.unitOfWork.read(actor, (tx) => this.openings.byId(tx, actor.organizationId, id));
  }

  /** One that the actor has just made or changed. */
  async changed(actor: Actor, id: string): Promise<OpeningValue> {
    const found = await this.one(actor, id);
    if (found === null) throw new Error('what was changed cannot be read by whoever changed it');
    return found;
  }
}
