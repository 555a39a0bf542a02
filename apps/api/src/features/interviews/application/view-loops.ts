import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { type LoopFilter, LoopRepository, type LoopValue } from '../persistence/loop.repository';
import { LoopReader } from './loop-reader';
import { LoopRights } from './loop-rights';

export type { LoopValue };

/** What to narrow the list to: undefined does not narrow; null is an id of nothing here, which finds nothing. */
export interface LoopWish {
  readonly openingId: string | null | undefined;
  readonly candidateId: string | null | undefined;
  readonly state: LoopFilter['state'];
}

/** Loops as far as the actor may read them. */
@Injectable()
export class ViewLoops {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: LoopRepository,
    private readonly rights: LoopRights,
    private readonly reader: LoopReader,
  ) {}

  async page(actor: Actor, { openingId, candidateId, state }: LoopWish, request: PageRequest): Promise<Page<LoopValue>> {
    if (openingId === null || candidateId === null) return pageOf([], request.first, () => []);
    const filter = { openingId: openingId ?? null, candidateId: candidateId ?? null, state };
    return this.unitOfWork.read(actor, (tx) => this.loops.page(tx, actor.organizationId, this.rights.visibility(actor), filter, request));
  }

  one(actor: Actor, id: string | null): Promise<LoopValue | null> {
    return this.reader.one(actor, id);
  }

  /** One that the actor has just made or changed. */
  async changed(actor: Actor, id: string): Promise<LoopValue> {
    const found = await this.one(actor, id);
    if (found === null) throw new Error('what was changed cannot be read by whoever changed it');
    return found;
  }
}
