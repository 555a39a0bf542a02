import { Injectable } from '@nestjs/common';
import { assemblyTransitions, type AssemblyAction } from '@touchstone/interviewing/kits';
import { err, ok, type Result } from '@touchstone/kernel';
import { type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { AssemblyRepository } from '../persistence/assembly.repository';
import type { AssemblyFailure, AssemblyProgress, AssemblyValue } from '../persistence/assembly-value';
import { announceAssembly } from './assembly-announcement';

/** Where whoever works on an assembly writes down how it goes. Each entry is a transaction of its own, so that it survives the process that made it. */
@Injectable()
export class AssemblyLog {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assemblies: AssemblyRepository,
  ) {}

  /** Takes an assembly from the line; null where it does not wait, or its organization has one under way already. */
  async begin(organizationId: string, id: string): Promise<AssemblyValue | null> {
    const begun = await this.write(organizationId, async (tx) => {
      await this.assemblies.lockLine(tx, organizationId);
      if ((await this.assemblies.count(tx, organizationId, ['RUNNING'])) > 0) return err(null);
      if (!(await this.step(tx, organizationId, id, 'BEGIN'))) return err(null);
      return ok(await this.assemblies.byId(tx, organizationId, id));
    });
    return begun.ok ? begun.value : null;
  }

  /** False where it is not under way any more, so that nobody should work on it. */
  async report(organizationId: string, id: string, progress: AssemblyProgress): Promise<boolean> {
    const said = await this.write(organizationId, async (tx) => {
      if (!(await this.assemblies.report(tx, organizationId, id, progress))) return err(null);
      announceAssembly(tx, { organizationId, assemblyId: id, status: 'RUNNING' });
      return ok(null);
    });
    return said.ok;
  }

  /** Ends it with what `keep` keeps, all in one transaction; null where it is not under way any more, and then nothing is kept. */
  async finish<E>(
    organizationId: string,
    id: string,
    keep: (tx: Transaction) => Promise<Result<{ familyId: string }, E>>,
  ): Promise<Result<null, E | null>> {
    return this.write(organizationId, async (tx): Promise<Result<null, E | null>> => {
      const kept = await keep(tx);
      if (!kept.ok) return kept;
      return (await this.step(tx, organizationId, id, 'FINISH', kept.value)) ? ok(null) : err(null);
    });
  }

  /** Ends it without kits. What is not under way stays as it is. */
  async fail(organizationId: string, id: string, failure: AssemblyFailure): Promise<void> {
    await this.write(organizationId, async (tx) => {
      if (!(await this.step(tx, organizationId, id, 'FAIL', { failure }))) return err(null);
      tx.audit({ action: 'assembly.fail', subjectType: 'Assembly', subjectId: id, detail: { code: failure.code } });
      return ok(null);
    });
  }

  /** Puts it back into the line, to be begun anew by whoever comes. */
  async giveBack(organizationId: string, id: string): Promise<void> {
    await this.write(organizationId, async (tx) => ((await this.step(tx, organizationId, id, 'GIVE_BACK')) ? ok(null) : err(null)));
  }

  /** From the state in which whoever works on it left it. */
  private async step(
    tx: Transaction,
    organizationId: string,
    id: string,
    action: AssemblyAction,
    result: { readonly familyId?: string; readonly failure?: AssemblyFailure } = {},
  ): Promise<boolean> {
    const { to } = assemblyTransitions[action];
    const taken = await this.assemblies.step(tx, organizationId, id, { from: action === 'BEGIN' ? 'QUEUED' : 'RUNNING', to, ...result });
    if (taken) announceAssembly(tx, { organizationId, assemblyId: id, status: to });
    return taken;
  }

  private write<T, E>(organizationId: string, work: (tx: Transaction) => Promise<Result<T, E>>): Promise<Result<T, E>> {
    return this.unitOfWork.writeIn(wholeOrganization(organizationId), work);
  }
}
