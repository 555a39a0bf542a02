import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTenantKey, createTenantTable, dropTables } from './tenancy';

const OF_A_DRAFT =
  'EXISTS (SELECT 1 FROM "kit" WHERE "kit"."organization_id" = "kit_item"."organization_id" ' +
  `AND "kit"."id" = "kit_item"."kit_id" AND "kit"."status" = 'DRAFT')`;

/** Blueprints, kits and the questions in them, scoring rules. */
export class Kits1790000000005 implements MigrationInterface {
  name = 'Kits1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, {
      name: 'blueprint',
      lines: [
        '"name" text NOT NULL',
        '"role_profile_id" uuid NOT NULL',
        '"wishes" jsonb NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_by" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
        'CONSTRAINT "blueprint_name_uq" UNIQUE ("organization_id", "name")',
      ],
    });
    await addTenantKey(runner, 'blueprint', 'role_profile_id', 'role_profile');
    await addTenantKey(runner, 'blueprint', 'created_by', 'member', 'creator');
    await createTenantTable(runner, {
      name: 'kit',
      lines: [
        '"name" text NOT NULL',
        '"blueprint_id" uuid',
        '"role_profile_id" uuid NOT NULL',
        '"family_id" uuid NOT NULL',
        '"status" text NOT NULL',
        '"wishes" jsonb NOT NULL',
        '"rounds" jsonb NOT NULL',
        '"report" jsonb NOT NULL',
        // The canonical JSON that the hash is over, so that anybody can compute it again.
        '"document" text',
        '"content_hash" text',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_by" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
        '"published_by" uuid',
        '"published_at" timestamptz',
        `CONSTRAINT "kit_status_ck" CHECK ("status" IN ('DRAFT', 'PUBLISHED'))`,
        `CONSTRAINT "kit_published_ck" CHECK (("status" = 'PUBLISHED') = ("content_hash" IS NOT NULL AND "published_at" IS NOT NULL))`,
      ],
      policies: [
        'FOR SELECT USING (true)',
        `FOR INSERT WITH CHECK ("status" = 'DRAFT')`,
        // A published kit is frozen: no statement reaches its row again.
        `FOR UPDATE USING ("status" = 'DRAFT') WITH CHECK (true)`,
        `FOR DELETE USING ("status" = 'DRAFT')`,
      ],
    });
    await addTenantKey(runner, 'kit', 'blueprint_id', 'blueprint');
    await addTenantKey(runner, 'kit', 'role_profile_id', 'role_profile');
    await addTenantKey(runner, 'kit', 'created_by', 'member', 'creator');
    await addTenantKey(runner, 'kit', 'published_by', 'member', 'publisher');
    await createTenantTable(runner, {
      name: 'kit_item',
      key: ['kit_id', 'question_id'],
      lines: [
        '"kit_id" uuid NOT NULL',
        '"question_id" uuid NOT NULL',
        '"question_version_id" uuid NOT NULL',
        '"round_index" integer NOT NULL',
        '"position" integer NOT NULL',
        '"planned_minutes" integer NOT NULL',
      ],
      // The items of a published kit are frozen with it.
      policies: [
        'FOR SELECT USING (true)',
        `FOR INSERT WITH CHECK (${OF_A_DRAFT})`,
        `FOR UPDATE USING (${OF_A_DRAFT}) WITH CHECK (${OF_A_DRAFT})`,
        `FOR DELETE USING (${OF_A_DRAFT})`,
      ],
    });
    await addTenantKey(runner, 'kit_item', 'kit_id', 'kit');
    await addTenantKey(runner, 'kit_item', 'question_id', 'question');
    await addTenantKey(runner, 'kit_item', 'question_version_id', 'question_version');
    await runner.query(`CREATE INDEX "kit_item_question_ix" ON "kit_item" ("organization_id", "question_id")`);
    await createTenantTable(runner, {
      name: 'scoring_rule',
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"name" text NOT NULL',
        '"rule" jsonb NOT NULL',
        '"content_hash" text NOT NULL',
        '"created_by" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
      ],
    });
    await addTenantKey(runner, 'scoring_rule', 'created_by', 'member', 'creator');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['scoring_rule', 'kit_item', 'kit', 'blueprint']);
  }
}
