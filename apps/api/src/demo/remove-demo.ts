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
    // People of a demo whose founding was cut short.
    await owner.query(
      `DELETE FROM app_user WHERE email LIKE '%@demo-%.example' AND NOT EXISTS (SELECT 1 FROM user_organization o WHERE o.user_id = app_user.id)`,
    );
    return demos.map(({ name }) => name);
  } finally {
    await runner.release();
    await owner.destroy();
  }
}
