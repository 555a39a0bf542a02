import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { ApplicationRepository, type ApplicationValue } from '../persistence/application.repository';
import { LoopRights } from './loop-rights';

export type { ApplicationValue };

/** Applications: all for those who look over loops, those for her own openings for a hiring manager. */
@Injectable()
export class ViewApplications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly rights: LoopRights,
  ) {}

  async page(actor: Actor, openingId: string | null, request: PageRequest): Promise<Page<ApplicationValue>> {
    if (openingId === null) return pageOf([], request.first, () => []);
    return this.unitOfWork.read(actor, (tx) =>
      this.applications.page(tx, actor.organizationId, this.rights.visibility(actor), openingId, request),
    );
  }

  async one(actor: Actor, id: string | null): Promise<ApplicationValue | null> {
    if (id === null) return null;
    const [found] = await this.unitOfWork.read(actor, (tx) =>
      this.applications.byIds(tx, actor.organizationId, this.rights.visibility(actor), [id]),
    );
    return found ?? null;
  }

  /** One that the actor has just made or changed. */
  async changed(actor: Actor, id: string): Promise<ApplicationValue> {
    const found = await this.one(actor, id);
    if (found === null) throw new Error('what was changed cannot be read by whoever changed it');
    return found;
  }
}
