import { Injectable } from '@nestjs/common';
import type { AssemblyState } from '@touchstone/interviewing/kits';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { AssemblyRepository } from '../persistence/assembly.repository';
import type { AssemblyValue, VarietyWish } from '../persistence/assembly-value';

export type { AssemblyValue, VarietyWish };

/** Assemblies, newest first, and one of them. */
@Injectable()
export class ListAssemblies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assemblies: AssemblyRepository,
  ) {}

  page(actor: Actor, status: AssemblyState | null, request: PageRequest): Promise<Page<AssemblyValue>> {
    return this.unitOfWork.read(actor, (tx) => this.assemblies.page(tx, actor.organizationId, status, request));
  }

  one(actor: Actor, id: string | null): Promise<AssemblyValue | null> {
    return this.unitOfWork.read(actor, async (tx) => (id === null ? null : this.assemblies.byId(tx, actor.organizationId, id)));
  }
}
