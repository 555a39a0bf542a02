import { Client } from 'pg';
import type { Contest } from './contest';
import { once, postBytes, type RequestBytes } from './load';
import { PREPARE_TABLES } from './limit-statements';
import { globalId, LIST, uuidOf, WHOLE_KIT } from './operations';
import type { ScaleDatabase } from './scale-database';
import { writesOver } from './write-contests';

const PAGES = 40;
const PAGE = 50;
const MANY = 100_000;

/** Makes the tables of the limit and the requests of both. */
export async function contestsOver(database: ScaleDatabase, productUrl: string, limitUrl: string): Promise<readonly Contest[]> {
  await prepareLimit(database);
  return [
    await lists(database, productUrl, limitUrl),
    kits(database, productUrl, limitUrl),
    ...(await writesOver(database, productUrl, limitUrl)),
  ];
}

async function prepareLimit({ ownerUrl, organizationId }: ScaleDatabase): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const statement of PREPARE_TABLES) {
      // Tables are made from constants: a parameter cannot stand in CREATE TABLE AS.
      await owner.query(statement.replaceAll('$1', `'${organizationId}'`));
    }
  } finally {
    await owner.end();
  }
}

/** The first pages of the bank, fifty questions each, in turn. */
async function lists({ tokens }: ScaleDatabase, productUrl: string, limitUrl: string): Promise<Contest> {
  const token = tokens['administrator'] ?? null;
  const pairs: (readonly [RequestBytes, RequestBytes])[] = [];
  let after: string | null = null;
  let last: readonly [string, string] | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const pair = [
      postBytes(`${productUrl}/graphql`, { query: LIST, variables: { first: PAGE, after } }, token),
      postBytes(`${limitUrl}/list`, { first: PAGE, after: last }, null),
    ] as const;
    pairs.push(pair);
    const answer = JSON.parse((await once(productUrl, pair[0])).body.toString('utf8')) as ListAnswer;
    const { edges, pageInfo } = answer.data.questions;
    const end = edges.at(-1)?.node.version;
    if (end === undefined || !pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
    last = [end.title, uuidOf(end.id)];
  }
  return { name: `list of ${PAGE} questions`, ...inTurn(pairs), requestsPerRound: MANY };
}

interface ListAnswer {
  readonly data: {
    readonly questions: {
      readonly edges: readonly { readonly node: { readonly version: { readonly id: string; readonly title: string } } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

function kits({ tokens, guides, organizationId }: ScaleDatabase, productUrl: string, limitUrl: string): Contest {
  const token = tokens['administrator'] ?? null;
  const pairs = guides.kits.map(
    ({ id }) =>
      [
        postBytes(`${productUrl}/graphql`, { query: WHOLE_KIT, variables: { id: globalId('Kit', organizationId, id) } }, token),
        postBytes(`${limitUrl}/kit`, { id }, null),
      ] as const,
  );
  return { name: 'whole kit', ...inTurn(pairs), requestsPerRound: MANY };
}

function inTurn(pairs: readonly (readonly [RequestBytes, RequestBytes])[]): Pick<Contest, 'samples' | 'next'> {
  const turn = (side: 0 | 1) => {
    let asked = 0;
    return (): RequestBytes => pairs[asked++ % pairs.length]?.[side] as RequestBytes;
  };
  return { samples: () => pairs, next: { product: turn(0), limit: turn(1) } };
}
