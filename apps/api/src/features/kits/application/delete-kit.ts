import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { DraftError } from '../errors';
import { KitRepository } from '../persistence/kit.repository';
import { Drafts } from './drafts';

export interface DeleteKitInput {
  readonly kitId: string | null;
  readonly expectedRevision: number;
}

/** Throws a draft away. A published kit stays for good. */
@Injectable()
export class DeleteKit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly kits: KitRepository,
  ) {}

  execute(actor: Actor, input: DeleteKitInput): Promise<Result<{ kitId: string }, DraftError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const opened = await this.drafts.open(tx, actor.organizationId, input);
      if (!opened.ok) return opened;
      await this.kits.remove(tx, opened.value);
      tx.audit({ action: 'kit.delete', subjectType: 'Kit', subjectId: opened.value.id, detail: { name: opened.value.name } });
      return ok({ kitId: opened.value.id });
    });
  }
}
