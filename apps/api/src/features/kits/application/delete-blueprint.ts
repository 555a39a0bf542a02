import { Injectable } from '@nestjs/common';
import { conflict, err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { DeleteBlueprintError } from '../errors';
import { BlueprintRepository } from '../persistence/blueprint.repository';

export interface DeleteBlueprintInput {
  readonly blueprintId: string | null;
  readonly expectedRevision: number;
}

/** Throws away a blueprint from which no kit was made. */
@Injectable()
export class DeleteBlueprint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
  ) {}

  execute(
    actor: Actor,
    { blueprintId, expectedRevision }: DeleteBlueprintInput,
  ): Promise<Result<{ blueprintId: string }, DeleteBlueprintError>> {
    const { organizationId } = actor;
    return this.unitOfWork.write(actor, async (tx) => {
      const blueprint = blueprintId === null ? null : await this.blueprints.lock(tx, organizationId, blueprintId);
      if (blueprint === null) return err(notFound('blueprint', ['input', 'blueprintId']));
      if (blueprint.revision !== expectedRevision) return err(revisionConflict(blueprint.revision, 'blueprint'));
      const kits = await this.blueprints.kitsOf(tx, organizationId, blueprint.id);
      if (kits > 0)
        return err(
          conflict(`Kits were assembled from this blueprint (${kits}). It stays as the record of what was wished.`, [
            'input',
            'blueprintId',
          ]),
        );
      await this.blueprints.remove(tx, blueprint);
      tx.audit({ action: 'blueprint.delete', subjectType: 'Blueprint', subjectId: blueprint.id, detail: { name: blueprint.name } });
      return ok({ blueprintId: blueprint.id });
    });
  }
}
