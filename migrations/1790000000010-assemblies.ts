import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTenantKey, createTenantTable, dropTables } from './tenancy';

/** Kits that are parallel to each other, and assemblies that take their time. */
export class Assemblies1790000000010 implements MigrationInterface {
  name = 'Assemblies1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, {
      name: 'kit_family',
      // What was proven on the day of its assembly stays as it was.
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"name" text NOT NULL',
        '"rules" jsonb NOT NULL',
        '"report" jsonb NOT NULL',
        '"created_by" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
      ],
    });
    await addTenantKey(runner, 'kit_family', 'created_by', 'member', 'creator');
    await runner.query(`CREATE INDEX "kit_family_ix" ON "kit" ("organization_id", "family_id")`);
    await createTenantTable(runner, {
      name: 'assembly',
      lines: [
        '"name" text NOT NULL',
        '"status" text NOT NULL',
        '"request" jsonb NOT NULL',
        '"progress" jsonb',
        // Why there are no kits, in words.
        '"failure" jsonb',
        // What its kits share: their family, or, where it is one kit, that kit.
        '"family_id" uuid',
        '"requested_by" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
        '"started_at" timestamptz',
        // When the process that works on it was last heard of.
        '"seen_at" timestamptz',
        '"ended_at" timestamptz',
        `CONSTRAINT "assembly_status_ck" CHECK ("status" IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'))`,
        `CONSTRAINT "assembly_ended_ck" CHECK (("status" IN ('QUEUED', 'RUNNING')) = ("ended_at" IS NULL))`,
        `CONSTRAINT "assembly_done_ck" CHECK (("status" = 'DONE') = ("family_id" IS NOT NULL))`,
        `CONSTRAINT "assembly_failed_ck" CHECK (("status" = 'FAILED') = ("failure" IS NOT NULL))`,
      ],
      policies: [
        'FOR SELECT USING (true)',
        `FOR INSERT WITH CHECK ("status" = 'QUEUED')`,
        // What has ended never changes again; it is forgotten after a while.
        `FOR UPDATE USING ("status" IN ('QUEUED', 'RUNNING')) WITH CHECK (true)`,
        `FOR DELETE USING ("status" NOT IN ('QUEUED', 'RUNNING'))`,
      ],
    });
    await addTenantKey(runner, 'assembly', 'requested_by', 'member', 'requester');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['assembly']);
    await runner.query(`DROP INDEX "kit_family_ix"`);
    await dropTables(runner, ['kit_family']);
  }
}
