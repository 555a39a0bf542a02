import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTenantKey, createTenantTable, dropTables } from './tenancy';

/** The competency framework, role profiles with weights, rating scales. */
export class Competencies1790000000003 implements MigrationInterface {
  name = 'Competencies1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, {
      name: 'rating_scale',
      lines: [
        '"slug" text NOT NULL',
        '"name" text NOT NULL',
        '"levels" jsonb NOT NULL',
        `"not_observed" jsonb NOT NULL DEFAULT '{}'`,
        'CONSTRAINT "rating_scale_slug_uq" UNIQUE ("organization_id", "slug")',
      ],
    });
    await createTenantTable(runner, {
      name: 'category',
      lines: [
        '"slug" text NOT NULL',
        '"name" text NOT NULL',
        '"domain" text NOT NULL',
        '"mandatory" boolean NOT NULL',
        '"position" integer NOT NULL',
        '"retired_at" timestamptz',
        'CONSTRAINT "category_slug_uq" UNIQUE ("organization_id", "slug")',
      ],
    });
    await createTenantTable(runner, {
      name: 'competency',
      lines: [
        '"category_id" uuid NOT NULL',
        '"slug" text NOT NULL',
        '"name" text NOT NULL',
        '"definition" text NOT NULL',
        '"position" integer NOT NULL',
        '"retired_at" timestamptz',
        'CONSTRAINT "competency_slug_uq" UNIQUE ("organization_id", "slug")',
      ],
    });
    await addTenantKey(runner, 'competency', 'category_id', 'category');
    await createTenantTable(runner, {
      name: 'role_profile',
      lines: [
        '"slug" text NOT NULL',
        '"name" text NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        'CONSTRAINT "role_profile_slug_uq" UNIQUE ("organization_id", "slug")',
      ],
    });
    await createTenantTable(runner, {
      name: 'role_profile_weight',
      key: ['role_profile_id', 'competency_id'],
      lines: [
        '"role_profile_id" uuid NOT NULL',
        '"competency_id" uuid NOT NULL',
        '"weight" numeric(5,2) NOT NULL',
        '"critical" boolean NOT NULL',
        '"source" text NOT NULL',
        '"changed_by" uuid',
        '"changed_at" timestamptz NOT NULL',
        'CONSTRAINT "role_profile_weight_range_ck" CHECK ("weight" >= 0 AND "weight" <= 100)',
      ],
    });
    await addTenantKey(runner, 'role_profile_weight', 'role_profile_id', 'role_profile');
    await addTenantKey(runner, 'role_profile_weight', 'competency_id', 'competency');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['role_profile_weight', 'role_profile', 'competency', 'category', 'rating_scale']);
  }
}
