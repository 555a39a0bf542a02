import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTenantKey, createTenantTable, dropTables } from './tenancy';

/** Figures over many loops, worked out by the jobs door and kept until what they are made of changes. */
export class Insights1790000000008 implements MigrationInterface {
  name = 'Insights1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, {
      name: 'insight_report',
      lines: [
        // What the report is over, in its one text; the columns beside it say the same.
        '"scope" text NOT NULL',
        '"role_profile_id" uuid',
        '"opening_id" uuid',
        '"period_from" timestamptz',
        '"period_until" timestamptz',
        '"requested_at" timestamptz NOT NULL',
        // How often it was asked for, and how many of those were heard when the input was last read.
        '"requests" integer NOT NULL DEFAULT 0',
        '"answered" integer NOT NULL DEFAULT 0',
        // Which loops were open when the input was last read, and when that was.
        '"input_state" text',
        '"checked_at" timestamptz',
        // The hash of all that the figures are made of. The same input is not worked out twice.
        '"input_hash" text',
        '"computed_at" timestamptz',
        '"summary" text',
        '"questions" text',
        'CONSTRAINT "insight_report_scope_uq" UNIQUE ("organization_id", "scope")',
      ],
    });
    await addTenantKey(runner, 'insight_report', 'role_profile_id', 'role_profile');
    await addTenantKey(runner, 'insight_report', 'opening_id', 'opening');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['insight_report']);
  }
}
