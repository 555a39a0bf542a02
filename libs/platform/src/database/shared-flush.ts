/**
 * Makes commits durable together. A commit that waits for the disk holds its locks while it waits, and every change of an organization needs the
 * lock of its audit chain, every announcement one lock of the whole database: one change at a time, each with a flush of its own.
 * So changes commit without waiting, and then wait here, holding nothing, for one flush that carries all of them.
 *
 * A flush that is under way may have begun before a commit, so whoever comes meanwhile waits for the next one.
 */
export class SharedFlush {
  private current: Promise<void> | null = null;
  private next: Promise<void> | null = null;

  /** `flush` puts on disk all that was committed before it began. */
  constructor(private readonly flush: () => Promise<unknown>) {}

  /** Resolves once everything that was committed before this call is on disk. */
  wait(): Promise<void> {
    if (this.next !== null) return this.next;
    if (this.current === null) return this.run();
    this.next = this.current
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        return this.run();
      });
    return this.next;
  }

  private run(): Promise<void> {
    // Many wait for one connection: where it breaks, another one may still do.
    const running = this.flush()
      .catch(() => this.flush())
      .then(() => undefined);
    this.current = running;
    const ended = (): void => {
      if (this.current === running) this.current = null;
    };
    running.then(ended, ended);
    return running;
  }
}
