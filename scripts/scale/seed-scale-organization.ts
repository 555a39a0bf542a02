import type { INestApplicationContext } from '@nestjs/common';
import { ownerDataSource } from '@touchstone/platform/database/migrate';
import { DIRECT_URL } from '@touchstone/platform/database/direct-url';
import { fillBank } from './scale-bank';
import { makeGuides, type ScaleGuides } from './scale-kits';
import { runLoops } from './scale-loops';
import { foundScale, type ScalePeople, tokensOf } from './scale-people';

export interface ScaleWishes {
  readonly slug: string;
  readonly seed: number;
  readonly questions: number;
  readonly finishedLoops: number;
  readonly unratedLoops: number;
  readonly say: (line: string) => void;
}

export interface ScaleOrganization {
  readonly people: ScalePeople;
  readonly guides: ScaleGuides;
  /** A session token for one person of every role. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** A large organization, the same for the same seed but for ids and instants. */
export async function seedScale(
  app: INestApplicationContext,
  { slug, seed, questions, finishedLoops, unratedLoops, say }: ScaleWishes,
): Promise<ScaleOrganization> {
  const began = performance.now();
  const told = (what: string): void => say(`${((performance.now() - began) / 1000).toFixed(1)} s  ${what}`);
  const people = await foundScale(app, slug);
  told(`organization "${slug}" with its members`);
  const bank = await fillBank(app, people.author, questions, seed);
  told(`${bank.length} approved questions`);
  const guides = await makeGuides(app, people.coordinator, bank, seed + 1);
  told(`${guides.kits.length} published kits`);
  await runLoops(app, people, guides, { finished: finishedLoops, unrated: unratedLoops }, seed + 2);
  told(`${finishedLoops} finished loops, ${unratedLoops} to be rated`);
  // What the planner goes by after so many rows. Requests are served by a login that owns nothing, so the owner has to do it.
  await analyze(app.get<string>(DIRECT_URL));
  told('statistics for the planner');
  return { people, guides, tokens: await tokensOf(app, people) };
}

async function analyze(directUrl: string): Promise<void> {
  const owner = await ownerDataSource(directUrl).initialize();
  try {
    await owner.query('ANALYZE');
  } finally {
    await owner.destroy();
  }
}
