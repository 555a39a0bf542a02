import { Injectable } from '@nestjs/common';
import { conflict, err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { RoleProfiles } from '../../competencies';
import type { CreateBlueprintError } from '../errors';
import type { BlueprintRecord } from '../persistence/blueprint.record';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { WishesCheck, type WishesInput } from './wishes-check';

export interface CreateBlueprintInput {
  readonly name: string;
  readonly roleProfileId: string | null;
  readonly wishes: WishesInput;
  readonly idempotencyKey: string;
}

/** Writes down what is wished of kits for one role. */
@Injectable()
export class CreateBlueprint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly profiles: RoleProfiles,
    private readonly wishes: WishesCheck,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey, ...input }: CreateBlueprintInput,
  ): Promise<Result<{ blueprint: BlueprintRecord }, CreateBlueprintError>> {
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const { name, roleProfileId } = input;
        const profile = roleProfileId === null ? null : await this.profiles.byId(tx, organizationId, roleProfileId);
        if (profile === null) return err(notFound('role profile', ['input', 'roleProfileId']));
        const wishes = await this.wishes.check(tx, organizationId, input.wishes, ['input', 'wishes']);
        if (!wishes.ok) return wishes;
        const blueprint: BlueprintRecord = {
          organizationId,
          id: newId(),
          name,
          roleProfileId: profile.id,
          wishes: wishes.value,
          revision: 1,
          createdBy: memberId,
          createdAt: tx.now,
        };
        if (!(await this.blueprints.add(tx, blueprint)))
          return err(conflict('There is a blueprint of this name. Choose another name.', ['input', 'name']));
        tx.audit({ action: 'blueprint.create', subjectType: 'Blueprint', subjectId: blueprint.id, detail: { roleProfile: profile.slug } });
        return ok({ blueprint });
      },
      { once: { operation: 'blueprint.create', key: idempotencyKey, input } },
    );
  }
}
