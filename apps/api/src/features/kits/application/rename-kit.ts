import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { DraftError } from '../errors';
import { KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';
import { Drafts } from './drafts';

export interface RenameKitInput {
  readonly kitId: string | null;
  readonly name: string;
  readonly expectedRevision: number;
}

/** Gives a draft another name. */
@Injectable()
export class RenameKit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly kits: KitRepository,
  ) {}

  execute(actor: Actor, input: RenameKitInput): Promise<Result<{ kit: KitValue }, DraftError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const opened = await this.drafts.open(tx, actor.organizationId, input);
      if (!opened.ok) return opened;
      const revision = await this.kits.change(tx, opened.value, { name: input.name });
      tx.audit({ action: 'kit.rename', subjectType: 'Kit', subjectId: opened.value.id, detail: { revision } });
      return ok({ kit: { ...opened.value, name: input.name, revision } });
    });
  }
}
