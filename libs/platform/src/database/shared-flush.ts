/** One caller's part in making commits durable. */
export interface FlushTurn {
  /** The flush runs through this caller's connection: it must stay open until `done`. */
  readonly leads: boolean;
  /** Everything that was committed before `join` is on disk. */
  readonly done: Promise<void>;
}

/**
 * Makes commits durable together. A commit that waits for the disk holds its locks while it waits, and every change of an organization needs the
 * lock of its audit chain, every announcement one lock of the whole database: one change at a time, each with a flush of its own.
 * So changes commit without waiting, and then wait here, holding nothing, for one flush that carries all of them.
 *
 * A flush that is under way may have begun before a commit, so whoever comes meanwhile waits for the next one; the first of them leads it.
 */
export class SharedFlush {
  private current: Promise<void> | null = null;
  private next: Promise<void> | null = null;

  join(flush: () => Promise<unknown>): FlushTurn {
    if (this.next !== null) return { leads: false, done: this.next };
    if (this.current === null) return { leads: true, done: this.run(flush) };
    this.next = this.current
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        return this.run(flush);
      });
    return { leads: true, done: this.next };
  }

  private run(flush: () => Promise<unknown>): Promise<void> {
    const running = flush().then(() => undefined);
    this.current = running;
    const ended = (): void => {
      if (this.current === running) this.current = null;
    };
    running.then(ended, ended);
    return running;
  }
}
