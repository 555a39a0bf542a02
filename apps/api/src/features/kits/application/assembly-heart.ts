import { Injectable, Logger } from '@nestjs/common';
import { relativeGap } from '@touchstone/kit-assembly';
import { AnnouncementListener } from '@touchstone/platform/database';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import type { AssemblyProgress, AssemblyValue } from '../persistence/assembly-value';
import { readAssemblyAnnouncement } from './assembly-announcement';
import { AssemblyLog } from './assembly-log';

/** How often progress is written down. */
export const BEAT_MS = 2_000;
/** An assembly of which nothing was heard for so long has lost its process. */
export const LOST_AFTER_MS = 60_000;

export interface HeartBeats {
  /** Aborts as soon as the assembly is not to be worked on any more: it was cancelled, or given up for lost. */
  readonly called: AbortSignal;
  /** What the solver says. */
  readonly onProgress: (objective: number | null, bound: number) => void;
  /** Writes down the last word, and ends. */
  stop(): Promise<void>;
}

/** Keeps the row of an assembly true while it is worked on, and hears when somebody calls it off. */
@Injectable()
export class AssemblyHeart {
  private readonly logger = new Logger(AssemblyHeart.name);

  constructor(
    private readonly log: AssemblyLog,
    private readonly announcements: AnnouncementListener,
    private readonly clock: SystemClock,
  ) {}

  beat({ organizationId, id }: AssemblyValue): HeartBeats {
    const off = new AbortController();
    const began = this.clock.now().getTime();
    let known: Pick<AssemblyProgress, 'objective' | 'bound' | 'gap'> = { objective: null, bound: null, gap: null };
    let writing: Promise<void> = Promise.resolve();
    const write = async (): Promise<void> => {
      const seconds = (this.clock.now().getTime() - began) / 1000;
      try {
        if (!(await this.log.report(organizationId, id, { ...known, seconds }))) off.abort();
      } catch (error) {
        // The database may be back by the next beat; if not, the assembly is given up for lost by others.
        this.logger.warn(`The progress of an assembly could not be written down: ${String(error)}`);
      }
    };
    const timer = setInterval(() => (writing = writing.then(write)), BEAT_MS);
    const deaf = this.announcements.hear((announcement) => {
      const fact = readAssemblyAnnouncement(announcement);
      if (fact?.assemblyId === id && fact.status !== 'RUNNING' && fact.status !== 'QUEUED') off.abort();
    });
    return {
      called: off.signal,
      onProgress: (objective, bound) => {
        const limit = Number.isFinite(bound) ? bound : null;
        known = { objective, bound: limit, gap: objective === null || limit === null ? null : relativeGap(objective, limit) };
      },
      stop: async () => {
        clearInterval(timer);
        deaf();
        await writing;
        if (!off.signal.aborted) await write();
      },
    };
  }
}
