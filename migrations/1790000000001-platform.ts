import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE, createTenantTable, dropTables } from './tenancy';

/** Organizations, the settings that policies read, audit and idempotency. */
export class Platform1790000000001 implements MigrationInterface {
  name = 'Platform1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${APPLICATION_ROLE}`);
    for (const extension of ['unaccent', 'pg_trgm']) {
      await runner.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    }
    await runner.query(setting('touchstone_organization_id', 'app.organization_id', 'uuid'));
    await runner.query(setting('touchstone_member_id', 'app.member_id', 'uuid'));
    await runner.query(
      `CREATE FUNCTION touchstone_oversees() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE ` +
        `AS $$ SELECT coalesce(nullif(pg_catalog.current_setting('app.oversees', true), ''), 'off') = 'on' $$`,
    );
    await runner.query(
      `CREATE FUNCTION touchstone_plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT ` +
        `AS $$ SELECT public.unaccent('public.unaccent'::regdictionary, lower($1)) $$`,
    );

    await runner.query(`CREATE TABLE "organization" (
      "id" uuid NOT NULL,
      "slug" text NOT NULL,
      "name" text NOT NULL,
      "demo" boolean NOT NULL DEFAULT false,
      "created_at" timestamptz NOT NULL,
      CONSTRAINT "organization_pk" PRIMARY KEY ("id"),
      CONSTRAINT "organization_slug_uq" UNIQUE ("slug")
    )`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON "organization" TO ${APPLICATION_ROLE}`);

    await createTenantTable(runner, {
      name: 'audit_event',
      key: ['sequence'],
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"sequence" integer NOT NULL',
        '"occurred_at" timestamptz NOT NULL',
        '"member_id" uuid',
        '"via" text NOT NULL',
        '"request_id" text NOT NULL',
        '"action" text NOT NULL',
        '"subject_type" text NOT NULL',
        '"subject_id" text NOT NULL',
        '"detail" text NOT NULL',
        '"previous_hash" text NOT NULL',
        '"hash" text NOT NULL',
      ],
    });
    await createTenantTable(runner, {
      name: 'idempotency_record',
      key: ['member_id', 'operation', 'key'],
      grants: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
      lines: [
        '"member_id" uuid NOT NULL',
        '"operation" text NOT NULL',
        '"key" text NOT NULL',
        '"input_hash" text NOT NULL',
        '"answer" text',
        '"created_at" timestamptz NOT NULL',
      ],
    });
    await runner.query(`CREATE INDEX "idempotency_record_age_ix" ON "idempotency_record" ("organization_id", "created_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['idempotency_record', 'audit_event', 'organization']);
    for (const signature of ['organization_id()', 'member_id()', 'oversees()', 'plain(text)']) {
      await runner.query(`DROP FUNCTION touchstone_${signature}`);
    }
  }
}

/** A setting of the transaction as a value. `SET LOCAL` leaves '' behind on the connection, which must count as unset. */
const setting = (name: string, key: string, type: string): string =>
  `CREATE FUNCTION ${name}() RETURNS ${type} LANGUAGE sql STABLE PARALLEL SAFE ` +
  `AS $$ SELECT nullif(pg_catalog.current_setting('${key}', true), '')::${type} $$`;
