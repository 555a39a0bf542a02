import { Client } from 'pg';
import { table } from './figures';
import { once, postBytes } from './load';
import type { ScaleDatabase } from './scale-database';
import { type Screen, screensOf } from './screens';

const FEW = 5;
const MANY = 50;

/** How many statements each list and screen sends, for a few rows and for many: the same, or somebody asks once a row. */
export async function countStatements(database: ScaleDatabase): Promise<string> {
  const counter = countingClient();
  const app = await database.boot();
  try {
    await app.listen(0, '127.0.0.1');
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const [few, many] = [await counts(database, url, FEW, counter), await counts(database, url, MANY, counter)];
    const rows = few.map(([name, statements], place) => {
      const more = many[place]?.[1] ?? Number.NaN;
      return [name, statements, more, statements === more ? '' : 'grows'];
    });
    return `### Statements of one operation, BEGIN and ROLLBACK among them\n\n${table([['screen', `first ${FEW}`, `first ${MANY}`, ''], ...rows])}`;
  } finally {
    counter.stop();
    await app.close();
  }
}

async function counts(
  database: ScaleDatabase,
  url: string,
  first: number,
  counter: { readonly sent: number },
): Promise<readonly (readonly [string, number])[]> {
  const counted: (readonly [string, number])[] = [];
  for (const screen of await screensOf(database, first)) {
    const request = postBytes(
      `${url}/graphql`,
      { query: screen.document, variables: screen.variables ?? {} },
      database.tokens[screen.as] ?? null,
    );
    // The first answers find caches cold: who asks, and documents that were not read yet.
    await ask(url, request, screen);
    await ask(url, request, screen);
    const before = counter.sent;
    await ask(url, request, screen);
    counted.push([screen.name, counter.sent - before]);
  }
  return counted;
}

/** The read transaction ends beside the answer, so there is a moment to wait before counting. */
async function ask(url: string, request: Buffer, { name }: Screen): Promise<void> {
  const { status, body } = await once(url, request);
  if (status !== 200 || body.includes('"errors"')) throw new Error(`${name}: ${status} ${body.toString('utf8').slice(0, 300)}`);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Counts what this process sends to PostgreSQL, whoever sends it. */
function countingClient(): { readonly sent: number; stop(): void } {
  const { query } = Client.prototype;
  let sent = 0;
  Client.prototype.query = function counted(this: Client, ...given: unknown[]) {
    sent += 1;
    return Reflect.apply(query, this, given) as never;
  } as never;
  return {
    get sent() {
      return sent;
    },
    stop: () => {
      Client.prototype.query = query;
    },
  };
}
