import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTenantKey, createTenantTable, dropTables } from './tenancy';

/** Questions that come in from files and go out to files: the files themselves for a while, and for good what became of them. */
export class QuestionImports1790000000011 implements MigrationInterface {
  name = 'QuestionImports1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, {
      name: 'question_file',
      lines: [
        '"member_id" uuid NOT NULL',
        '"purpose" text NOT NULL',
        '"name" text NOT NULL',
        '"media_type" text NOT NULL',
        '"byte_count" integer NOT NULL',
        '"sha256" text NOT NULL',
        // Of the link by which it can be fetched; uploads have none.
        '"token_hash" text',
        '"created_at" timestamptz NOT NULL',
        '"expires_at" timestamptz NOT NULL',
        `CONSTRAINT "question_file_purpose_ck" CHECK ("purpose" IN ('UPLOAD', 'EXPORT'))`,
      ],
    });
    await addTenantKey(runner, 'question_file', 'member_id', 'member');
    // In parts, so that nobody needs to hold a whole file to send it on.
    await createTenantTable(runner, {
      name: 'question_file_part',
      key: ['file_id', 'number'],
      grants: ['SELECT', 'INSERT', 'DELETE'],
      lines: ['"file_id" uuid NOT NULL', '"number" integer NOT NULL', '"bytes" bytea NOT NULL'],
    });
    await addTenantKey(runner, 'question_file_part', 'file_id', 'question_file', 'file');
    // Compressed already, or soon gone.
    await runner.query(`ALTER TABLE "question_file_part" ALTER COLUMN "bytes" SET STORAGE EXTERNAL`);

    await createTenantTable(runner, {
      name: 'question_import',
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      lines: [
        '"member_id" uuid NOT NULL',
        // The file may be gone by now; its name and hash stay.
        '"file_id" uuid NOT NULL',
        '"file_name" text NOT NULL',
        '"byte_count" integer NOT NULL',
        '"sha256" text NOT NULL',
        '"settings" text NOT NULL',
        '"state" text NOT NULL',
        '"step" text NOT NULL',
        '"done" integer NOT NULL DEFAULT 0',
        '"total" integer',
        '"detected" text',
        '"notices" text',
        '"refusals" text',
        // Numbers of the items that are wanted; null = all.
        '"chosen" integer[]',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_at" timestamptz NOT NULL',
        '"planned_at" timestamptz',
        '"applied_at" timestamptz',
        '"expires_at" timestamptz NOT NULL',
        `CONSTRAINT "question_import_state_ck" CHECK ("state" IN ('PLANNING', 'PLANNED', 'REFUSED', 'APPLYING', 'APPLIED', 'CANCELLED', 'FAILED', 'EXPIRED'))`,
      ],
    });
    await addTenantKey(runner, 'question_import', 'member_id', 'member');
    await createTenantTable(runner, {
      name: 'question_import_item',
      key: ['import_id', 'number'],
      lines: [
        '"import_id" uuid NOT NULL',
        // Counts from 1, in the order of the file.
        '"number" integer NOT NULL',
        '"slug" text NOT NULL',
        '"title" text NOT NULL',
        '"outcome" text NOT NULL',
        '"effect" text NOT NULL',
        '"reason" text',
        '"license" text NOT NULL',
        '"content_hash" text NOT NULL',
        // The content until it is written or nobody wants it any more.
        '"document" text',
        // By which name in which system it is known again; null = by its slug.
        '"identity" text',
        // Id and revision of the version that it was held against.
        '"basis" text',
        '"faults" text NOT NULL',
        '"findings" text NOT NULL',
        '"alike" text NOT NULL',
        '"result" text',
        '"question_id" uuid',
        '"version_id" uuid',
        `CONSTRAINT "question_import_item_outcome_ck" CHECK ("outcome" IN ('NEW', 'CHANGED', 'UNCHANGED', 'CONFLICT', 'REFUSED'))`,
      ],
    });
    await addTenantKey(runner, 'question_import_item', 'import_id', 'question_import', 'import');
    await runner.query(`CREATE INDEX "question_file_expiry_ix" ON "question_file" ("organization_id", "expires_at")`);
    await runner.query(`CREATE INDEX "question_import_state_ix" ON "question_import" ("organization_id", "state")`);
    await runner.query(`CREATE INDEX "question_import_item_slug_ix" ON "question_import_item" ("organization_id", "import_id", "slug")`);
    await runner.query(`CREATE INDEX "question_import_item_version_ix" ON "question_import_item" ("organization_id", "version_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['question_import_item', 'question_import', 'question_file_part', 'question_file']);
  }
}
