import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

/** What a room does about its words when a candidate is erased; the loops are all of hers. */
export interface WordsEraser {
  /** Holds the rows that others write to before they hold the loop, until the end of the transaction. */
  hold(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<void>;
  /** Takes the words out, once the loops are held, too. */
  takeOut(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<void>;
}

/** What is written about candidates in later rooms. Each of them takes out its own words when one is erased. */
@Injectable()
export class WrittenOnLoops {
  private readonly erasers: WordsEraser[] = [];

  /** For a room that keeps words about candidates, when it starts. */
  addEraser(eraser: WordsEraser): void {
    this.erasers.push(eraser);
  }

  async hold(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<void> {
    for (const eraser of this.erasers) await eraser.hold(tx, organizationId, loopIds);
  }

  async takeOut(tx: Transaction, organizationId: string, loopIds: readonly string[]): Promise<void> {
    for (const eraser of this.erasers) await eraser.takeOut(tx, organizationId, loopIds);
  }
}
