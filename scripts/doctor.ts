// Asks the database whether all is well: `npm run doctor`. Exit code 1 where something is not.
import { readConfiguration } from '@touchstone/platform/configuration';
import { ownerDataSource } from '@touchstone/platform/database/migrate';
import { dataTruths, examine, schemaTruths } from '@touchstone/platform/doctor';
import { joinDatabase } from '../apps/api/src/prepare-database';

async function main(): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new Error(read.error.join('\n'));
  const database = await joinDatabase(read.value);
  const owner = await ownerDataSource(database.directUrl).initialize();
  try {
    const [role] = await owner.query<{ all: boolean }[]>(
      'SELECT rolsuper OR rolbypassrls AS all FROM pg_roles WHERE rolname = current_user',
    );
    const findings = await examine(owner, role?.all === true ? [...schemaTruths, ...dataTruths] : schemaTruths);
    for (const { says, faults } of findings) console.log(faults.length === 0 ? `ok     ${says}` : `FAULT  ${says}: ${faults.join(', ')}`);
    if (role?.all !== true) console.log('note   the rows were not asked: this login does not see all organizations');
    process.exitCode = findings.some(({ faults }) => faults.length > 0) ? 1 : 0;
  } finally {
    await owner.destroy();
    await database.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
