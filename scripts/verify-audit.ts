import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { type ChainReport, type KnownHead, verifyChain } from '@touchstone/platform/audit';
import { readConfiguration } from '@touchstone/platform/configuration';
import { noOrganization, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { applicationDataSource } from '@touchstone/platform/database/data-source';
import { TimeLimits } from '@touchstone/platform/database/time-limits';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { joinDatabase } from '../apps/api/src/prepare-database';
import { APPLICATION_ROLE } from '../migrations';

/*
 * Is every audit trail as it was written?   node dist/scripts/verify-audit.js [earlier report] > report
 *
 * Reads the database of DATABASE_URL, else the embedded one of TOUCHSTONE_DATA_DIR. Prints a line for each
 * organization: id, intact or BROKEN, lines, head or fault, slug. Given an earlier report it also finds tails that were cut
 * or written anew: keep reports where nobody who can write to the database can reach them. Ends with 1 where a trail is not intact.
 */

const PATIENCE_MS = 600_000;

/** Verifies every organization of a database; the answer is the exit code. */
export async function verifyAudit(
  databaseUrl: string,
  earlier: ReadonlyMap<string, KnownHead>,
  print: (line: string) => void,
): Promise<number> {
  const dataSource = await applicationDataSource({
    url: databaseUrl,
    poolSize: 2,
    limits: new TimeLimits(PATIENCE_MS, false),
  }).initialize();
  try {
    const unitOfWork = new UnitOfWork(dataSource, new SystemClock(), APPLICATION_ROLE);
    const organizations = await unitOfWork.readIn(noOrganization, (tx) =>
      tx.query<{ id: string; slug: string }>('SELECT id, slug FROM organization ORDER BY slug'),
    );
    let broken = 0;
    for (const { id, slug } of organizations) {
      const report = await unitOfWork.readIn(wholeOrganization(id), (tx) => verifyChain(tx, id, earlier.get(id) ?? null));
      if (!report.intact) broken += 1;
      print(lineOf(id, slug, report));
    }
    const missing = [...earlier.keys()].filter((id) => !organizations.some((organization) => organization.id === id));
    for (const id of missing) print([id, 'BROKEN', 0, 'the organization is gone'].join('\t'));
    return broken + missing.length > 0 ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}

/** The heads that an earlier report names, by organization. */
export function headsIn(report: string): ReadonlyMap<string, KnownHead> {
  const fields = report.split('\n').map((line) => line.split('\t'));
  const intact = fields.filter(([, state, lines]) => state === 'intact' && Number(lines) > 0);
  return new Map(intact.map(([id = '', , lines, hash = '']) => [id, { sequence: Number(lines), hash }]));
}

const lineOf = (id: string, slug: string, report: ChainReport): string =>
  (report.intact
    ? [id, 'intact', report.lines, report.head, slug]
    : [id, 'BROKEN', report.lines, `line ${report.firstBadSequence}: ${report.fault}`, slug]
  ).join('\t');

async function main(earlierReport: string | undefined): Promise<number> {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new Error(read.error.join('\n'));
  const earlier = headsIn(earlierReport === undefined ? '' : readFileSync(earlierReport, 'utf8'));
  const database = await joinDatabase({ ...read.value, migrateAtStart: false });
  try {
    return await verifyAudit(database.directUrl, earlier, (line) => process.stdout.write(`${line}\n`));
  } finally {
    await database.stop();
  }
}

if (require.main === module) {
  main(process.argv[2]).then(
    (code) => (process.exitCode = code),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 2;
    },
  );
}
