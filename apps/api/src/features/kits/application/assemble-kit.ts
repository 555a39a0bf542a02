import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { AssembleKitError } from '../errors';
import type { VarietyWish } from '../persistence/assembly-value';
import type { KitValue } from '../persistence/kit-value';
import { KitMaker } from './kit-maker';

export interface AssembleKitInput {
  readonly blueprintId: string | null;
  readonly name: string;
  readonly timeLimitSeconds: number;
  readonly variety: VarietyWish | null;
  readonly idempotencyKey: string;
}

const path = ['input', 'blueprintId'];

/** Makes the best kit that a blueprint allows, as a draft with its proof. */
@Injectable()
export class AssembleKit {
  constructor(private readonly maker: KitMaker) {}

  async execute(actor: Actor, { idempotencyKey, ...input }: AssembleKitInput): Promise<Result<{ kit: KitValue }, AssembleKitError>> {
    const { blueprintId, name, timeLimitSeconds, variety } = input;
    if (blueprintId === null) return err(notFound('blueprint', path));
    const order = { members: [{ blueprintId, kits: 1 }], maxOverlap: 0, likeness: {} };
    const once = { operation: 'kit.assemble', key: idempotencyKey, input };
    const made = await this.maker.make(actor, once, { name, order, timeLimitSeconds, variety }, path);
    // There is one blueprint here, and its place in the input is another.
    if (!made.ok) return err(made.error.path[1] === 'members' ? { ...made.error, path } : made.error);
    const [kit] = made.value.kits;
    return kit === undefined ? err(notFound('kit', ['input', 'idempotencyKey'])) : ok({ kit });
  }
}
