import type { ScaleGuides } from '../scripts/scale/scale-kits';
import { tokenOf } from '../scripts/scale/scale-people';
import { seedScale } from '../scripts/scale/seed-scale-organization';
import { openOwnDatabase, type OwnDatabase } from './own-database';

/** A database of its own with the large organization in it. */
export interface ScaleDatabase extends OwnDatabase {
  readonly organizationId: string;
  /** A session token for one person of every role. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The same for the interviewers, by member id. */
  readonly interviewers: ReadonlyMap<string, string>;
  readonly guides: ScaleGuides;
}

/** Cards that one round uses, both servers together: to submit, and to rate on. */
export const CARDS_PER_ROUND = { submit: 240, rate: 60 } as const;
const CARDS_PER_LOOP = 6;

export async function openScaleDatabase(
  dataDir: string,
  {
    questions,
    loops,
    rounds,
    say,
  }: { readonly questions: number; readonly loops: number; readonly rounds: number; readonly say: (line: string) => void },
): Promise<ScaleDatabase> {
  const own = await openOwnDatabase(dataDir);
  try {
    const app = await own.boot();
    try {
      // One round more, to warm up.
      const unratedLoops = Math.ceil(((rounds + 1) * (CARDS_PER_ROUND.submit + CARDS_PER_ROUND.rate)) / CARDS_PER_LOOP);
      const seeded = await seedScale(app, { slug: 'scale', seed: 1, questions, finishedLoops: loops, unratedLoops, say });
      const interviewers = new Map<string, string>();
      for (const person of seeded.people.interviewers) interviewers.set(person.actor.memberId, await tokenOf(app, person));
      return {
        ...own,
        organizationId: seeded.people.administrator.actor.organizationId,
        tokens: seeded.tokens,
        interviewers,
        guides: seeded.guides,
      };
    } finally {
      await app.close();
    }
  } catch (error) {
    await own.stop();
    throw error;
  }
}
