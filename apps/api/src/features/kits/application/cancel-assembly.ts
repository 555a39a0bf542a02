import { Injectable } from '@nestjs/common';
import { transitionAssembly } from '@touchstone/interviewing/kits';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { CancelAssemblyError } from '../errors';
import { AssemblyRepository } from '../persistence/assembly.repository';
import { announceAssembly } from './assembly-announcement';

/** Calls an assembly off: it is cancelled from this moment on, and whichever process works on it stops its solver. */
@Injectable()
export class CancelAssembly {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assemblies: AssemblyRepository,
  ) {}

  execute(actor: Actor, assemblyId: string | null): Promise<Result<{ assemblyId: string }, CancelAssemblyError>> {
    const { organizationId } = actor;
    const path = ['input', 'assemblyId'];
    return this.unitOfWork.write(actor, async (tx): Promise<Result<{ assemblyId: string }, CancelAssemblyError>> => {
      const assembly = assemblyId === null ? null : await this.assemblies.lock(tx, organizationId, assemblyId);
      if (assembly === null) return err(notFound('assembly', path));
      const { id, status } = assembly;
      const step = transitionAssembly(status, 'CANCEL');
      if (!step.ok) return err({ ...step.error, path });
      await this.assemblies.step(tx, organizationId, id, { from: status, to: step.value });
      announceAssembly(tx, { organizationId, assemblyId: id, status: step.value });
      tx.audit({ action: 'assembly.cancel', subjectType: 'Assembly', subjectId: id, detail: { from: status } });
      return ok({ assemblyId: id });
    });
  }
}
