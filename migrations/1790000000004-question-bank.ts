import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTenantKey, createTenantTable, dropTables } from './tenancy';

/**
 * Questions and their immutable content. A document is addressed by its hash and can be inserted, never updated;
 * the version row names the document and carries the state and written columns for filters and search.
 */
export class QuestionBank1790000000004 implements MigrationInterface {
  name = 'QuestionBank1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, {
      name: 'question_document',
      key: ['content_hash'],
      grants: ['SELECT', 'INSERT'],
      lines: ['"content_hash" text NOT NULL', '"document" text NOT NULL'],
    });
    await createTenantTable(runner, {
      name: 'question',
      lines: [
        '"slug" text NOT NULL',
        '"category_id" uuid NOT NULL',
        '"owner_id" uuid NOT NULL',
        '"latest_version_id" uuid NOT NULL',
        '"approved_version_id" uuid',
        // Approved versions up to this number are retired. Kept here, because the row of an approved version is frozen.
        '"retired_number" integer',
        '"retired_at" timestamptz',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_at" timestamptz NOT NULL',
        'CONSTRAINT "question_slug_uq" UNIQUE ("organization_id", "slug")',
      ],
    });
    await addTenantKey(runner, 'question', 'category_id', 'category');
    await addTenantKey(runner, 'question', 'owner_id', 'member', 'owner');
    await createTenantTable(runner, {
      name: 'question_version',
      lines: [
        // In front, where a search that looks at every row comes to it first.
        '"search" tsvector NOT NULL',
        '"question_id" uuid NOT NULL',
        '"number" integer NOT NULL',
        '"status" text NOT NULL',
        '"content_hash" text NOT NULL',
        '"title" text NOT NULL',
        '"category_slug" text NOT NULL',
        '"kind" text NOT NULL',
        '"difficulty" integer NOT NULL',
        '"minutes" integer NOT NULL',
        '"seniority" text[] NOT NULL',
        '"tags" text[] NOT NULL',
        '"competency_slugs" text[] NOT NULL',
        '"usage" text NOT NULL',
        `"enemies" text[] NOT NULL DEFAULT '{}'`,
        '"variant_family" text',
        '"author_id" uuid NOT NULL',
        '"editor_ids" uuid[] NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_at" timestamptz NOT NULL',
        '"updated_at" timestamptz NOT NULL DEFAULT now()',
        '"submitted_at" timestamptz',
        '"approved_by" uuid',
        '"approved_at" timestamptz',
        'CONSTRAINT "question_version_number_uq" UNIQUE ("organization_id", "question_id", "number")',
        `CONSTRAINT "question_version_status_ck" CHECK ("status" IN ('DRAFT', 'IN_REVIEW', 'APPROVED'))`,
        `CONSTRAINT "question_version_four_eyes_ck" CHECK ("approved_by" <> "author_id" AND NOT ("approved_by" = ANY ("editor_ids")))`,
        'CONSTRAINT "question_version_difficulty_ck" CHECK ("difficulty" BETWEEN 1 AND 5)',
        'CONSTRAINT "question_version_document_fk" FOREIGN KEY ("organization_id", "content_hash") REFERENCES "question_document" ("organization_id", "content_hash")',
      ],
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      policies: [
        'FOR SELECT USING (true)',
        'FOR INSERT WITH CHECK (true)',
        // An approved version is frozen: no statement of the application reaches its row again.
        `FOR UPDATE USING ("status" IN ('DRAFT', 'IN_REVIEW')) WITH CHECK (true)`,
      ],
    });
    // Words stay in the row as they are, up to half a page: packing and unpacking them costs a search more than all else.
    await runner.query(`ALTER TABLE "question_version" SET (toast_tuple_target = 4080)`);
    await addTenantKey(runner, 'question_version', 'question_id', 'question');
    await addTenantKey(runner, 'question_version', 'author_id', 'member', 'author');
    await createTenantTable(runner, {
      name: 'question_review',
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"version_id" uuid NOT NULL',
        '"reviewer_id" uuid NOT NULL',
        '"verdict" text NOT NULL',
        '"comment" text NOT NULL',
        '"content_hash" text NOT NULL',
        '"created_at" timestamptz NOT NULL',
        `CONSTRAINT "question_review_verdict_ck" CHECK ("verdict" IN ('APPROVE', 'REJECT'))`,
      ],
    });
    await addTenantKey(runner, 'question_review', 'version_id', 'question_version', 'version');
    await addTenantKey(runner, 'question_review', 'reviewer_id', 'member', 'reviewer');

    await runner.query(`CREATE INDEX "question_approved_ix" ON "question" ("organization_id", "approved_version_id")`);
    await runner.query(`CREATE INDEX "question_latest_ix" ON "question" ("organization_id", "latest_version_id")`);
    await runner.query(`CREATE INDEX "question_review_version_ix" ON "question_review" ("organization_id", "version_id")`);
    for (const [name, columns] of Object.entries({
      question_version_status_ix: '("organization_id", "status", "id")',
      question_version_category_ix: '("organization_id", "category_slug", "kind", "id")',
      question_version_title_ix: '("organization_id", "title", "id")',
      question_version_difficulty_ix: '("organization_id", "difficulty", "id")',
      question_version_updated_ix: '("organization_id", "updated_at", "id")',
    })) {
      await runner.query(`CREATE INDEX "${name}" ON "question_version" ${columns}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['question_review', 'question_version', 'question', 'question_document']);
  }
}
