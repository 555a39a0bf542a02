import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepOutOfStatistics } from './erasure';
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
        // Where the later part begins, for drift; without it the later half.
        '"drift_from" timestamptz',
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

    await createTenantTable(runner, {
      name: 'fairness_setting',
      key: [],
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      lines: [
        '"smallest_group" integer NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        'CONSTRAINT "fairness_setting_smallest_group_ck" CHECK ("smallest_group" BETWEEN 5 AND 100)',
      ],
    });
    await createTenantTable(runner, {
      name: 'declaration_link',
      key: ['token_hash'],
      lines: [
        '"candidate_id" uuid NOT NULL',
        '"token_hash" text NOT NULL',
        '"created_at" timestamptz NOT NULL',
        '"expires_at" timestamptz NOT NULL',
      ],
    });
    await addTenantKey(runner, 'declaration_link', 'candidate_id', 'candidate');
    await runner.query(`CREATE INDEX "declaration_link_candidate_ix" ON "declaration_link" ("organization_id", "candidate_id")`);
    // Nobody who is signed in sees a row of it, whatever the role: only the candidate's own link and the jobs door come without a member.
    await createTenantTable(runner, {
      name: 'self_declaration',
      key: ['candidate_id'],
      grants: ['SELECT', 'INSERT', 'DELETE'],
      lines: [
        '"candidate_id" uuid NOT NULL',
        // Of the link by which it was made: no other takes it back.
        '"link_hash" text NOT NULL',
        '"gender" text',
        '"age_group" text',
        '"ethnicity" text',
        '"disability" text',
        '"declared_at" timestamptz NOT NULL',
      ],
      policies: [
        'FOR SELECT USING (touchstone_member_id() IS NULL OR "candidate_id" = touchstone_erased_candidate_id())',
        'FOR INSERT WITH CHECK (touchstone_member_id() IS NULL)',
        'FOR DELETE USING (touchstone_member_id() IS NULL OR "candidate_id" = touchstone_erased_candidate_id())',
      ],
    });
    await addTenantKey(runner, 'self_declaration', 'candidate_id', 'candidate');
    await keepOutOfStatistics(runner, 'self_declaration', ['gender', 'age_group', 'ethnicity', 'disability']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['self_declaration', 'declaration_link', 'fairness_setting', 'insight_report']);
  }
}
