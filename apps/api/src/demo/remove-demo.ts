import { ownerDataSource } from '@touchstone/platform/database/migrate';
import { removeOrganization } from '@touchstone/platform/database/remove-organization';

/** Removes every organization that is marked as demo, as the owner of the tables; gives their names. */
export async function removeDemo(ownerUrl: string): Promise<readonly string[]> {
  const owner = await ownerDataSource(ownerUrl).initialize();
  const runner = owner.createQueryRunner();
  try {
    const demos = await owner.query<{ id: string; name: string }[]>('SELECT id, name FROM organization WHERE demo ORDER BY name');
    for (const { id } of demos) {
      await runner.startTransaction();
      await removeOrganization(runner, id);
      await runner.commitTransaction();
    }
    return demos.map(({ name }) => name);
  } finally {
    await runner.release();
    await owner.destroy();
  }
}
