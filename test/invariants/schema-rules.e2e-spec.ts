import { dataTruths, examine, schemaTruths } from '@touchstone/platform/doctor';
import { World } from '@touchstone/testing';
import type { QueryRunner } from 'typeorm';

describe('the rules of the schema', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
    await world.organization();
  });
  afterAll(() => world.close());

  it.each(schemaTruths.map((truth) => [truth.says, truth] as const))('hold: %s', async (says, truth) => {
    expect(await examine(world.owner, [truth])).toEqual([{ says, faults: [] }]);
  });

  it.each(dataTruths.map((truth) => [truth.says, truth] as const))('can be asked of the data: %s', async (says, truth) => {
    expect(await examine(world.owner, [truth])).toEqual([{ says, faults: [] }]);
  });

  /** Each rule broken once, by the plainest statement that breaks it: a rule that nothing breaks guards nothing. */
  const breaks: Readonly<Record<string, readonly string[]>> = {
    'every tenant table has a primary key that starts with organization_id': [
      'CREATE TABLE stray (id uuid PRIMARY KEY, organization_id uuid NOT NULL)',
    ],
    'every unique key of a tenant table starts with organization_id': ['CREATE UNIQUE INDEX stray ON kit (name)'],
    'organization_id is uuid and never null': ['CREATE TABLE stray (organization_id text NOT NULL)'],
    'foreign keys between tenant tables carry organization_id on both sides': [
      'CREATE TABLE stray_parent (id uuid UNIQUE)',
      'CREATE TABLE stray (id uuid REFERENCES stray_parent (id))',
    ],
    'no global table refers to a tenant table': [
      'CREATE TABLE stray (id uuid UNIQUE)',
      'ALTER TABLE organization ADD stray_id uuid REFERENCES stray (id)',
    ],
    'there are no triggers but those of foreign keys': [
      'CREATE FUNCTION stray() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
      'CREATE TRIGGER stray BEFORE UPDATE ON kit FOR EACH ROW EXECUTE FUNCTION stray()',
    ],
    'row-level security is on and forced on every tenant table': ['ALTER TABLE kit NO FORCE ROW LEVEL SECURITY'],
    'every index of a tenant table is one that row-level security lets be used': [
      "CREATE INDEX stray ON kit USING gin (to_tsvector('simple', name))",
    ],
    'a restrictive policy ties every row to the organization, for reading and for writing': ['DROP POLICY kit_tenancy ON kit'],
    'the application role owns nothing and bypasses nothing': ['ALTER TABLE kit OWNER TO touchstone_app'],
    'nothing runs with the rights of its owner': ['CREATE FUNCTION stray() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$'],
    'ids come from the application: no sequence stands behind a tenant table': ['ALTER TABLE kit ADD stray serial'],
    'the application role may never truncate, and never changes the audit log or a document': [
      'GRANT UPDATE ON audit_event TO touchstone_app',
    ],
    'functions that policies call are honest about changing nothing': [
      'CREATE FUNCTION touchstone_stray() RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT 1 $$',
    ],
  };

  it.each(schemaTruths.map((truth) => [truth.says, truth] as const))('find what breaks them: %s', async (says, truth) => {
    const faults = await undone(async (runner) => {
      for (const statement of breaks[says] ?? []) await runner.query(statement);
      return (await examine(runner, [truth]))[0]!.faults;
    });
    expect(faults.length).toBeGreaterThan(0);
  });

  async function undone<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = world.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      return await work(runner);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
});
