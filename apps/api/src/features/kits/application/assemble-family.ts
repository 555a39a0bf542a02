import { Injectable } from '@nestjs/common';
import type { Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { AssembleKitsError } from '../errors';
import type { VarietyWish } from '../persistence/assembly-value';
import type { KitValue } from '../persistence/kit-value';
import { KitMaker } from './kit-maker';
import { checkKitsOrder, type KitsOrderInput } from './kits-order-check';

export interface AssembleFamilyInput extends KitsOrderInput {
  readonly name: string;
  readonly timeLimitSeconds: number;
  readonly variety: VarietyWish | null;
  readonly idempotencyKey: string;
}

/** Makes parallel kits together, all or none, as drafts with one proof over all of them. */
@Injectable()
export class AssembleFamily {
  constructor(private readonly maker: KitMaker) {}

  async execute(
    actor: Actor,
    { idempotencyKey, ...input }: AssembleFamilyInput,
  ): Promise<Result<{ kits: readonly KitValue[]; familyId: string }, AssembleKitsError>> {
    const order = checkKitsOrder(input, 2);
    if (!order.ok) return order;
    const { name, timeLimitSeconds, variety } = input;
    const once = { operation: 'kitFamily.assemble', key: idempotencyKey, input };
    return this.maker.make(actor, once, { name, order: order.value, timeLimitSeconds, variety }, ['input', 'members']);
  }
}
