import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTenantKey, createTenantTable, dropTables } from './tenancy';

/** Is the version still being worked on? What was approved takes no more words. */
const openVersion = (table: string, version: string): string =>
  `EXISTS (SELECT 1 FROM "question_version" v WHERE v."organization_id" = "${table}"."organization_id" AND v."id" = ${version} AND v."status" IN ('DRAFT', 'IN_REVIEW'))`;

/**
 * What is said of a version while it is reviewed: a thread for a place of its document, and comments in it. Changes are requested where
 * versions were rejected before, and an approval says which complaints of the linter it answers.
 */
export class QuestionThreads1790000000009 implements MigrationInterface {
  name = 'QuestionThreads1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, {
      name: 'question_thread',
      grants: ['SELECT', 'INSERT', 'UPDATE'],
      lines: [
        '"version_id" uuid NOT NULL',
        '"place" text NOT NULL',
        '"excerpt" text',
        '"blocking" boolean NOT NULL',
        '"content_hash" text NOT NULL',
        '"opened_by" uuid NOT NULL',
        '"opened_at" timestamptz NOT NULL',
        '"resolved_by" uuid',
        '"resolved_at" timestamptz',
        '"revision" integer NOT NULL DEFAULT 1',
        `CONSTRAINT "question_thread_resolved_ck" CHECK (("resolved_by" IS NULL) = ("resolved_at" IS NULL))`,
      ],
      policies: [
        'FOR SELECT USING (true)',
        `FOR INSERT WITH CHECK (${openVersion('question_thread', '"question_thread"."version_id"')})`,
        `FOR UPDATE USING (${openVersion('question_thread', '"question_thread"."version_id"')}) WITH CHECK (true)`,
      ],
    });
    await addTenantKey(runner, 'question_thread', 'version_id', 'question_version', 'version');
    await addTenantKey(runner, 'question_thread', 'opened_by', 'member', 'opener');
    await addTenantKey(runner, 'question_thread', 'resolved_by', 'member', 'resolver');
    await createTenantTable(runner, {
      name: 'question_comment',
      grants: ['SELECT', 'INSERT'],
      lines: ['"thread_id" uuid NOT NULL', '"author_id" uuid NOT NULL', '"body" text NOT NULL', '"created_at" timestamptz NOT NULL'],
      policies: [
        'FOR SELECT USING (true)',
        `FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM "question_thread" t WHERE t."organization_id" = "question_comment"."organization_id"
           AND t."id" = "question_comment"."thread_id" AND ${openVersion('question_comment', 't."version_id"')}))`,
      ],
    });
    await addTenantKey(runner, 'question_comment', 'thread_id', 'question_thread', 'thread');
    await addTenantKey(runner, 'question_comment', 'author_id', 'member', 'author');
    await runner.query(
      `CREATE INDEX "question_thread_version_ix" ON "question_thread" ("organization_id", "version_id", "opened_at", "id")`,
    );
    await runner.query(
      `CREATE INDEX "question_comment_thread_ix" ON "question_comment" ("organization_id", "thread_id", "created_at", "id")`,
    );

    await runner.query(`ALTER TABLE "question_version" ADD COLUMN "note" text`);
    await runner.query(`ALTER TABLE "question_review" ADD COLUMN "exceptions" text NOT NULL DEFAULT '[]'`);
    await renameVerdict(runner, 'REJECT', 'REQUEST_CHANGES');
  }

  async down(runner: QueryRunner): Promise<void> {
    await renameVerdict(runner, 'REQUEST_CHANGES', 'REJECT');
    await runner.query(`ALTER TABLE "question_review" DROP COLUMN "exceptions"`);
    await runner.query(`ALTER TABLE "question_version" DROP COLUMN "note"`);
    await dropTables(runner, ['question_comment', 'question_thread']);
  }
}

/** Reviews can only be added, and forced row-level security binds the owner of the table, too: it is lifted for the length of the change. */
async function renameVerdict(runner: QueryRunner, from: string, to: string): Promise<void> {
  await runner.query(`ALTER TABLE "question_review" DROP CONSTRAINT "question_review_verdict_ck"`);
  await runner.query(`ALTER TABLE "question_review" NO FORCE ROW LEVEL SECURITY`);
  await runner.query(`UPDATE "question_review" SET "verdict" = '${to}' WHERE "verdict" = '${from}'`);
  await runner.query(`ALTER TABLE "question_review" FORCE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE "question_review" ADD CONSTRAINT "question_review_verdict_ck" CHECK ("verdict" IN ('APPROVE', '${to}'))`);
}
