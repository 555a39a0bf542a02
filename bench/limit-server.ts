// The limit: Fastify in front of prepared statements that return the bytes of the answer. No rights, no tenancy, no GraphQL.
import Fastify from 'fastify';
import { Pool } from 'pg';
import { KIT_BYTES, LIST_BYTES, RATE_BYTES, SUBMIT_BYTES } from './limit-statements';

interface ListBody {
  readonly first: number;
  readonly after: readonly [string, string] | null;
}

interface RateBody {
  readonly scorecardId: string;
  readonly questionVersionId: string;
  readonly criterion: string;
  readonly level: number;
  readonly evidence: string;
}

const BEFORE_ALL = ['', '00000000-0000-0000-0000-000000000000'] as const;

async function main(): Promise<void> {
  const [url, organizationId] = process.argv.slice(2);
  if (url === undefined || organizationId === undefined) throw new Error('limit-server <database url> <organization id>');
  const pool = new Pool({ connectionString: url, max: 10 });
  const bytes = async (name: string, text: string, values: readonly unknown[]): Promise<string> =>
    ((await pool.query({ name, text, values: [...values] })).rows[0] as { body: string }).body;

  const server = Fastify();
  server.post('/list', async (request, reply) => {
    const { first, after } = request.body as ListBody;
    return reply.type('application/json; charset=utf-8').send(await bytes('list', LIST_BYTES, [first + 1, ...(after ?? BEFORE_ALL)]));
  });
  server.post('/kit', async (request, reply) => {
    const { id } = request.body as { id: string };
    return reply.type('application/json; charset=utf-8').send(await bytes('kit', KIT_BYTES, [organizationId, id]));
  });
  server.post('/rate', async (request, reply) => {
    const { scorecardId, questionVersionId, criterion, level, evidence } = request.body as RateBody;
    const values = [organizationId, scorecardId, questionVersionId, criterion, level, evidence];
    return reply.type('application/json; charset=utf-8').send(await bytes('rate', RATE_BYTES, values));
  });
  server.post('/submit', async (request, reply) => {
    const { scorecardId, ratings } = request.body as { scorecardId: string; ratings: readonly object[] };
    const values = [organizationId, scorecardId, JSON.stringify(ratings)];
    return reply.type('application/json; charset=utf-8').send(await bytes('submit', SUBMIT_BYTES, values));
  });
  process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);
}

void main();
