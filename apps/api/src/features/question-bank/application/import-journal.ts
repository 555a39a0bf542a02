import { Injectable } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { ThreadStopped } from '@touchstone/threads';
import type { ImportState, ImportStep, QuestionImportRecord } from '../persistence/question-import.record';
import { type ImportChange, QuestionImportRepository } from '../persistence/question-import.repository';

/** Somebody has taken the import back, or it is in other hands. */
export class ImportTakenBack extends Error {}

export type HeldImport = Pick<QuestionImportRecord, 'organizationId' | 'id' | 'state'>;

/** How far an import is, told while it is worked on: beside the change itself, in transactions of its own. */
@Injectable()
export class ImportJournal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: QuestionImportRepository,
  ) {}

  /** Writes down how far it is, with whatever belongs to it. Throws `ImportTakenBack` where somebody has taken it back. */
  async advance(
    held: HeldImport,
    progress: { readonly step: ImportStep; readonly done: number; readonly total: number | null },
    also: (tx: Transaction) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const stands = await this.write(held, async (tx) => {
      const advanced = await this.imports.advance(tx, held, progress);
      if (advanced) await also(tx);
      return advanced;
    });
    if (!stands) throw new ImportTakenBack();
  }

  /** Ends the work in another state. Does nothing where somebody has taken the import back. */
  async end(held: HeldImport, to: ImportState, change: (now: Date) => ImportChange): Promise<void> {
    await this.write(held, (tx) => this.imports.move(tx, held, { state: held.state }, to, { ...change(tx.now), step: 'DONE' }));
  }

  /** Runs `work` with a signal that aborts as soon as somebody has taken the import back, or `stop` does. */
  async watched<Value>(held: HeldImport, stop: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const takenBack = new AbortController();
    const watch = setInterval(() => {
      this.stateOf(held).then(
        (state) => void (state !== held.state && takenBack.abort()),
        () => undefined,
      );
    }, WATCH_MS);
    try {
      return await work(stop === undefined ? takenBack.signal : AbortSignal.any([stop, takenBack.signal]));
    } catch (error) {
      if (error instanceof ThreadStopped && takenBack.signal.aborted && stop?.aborted !== true) throw new ImportTakenBack();
      throw error;
    } finally {
      clearInterval(watch);
    }
  }

  private async write({ organizationId }: HeldImport, work: (tx: Transaction) => Promise<boolean>): Promise<boolean> {
    const kept = await this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => ok(await work(tx)));
    return kept.ok && kept.value;
  }

  private stateOf({ organizationId, id }: HeldImport): Promise<ImportState | null> {
    return this.unitOfWork.readIn(wholeOrganization(organizationId), (tx) => this.imports.stateOf(tx, organizationId, id));
  }
}

const WATCH_MS = 1_000;
