import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { ConflictReader, type ConflictValue } from './conflict-reader';

export type { ConflictValue };

/** Conflicts of interest by their ids. */
@Injectable()
export class ViewConflicts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ConflictReader,
  ) {}

  one(actor: Actor, id: string | null): Promise<ConflictValue | null> {
    return this.unitOfWork.read(actor, (tx) => this.reader.one(tx, actor, id));
  }

  /** One that the actor has just made or changed. */
  async changed(actor: Actor, id: string): Promise<ConflictValue> {
    const found = await this.one(actor, id);
    if (found === null) throw new Error('what was changed cannot be read by whoever changed it');
    return found;
  }
}
