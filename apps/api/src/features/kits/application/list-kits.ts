import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { type KitFilter, KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';

/** Kits, newest first. */
@Injectable()
export class ListKits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kits: KitRepository,
  ) {}

  execute(actor: Actor, filter: KitFilter, request: PageRequest): Promise<Page<KitValue>> {
    return this.unitOfWork.read(actor, (tx) => this.kits.page(tx, actor.organizationId, filter, request));
  }
}
