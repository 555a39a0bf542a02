interface Waiting {
  readonly owner: string;
  readonly start: () => void;
}

export interface FairLineOptions {
  /** Turns at once. */
  readonly atOnce: number;
  /** Who comes when so many are waiting is sent away; so is an owner of whom so many wait. */
  readonly mostWaiting: number;
  readonly mostOfOne: number;
}

/**
 * A line in which no owner holds up the others: turns go round the owners that wait, and to each in the order in which it came. Plain memory of one process.
 */
export class FairLine {
  private readonly waiting: Waiting[] = [];
  private readonly recent: string[] = [];
  private busy = 0;

  constructor(private readonly options: FairLineOptions) {}

  /** What the work gives; `FULL` where too many wait already, `LEFT` where the signal aborted before it was its turn. */
  async turn<T>(owner: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T | 'FULL' | 'LEFT'> {
    if (this.isFullFor(owner)) return 'FULL';
    if (!(await this.begin(owner, signal))) return 'LEFT';
    try {
      return await work();
    } finally {
      this.end();
    }
  }

  private isFullFor(owner: string): boolean {
    const { mostWaiting, mostOfOne, atOnce } = this.options;
    if (this.busy < atOnce) return false;
    return this.waiting.length >= mostWaiting || this.waiting.filter((one) => one.owner === owner).length >= mostOfOne;
  }

  private begin(owner: string, signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(false);
    if (this.busy < this.options.atOnce) {
      this.busy += 1;
      this.remember(owner);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(entry), 1);
        resolve(false);
      };
      const entry: Waiting = {
        owner,
        start: () => {
          signal?.removeEventListener('abort', leave);
          resolve(true);
        },
      };
      this.waiting.push(entry);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  /** Hands the turn to the owner that was served longest ago, who counts as busy in our place. */
  private end(): void {
    const servedAt = ({ owner }: Waiting): number => this.recent.lastIndexOf(owner);
    const next = this.waiting.reduce<Waiting | null>((best, one) => (best === null || servedAt(one) < servedAt(best) ? one : best), null);
    if (next === null) {
      this.busy -= 1;
      return;
    }
    this.waiting.splice(this.waiting.indexOf(next), 1);
    this.remember(next.owner);
    next.start();
  }

  private remember(owner: string): void {
    this.recent.push(owner);
    if (this.recent.length > REMEMBERED) this.recent.shift();
  }
}

/** Owners further back count as never served: more than can wait at once. */
const REMEMBERED = 200;
