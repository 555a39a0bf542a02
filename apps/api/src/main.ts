import 'reflect-metadata';
import { createServer, openDoors } from './create-server';
import { seedDemo } from './demo/seed-demo';
import { OfferSetup } from './features/identity';
import { EnsureAdministrator } from './features/organizations';
import { runDoor } from './run-door';
import { startWorker } from './start-worker';

/** The HTTP door; with `ROLE=all` it works on the jobs too. */
void runDoor(async (configuration, database, onStop) => {
  const app = await createServer({ configuration, ...database });
  onStop(() => app.close());
  const server = await openDoors(app, { configuration });
  onStop(() => server.closeSockets());
  if (configuration.role === 'all') {
    const worker = await startWorker(app, database.directUrl);
    onStop(() => worker.stop());
  }
  const url = configuration.port === 0 ? server.url : configuration.baseUrl;
  const administrator = await app.get(EnsureAdministrator).execute();
  if (!administrator.ok) throw new Error(`TOUCHSTONE_ADMIN_EMAIL and TOUCHSTONE_ADMIN_PASSWORD: ${administrator.error.message}`);
  const setupLink = await app.get(OfferSetup).execute(url);
  say(`\nTouchstone is ready at ${url}`);
  if (setupLink !== null) say(`Set up your own organization, once, at ${setupLink}`);
  if (configuration.seedDemo) await withDemo(() => seedDemo(app, server.url, database.directUrl));
});

/** The demo is a gift: where it cannot be made the server serves all the same. */
async function withDemo(seed: () => Promise<boolean>): Promise<void> {
  try {
    if (await seed()) say('The demo organizations are in: npm run --silent demo:tokens lets you in as any of their people.');
  } catch (error) {
    say(
      `The demo organizations could not be made; the next start tries again. (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
