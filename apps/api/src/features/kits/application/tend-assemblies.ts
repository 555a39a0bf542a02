import { Injectable } from '@nestjs/common';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { AssemblyRepository } from '../persistence/assembly.repository';
import type { AssemblyFailure } from '../persistence/assembly-value';
import { LOST_AFTER_MS } from './assembly-heart';
import { AssemblyLog } from './assembly-log';

/** Looks after the assemblies of one organization: those whose process died end with a reason, and those that wait are told, the oldest first. */
@Injectable()
export class TendAssemblies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assemblies: AssemblyRepository,
    private readonly log: AssemblyLog,
  ) {}

  async execute(organizationId: string): Promise<readonly string[]> {
    const { lost, queued } = await this.unitOfWork.readIn(wholeOrganization(organizationId), async (tx) => ({
      lost: await this.assemblies.lost(tx, organizationId, new Date(tx.now.getTime() - LOST_AFTER_MS)),
      queued: await this.assemblies.queued(tx, organizationId),
    }));
    for (const id of lost) await this.log.fail(organizationId, id, interrupted);
    return queued;
  }
}

const interrupted: AssemblyFailure = {
  code: 'INTERRUPTED',
  message: 'The process that worked on it ended before it was done, and nothing of it was kept. Start the assembly again.',
  conflicts: [],
  relaxations: [],
};
