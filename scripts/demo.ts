// Plays the main job over HTTP and tells it: `npm run demo`. Uses the server at BASE_URL, or starts one for the while.
import 'reflect-metadata';
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { readConfiguration } from '@touchstone/platform/configuration';
import { playDemo } from '../apps/cli/src/demo/play-demo';
import { GraphqlClient } from '../apps/cli/src/graphql-client';

const dist = join(__dirname, '..');

async function main(): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new Error(read.error.join('\n'));
  const { baseUrl } = read.value;
  const server = (await answers(baseUrl)) ? { url: baseUrl, stop: () => Promise.resolve() } : await startServer();
  try {
    const printed = execFileSync(process.execPath, [join(dist, 'scripts/demo-tokens.js')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const people = JSON.parse(printed) as Record<string, { token: string }>;
    const cast = Object.fromEntries(Object.entries(people).map(([name, { token }]) => [name, new GraphqlClient(server.url, token)]));
    await playDemo(cast, new Date(), { chapter: (title) => console.log(`\n${title}\n`), line: (text) => console.log(`   ${text}`) });
    console.log(`\nThat was the main job, played over ${server.url}/graphql.\n`);
  } finally {
    await server.stop();
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Our own server on a free port, stopped when the story is told. */
async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(dist, 'apps/api/src/main.js')], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const ready = /ready at (\S+)/.exec(said)?.[1];
      if (ready !== undefined && /\n/.test(said.slice(said.indexOf(ready)))) resolve(ready);
    });
    child.once('exit', () => reject(new Error('the server did not start')));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
