import { Injectable } from '@nestjs/common';
import { conflict, err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { UpdateBlueprintError } from '../errors';
import type { BlueprintRecord } from '../persistence/blueprint.record';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { WishesCheck, type WishesInput } from './wishes-check';

export interface UpdateBlueprintInput {
  readonly blueprintId: string | null;
  /** Null keeps what is. */
  readonly name: string | null;
  readonly wishes: WishesInput | null;
  readonly expectedRevision: number;
}

/** Changes a blueprint. Kits that were assembled from it keep the wishes of their day. */
@Injectable()
export class UpdateBlueprint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly wishes: WishesCheck,
  ) {}

  execute(actor: Actor, input: UpdateBlueprintInput): Promise<Result<{ blueprint: BlueprintRecord }, UpdateBlueprintError>> {
    const { organizationId } = actor;
    return this.unitOfWork.write(actor, async (tx) => {
      const before = input.blueprintId === null ? null : await this.blueprints.lock(tx, organizationId, input.blueprintId);
      if (before === null) return err(notFound('blueprint', ['input', 'blueprintId']));
      if (before.revision !== input.expectedRevision) return err(revisionConflict(before.revision, 'blueprint'));
      const wishes =
        input.wishes === null ? ok(before.wishes) : await this.wishes.check(tx, organizationId, input.wishes, ['input', 'wishes']);
      if (!wishes.ok) return wishes;
      const change = { name: input.name ?? before.name, wishes: wishes.value };
      const changed = await this.blueprints.change(tx, before, change);
      if (changed === 'NAME_TAKEN') return err(conflict('There is a blueprint of this name. Choose another name.', ['input', 'name']));
      const blueprint = { ...before, ...change, revision: before.revision + 1 };
      tx.audit({ action: 'blueprint.update', subjectType: 'Blueprint', subjectId: blueprint.id, detail: { revision: blueprint.revision } });
      return ok({ blueprint });
    });
  }
}
