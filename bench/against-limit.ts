import { isDeepStrictEqual } from 'node:util';
import { median, percentile, table } from './figures';
import { load, once, type Round } from './load';
import { comparable } from './operations';
import { cpuMs } from './process-cost';
import type { Contest } from './contest';
import { contestsOver } from './contests';
import type { ScaleDatabase } from './scale-database';
import { type Served, startLimit, startProduct } from './servers';

const CLIENTS = 16;

interface Side {
  readonly perSecond: number[];
  readonly cpuPerRequest: number[];
  readonly latencies: number[];
}

/** Product and limit take turns on the same data; the answers are compared before anything is timed. */
export async function measureAgainstLimit(
  database: ScaleDatabase,
  flags: readonly string[],
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
  say: (line: string) => void,
): Promise<string> {
  const product = await startProduct(database.settings, flags);
  const limit = await startLimit(database.ownerUrl, database.organizationId, flags);
  try {
    const rows: (string | number)[][] = [];
    for (const contest of await contestsOver(database, product.url, limit.url)) {
      await compare(contest, product, limit);
      rows.push(await run(contest, { product, limit }, database.postmaster, { rounds, seconds }));
      say(rows.at(-1)?.join('  ') ?? '');
    }
    const heading = [
      'operation',
      'limit req/s',
      'product req/s',
      'ratio',
      'CPU ms limit',
      'CPU ms product',
      'p95 ms limit',
      'p95 ms product',
    ];
    return [
      `### Against the limit\n\nMedians of ${rounds} interleaved rounds, ${CLIENTS} clients; 1.00 is Fastify with prepared statements that return the bytes; CPU is Node and PostgreSQL together.`,
      table([heading, ...rows]),
    ].join('\n\n');
  } finally {
    await product.stop();
    await limit.stop();
  }
}

async function compare({ name, samples }: Contest, product: Served, limit: Served): Promise<void> {
  for (const [ofProduct, ofLimit] of samples()) {
    const [a, b] = [await once(product.url, ofProduct), await once(limit.url, ofLimit)];
    const [first, second] = [a, b].map(({ body }) => comparable(JSON.parse(body.toString('utf8'))));
    if (a.status !== 200 || b.status !== 200 || !isDeepStrictEqual(first, second)) {
      throw new Error(`${name}: the answers differ.\n${a.body.toString('utf8').slice(0, 1500)}\n${b.body.toString('utf8').slice(0, 1500)}`);
    }
  }
}

async function run(
  contest: Contest,
  servers: { readonly product: Served; readonly limit: Served },
  postmaster: number,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<(string | number)[]> {
  const sides: Record<'product' | 'limit', Side> = {
    product: { perSecond: [], cpuPerRequest: [], latencies: [] },
    limit: { perSecond: [], cpuPerRequest: [], latencies: [] },
  };
  // Round 0 warms both up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? (['limit', 'product'] as const) : (['product', 'limit'] as const)) {
      const { pid, url } = servers[name];
      const before = cpuMs(pid) + cpuMs(postmaster);
      const measured: Round = await load(
        url,
        contest.next[name],
        { clients: CLIENTS, seconds: round === 0 ? seconds * 2 : seconds, requests: contest.requestsPerRound },
        contest.refuses,
      );
      const spent = cpuMs(pid) + cpuMs(postmaster) - before;
      if (round === 0) continue;
      sides[name].perSecond.push(measured.requests / measured.seconds);
      sides[name].cpuPerRequest.push(spent / measured.requests);
      sides[name].latencies.push(...measured.latencies);
    }
  }
  const [limit, product] = [sides.limit, sides.product];
  return [
    contest.name,
    median(limit.perSecond).toFixed(0),
    median(product.perSecond).toFixed(0),
    median(product.perSecond.map((speed, round) => speed / (limit.perSecond[round] ?? Number.NaN))).toFixed(2),
    median(limit.cpuPerRequest).toFixed(2),
    median(product.cpuPerRequest).toFixed(2),
    percentile(limit.latencies, 0.95).toFixed(0),
    percentile(product.latencies, 0.95).toFixed(0),
  ];
}
