import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createErasure, dropErasure, grantUpdate, keepOutOfStatistics, ofErased, TEXT_ERASED_AT, wordless } from './erasure';
import { addTenantKey, createTenantTable, dropTables } from './tenancy';

/** Openings, candidates, applications, loops, interviews, panel seats. */
export class Interviews1790000000006 implements MigrationInterface {
  name = 'Interviews1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, {
      name: 'opening',
      lines: [
        '"title" text NOT NULL',
        '"role_profile_id" uuid NOT NULL',
        '"kit_id" uuid NOT NULL',
        '"scoring_rule_id" uuid NOT NULL',
        '"hiring_manager_id" uuid NOT NULL',
        '"time_zone" text NOT NULL',
        '"status" text NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_at" timestamptz NOT NULL',
        `CONSTRAINT "opening_status_ck" CHECK ("status" IN ('OPEN', 'CLOSED'))`,
      ],
    });
    await addTenantKey(runner, 'opening', 'role_profile_id', 'role_profile');
    await addTenantKey(runner, 'opening', 'kit_id', 'kit');
    await addTenantKey(runner, 'opening', 'scoring_rule_id', 'scoring_rule');
    await addTenantKey(runner, 'opening', 'hiring_manager_id', 'member', 'hiring_manager');
    await createTenantTable(runner, {
      name: 'opening_panelist',
      key: ['opening_id', 'member_id'],
      lines: ['"opening_id" uuid NOT NULL', '"member_id" uuid NOT NULL'],
    });
    await addTenantKey(runner, 'opening_panelist', 'opening_id', 'opening');
    await addTenantKey(runner, 'opening_panelist', 'member_id', 'member');
    await createTenantTable(runner, {
      name: 'candidate',
      lines: [
        '"name" text',
        '"email" text',
        '"phone" text',
        '"note" text',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_at" timestamptz NOT NULL',
        '"erased_at" timestamptz',
        'CONSTRAINT "candidate_email_uq" UNIQUE ("organization_id", "email")',
        'CONSTRAINT "candidate_erased_ck" CHECK (("erased_at" IS NULL) = ("name" IS NOT NULL))',
      ],
    });
    await createTenantTable(runner, {
      name: 'application',
      lines: [
        '"candidate_id" uuid NOT NULL',
        '"opening_id" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
        'CONSTRAINT "application_once_uq" UNIQUE ("organization_id", "candidate_id", "opening_id")',
      ],
    });
    await addTenantKey(runner, 'application', 'candidate_id', 'candidate');
    await addTenantKey(runner, 'application', 'opening_id', 'opening');
    await runner.query(`CREATE INDEX "application_opening_ix" ON "application" ("organization_id", "opening_id", "id")`);
    await createTenantTable(runner, {
      name: 'loop',
      lines: [
        '"application_id" uuid NOT NULL',
        '"kit_id" uuid NOT NULL',
        '"scoring_rule_id" uuid NOT NULL',
        '"seal_policy" text NOT NULL',
        '"seal_opened_at" timestamptz',
        '"seal_opened_early_by" uuid',
        '"seal_opened_early_reason" text',
        '"decided_at" timestamptz',
        '"created_at" timestamptz NOT NULL',
        TEXT_ERASED_AT,
        'CONSTRAINT "loop_application_uq" UNIQUE ("organization_id", "application_id")',
        `CONSTRAINT "loop_seal_policy_ck" CHECK ("seal_policy" IN ('ALL_SUBMITTED', 'OWN_SUBMITTED'))`,
      ],
    });
    await addTenantKey(runner, 'loop', 'application_id', 'application');
    await addTenantKey(runner, 'loop', 'kit_id', 'kit');
    await addTenantKey(runner, 'loop', 'scoring_rule_id', 'scoring_rule');
    await createErasure(runner);
    await createTenantTable(runner, {
      name: 'interview',
      lines: [
        '"loop_id" uuid NOT NULL',
        '"round_index" integer NOT NULL',
        '"round_name" text NOT NULL',
        '"status" text NOT NULL',
        '"starts_at" timestamptz NOT NULL',
        '"ends_at" timestamptz NOT NULL',
        '"time_zone" text NOT NULL',
        '"started_at" timestamptz',
        '"ended_at" timestamptz',
        '"status_reason" text',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_at" timestamptz NOT NULL',
        TEXT_ERASED_AT,
        `CONSTRAINT "interview_status_ck" CHECK ("status" IN ('SCHEDULED', 'IN_PROGRESS', 'ENDED', 'CANCELLED', 'NO_SHOW'))`,
        'CONSTRAINT "interview_order_ck" CHECK ("ends_at" > "starts_at")',
      ],
    });
    await addTenantKey(runner, 'interview', 'loop_id', 'loop');
    await runner.query(`CREATE INDEX "interview_loop_ix" ON "interview" ("organization_id", "loop_id", "round_index")`);
    await runner.query(`CREATE INDEX "interview_time_ix" ON "interview" ("organization_id", "starts_at", "id")`);
    await createTenantTable(runner, {
      name: 'panel_seat',
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      lines: [
        '"interview_id" uuid NOT NULL',
        '"loop_id" uuid NOT NULL',
        '"member_id" uuid NOT NULL',
        '"kind" text NOT NULL',
        '"submitted_at" timestamptz',
        '"removed_at" timestamptz',
        '"removed_by" uuid',
        '"removed_reason" text',
        '"created_at" timestamptz NOT NULL',
        TEXT_ERASED_AT,
        'CONSTRAINT "panel_seat_member_uq" UNIQUE ("organization_id", "interview_id", "member_id")',
        `CONSTRAINT "panel_seat_kind_ck" CHECK ("kind" IN ('LEAD', 'INTERVIEWER', 'SHADOW', 'OBSERVER'))`,
      ],
    });
    await addTenantKey(runner, 'panel_seat', 'interview_id', 'interview');
    await addTenantKey(runner, 'panel_seat', 'loop_id', 'loop');
    await addTenantKey(runner, 'panel_seat', 'member_id', 'member');
    await runner.query(`CREATE INDEX "panel_seat_loop_ix" ON "panel_seat" ("organization_id", "loop_id", "member_id")`);
    await runner.query(`CREATE INDEX "panel_seat_member_ix" ON "panel_seat" ("organization_id", "member_id", "interview_id")`);
    await createTenantTable(runner, {
      name: 'deviation',
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"interview_id" uuid NOT NULL',
        '"kind" text NOT NULL',
        '"question_version_id" uuid NOT NULL',
        // Where an added or moved item stands from now on, counted from 0; the minutes planned for an added one.
        '"position" integer',
        '"planned_minutes" integer',
        '"reason" text NOT NULL',
        '"recorded_by" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
        TEXT_ERASED_AT,
        `CONSTRAINT "deviation_kind_ck" CHECK ("kind" IN ('SKIPPED', 'ADDED', 'REORDERED'))`,
      ],
      policies: [
        'FOR SELECT USING (true)',
        'FOR INSERT WITH CHECK ("text_erased_at" IS NULL)',
        // Its words can be taken out when the candidate is erased, and nothing else can be done to it.
        `FOR UPDATE USING (${DEVIATION_ERASED}) WITH CHECK (${DEVIATION_ERASED} AND ${wordless('reason')})`,
      ],
    });
    await grantUpdate(runner, 'deviation', ['reason', 'text_erased_at']);
    await addTenantKey(runner, 'deviation', 'interview_id', 'interview');
    await addTenantKey(runner, 'deviation', 'question_version_id', 'question_version');
    await addTenantKey(runner, 'deviation', 'recorded_by', 'member', 'recorder');
    await runner.query(`CREATE INDEX "deviation_interview_ix" ON "deviation" ("organization_id", "interview_id", "id")`);
    await createTenantTable(runner, {
      name: 'conflict_of_interest',
      lines: [
        '"member_id" uuid NOT NULL',
        '"candidate_id" uuid NOT NULL',
        '"reason" text NOT NULL',
        '"declared_by" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
        '"acknowledged_by" uuid',
        '"acknowledged_at" timestamptz',
        '"withdrawn_at" timestamptz',
        TEXT_ERASED_AT,
        'CONSTRAINT "conflict_of_interest_once_uq" UNIQUE ("organization_id", "member_id", "candidate_id")',
      ],
    });
    await addTenantKey(runner, 'conflict_of_interest', 'member_id', 'member');
    await addTenantKey(runner, 'conflict_of_interest', 'candidate_id', 'candidate');
    await addTenantKey(runner, 'conflict_of_interest', 'declared_by', 'member', 'declarer');
    for (const [table, columns] of Object.entries(WORDS)) await keepOutOfStatistics(runner, table, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'conflict_of_interest',
      'deviation',
      'panel_seat',
      'interview',
      'loop',
      'application',
      'candidate',
      'opening_panelist',
      'opening',
    ]);
    await dropErasure(runner);
  }
}

/** A deviation on a loop of whom this transaction erases. */
const DEVIATION_ERASED =
  `touchstone_erased_candidate_id() IS NOT NULL AND EXISTS (SELECT 1 FROM "interview" held ` +
  `WHERE held."organization_id" = "deviation"."organization_id" AND held."id" = "deviation"."interview_id" AND ${ofErased('held')})`;

/** Columns with words about a candidate. */
const WORDS = {
  candidate: ['name', 'email', 'phone', 'note'],
  loop: ['seal_opened_early_reason'],
  interview: ['status_reason'],
  panel_seat: ['removed_reason'],
  deviation: ['reason'],
  conflict_of_interest: ['reason'],
} as const;
