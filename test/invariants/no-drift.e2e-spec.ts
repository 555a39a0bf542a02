import { World } from '@touchstone/testing';
import { DataSource } from 'typeorm';

describe('records and migrations', () => {
  it('describe the same tables', async () => {
    const world = await World.open();
    try {
      const log = await world.app.get(DataSource).driver.createSchemaBuilder().log();
      // Tables that another part owns by SQL alone are not in records; what records describe must be there to the letter.
      expect(log.upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
