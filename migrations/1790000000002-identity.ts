import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE, addTenantKey, createTenantTable, dropTables } from './tenancy';

/** People and what proves who they are; then organizations' members and invitations. */
export class Identity1790000000002 implements MigrationInterface {
  name = 'Identity1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "app_user" (
      "id" uuid NOT NULL,
      "email" text NOT NULL,
      "name" text NOT NULL,
      "password_hash" text,
      "sessions_valid_after" timestamptz NOT NULL,
      "created_at" timestamptz NOT NULL,
      CONSTRAINT "app_user_pk" PRIMARY KEY ("id"),
      CONSTRAINT "app_user_email_uq" UNIQUE ("email")
    )`);
    await runner.query(`CREATE TABLE "setup_token" (
      "id" integer NOT NULL DEFAULT 1,
      "token_hash" text NOT NULL,
      "created_at" timestamptz NOT NULL,
      "used_at" timestamptz,
      CONSTRAINT "setup_token_pk" PRIMARY KEY ("id"),
      CONSTRAINT "setup_token_single_ck" CHECK ("id" = 1)
    )`);
    await runner.query(`CREATE TABLE "sign_in_attempt" (
      "key" text NOT NULL,
      "failures" integer NOT NULL,
      "window_started_at" timestamptz NOT NULL,
      CONSTRAINT "sign_in_attempt_pk" PRIMARY KEY ("key")
    )`);
    // Which organizations to look into for a user who signs in; what she may do there stands in `member`, behind the policies.
    await runner.query(`CREATE TABLE "user_organization" (
      "user_id" uuid NOT NULL,
      "organization_id" uuid NOT NULL,
      CONSTRAINT "user_organization_pk" PRIMARY KEY ("user_id", "organization_id"),
      CONSTRAINT "user_organization_user_fk" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE CASCADE,
      CONSTRAINT "user_organization_organization_fk" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE CASCADE
    )`);
    for (const table of ['app_user', 'setup_token', 'sign_in_attempt', 'user_organization']) {
      await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "${table}" TO ${APPLICATION_ROLE}`);
    }

    await createTenantTable(runner, {
      name: 'organization_setting',
      key: [],
      lines: [
        '"seal_policy" text NOT NULL',
        '"time_zone" text NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        `CONSTRAINT "organization_setting_seal_policy_ck" CHECK ("seal_policy" IN ('ALL_SUBMITTED', 'OWN_SUBMITTED'))`,
      ],
    });
    await createTenantTable(runner, {
      name: 'member',
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      lines: [
        '"user_id" uuid NOT NULL',
        '"name" text NOT NULL',
        '"email" text NOT NULL',
        '"roles" text[] NOT NULL',
        '"status" text NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_at" timestamptz NOT NULL',
        'CONSTRAINT "member_user_uq" UNIQUE ("organization_id", "user_id")',
        'CONSTRAINT "member_user_fk" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id")',
        `CONSTRAINT "member_status_ck" CHECK ("status" IN ('ACTIVE', 'SUSPENDED', 'REMOVED'))`,
      ],
    });
    await runner.query(`CREATE INDEX "member_name_ix" ON "member" ("organization_id", "name", "id")`);
    await createTenantTable(runner, {
      name: 'invitation',
      lines: [
        '"email" text NOT NULL',
        '"roles" text[] NOT NULL',
        '"token_hash" text NOT NULL',
        '"invited_by" uuid NOT NULL',
        '"created_at" timestamptz NOT NULL',
        '"expires_at" timestamptz NOT NULL',
        '"accepted_at" timestamptz',
        '"revoked_at" timestamptz',
        'CONSTRAINT "invitation_token_uq" UNIQUE ("organization_id", "token_hash")',
      ],
    });
    await addTenantKey(runner, 'invitation', 'invited_by', 'member');
    await runner.query(`CREATE INDEX "invitation_age_ix" ON "invitation" ("organization_id", "created_at", "id")`);
    await createTenantTable(runner, {
      name: 'session',
      lines: [
        '"member_id" uuid NOT NULL',
        '"user_id" uuid NOT NULL',
        '"token_hash" text NOT NULL',
        '"user_agent" text NOT NULL',
        '"created_at" timestamptz NOT NULL',
        '"last_seen_at" timestamptz NOT NULL',
        '"expires_at" timestamptz NOT NULL',
        '"ended_at" timestamptz',
        'CONSTRAINT "session_token_uq" UNIQUE ("organization_id", "token_hash")',
      ],
    });
    await addTenantKey(runner, 'session', 'member_id', 'member');
    await createTenantTable(runner, {
      name: 'access_token',
      lines: [
        '"member_id" uuid NOT NULL',
        '"user_id" uuid NOT NULL',
        '"name" text NOT NULL',
        '"token_hash" text NOT NULL',
        '"scopes" text[] NOT NULL',
        // The token that made this one: it falls with its maker.
        '"made_by" uuid',
        '"created_at" timestamptz NOT NULL',
        '"expires_at" timestamptz NOT NULL',
        '"last_used_at" timestamptz',
        '"revoked_at" timestamptz',
        'CONSTRAINT "access_token_hash_uq" UNIQUE ("organization_id", "token_hash")',
      ],
    });
    await addTenantKey(runner, 'access_token', 'member_id', 'member');
    await addTenantKey(runner, 'access_token', 'made_by', 'access_token', 'maker');
    for (const table of ['session', 'access_token']) {
      await runner.query(`CREATE INDEX "${table}_member_ix" ON "${table}" ("organization_id", "member_id")`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'access_token',
      'session',
      'invitation',
      'member',
      'organization_setting',
      'sign_in_attempt',
      'setup_token',
      'user_organization',
      'app_user',
    ]);
  }
}
