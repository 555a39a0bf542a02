import { Injectable } from '@nestjs/common';
import { conflict, err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { StartAssemblyError } from '../errors';
import { AssemblyRepository } from '../persistence/assembly.repository';
import type { VarietyWish } from '../persistence/assembly-value';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { announceAssembly } from './assembly-announcement';
import { noBlueprint } from './kit-keeper';
import { checkKitsOrder, type KitsOrderInput } from './kits-order-check';

export interface StartAssemblyInput extends KitsOrderInput {
  readonly name: string;
  readonly timeLimitSeconds: number;
  readonly gap: number;
  readonly variety: VarietyWish | null;
  readonly idempotencyKey: string;
}

/** Assemblies of one organization that wait or are under way, so that its questions leave room for those of others. */
export const MOST_OPEN = 5;

/** Puts an assembly into the line. The jobs door works on it; one of an organization at a time. */
@Injectable()
export class StartAssembly {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly assemblies: AssemblyRepository,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey, ...input }: StartAssemblyInput,
  ): Promise<Result<{ assemblyId: string }, StartAssemblyError>> {
    const { organizationId, memberId } = actor;
    const checked = checkKitsOrder(input, 1);
    if (!checked.ok) return checked;
    const order = checked.value;
    return this.unitOfWork.write(
      actor,
      async (tx): Promise<Result<{ assemblyId: string }, StartAssemblyError>> => {
        for (const [index, { blueprintId }] of order.members.entries()) {
          if ((await this.blueprints.byId(tx, organizationId, blueprintId)) === null) return err(noBlueprint(index));
        }
        await this.assemblies.lockLine(tx, organizationId);
        if ((await this.assemblies.count(tx, organizationId, ['QUEUED', 'RUNNING'])) >= MOST_OPEN) {
          return err(
            conflict(`${MOST_OPEN} assemblies of your organization wait or are under way. Let one end, or cancel one.`, ['input']),
          );
        }
        const { name, timeLimitSeconds, gap, variety } = input;
        const id = newId();
        const request = { ...order, timeLimitSeconds, gap, variety };
        await this.assemblies.add(tx, { organizationId, id, name, requestedBy: memberId, request });
        announceAssembly(tx, { organizationId, assemblyId: id, status: 'QUEUED' });
        tx.audit({
          action: 'assembly.start',
          subjectType: 'Assembly',
          subjectId: id,
          detail: { kits: order.members.reduce((sum, { kits }) => sum + kits, 0), timeLimitSeconds },
        });
        return ok({ assemblyId: id });
      },
      { once: { operation: 'assembly.start', key: idempotencyKey, input } },
    );
  }
}
