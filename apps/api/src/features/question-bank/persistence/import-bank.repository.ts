import { Injectable } from '@nestjs/common';
import type { QuestionVersionState } from '@touchstone/interviewing/question-bank';
import type { Transaction } from '@touchstone/platform/database';
import { STATUS } from './question-version-row';

/** A question of the bank as an import meets it: who owns it and what its newest version is. */
export interface MetQuestion {
  readonly questionId: string;
  readonly slug: string;
  readonly ownerId: string;
  readonly questionRevision: number;
  readonly categoryId: string;
  readonly latestId: string;
  readonly number: number;
  readonly status: QuestionVersionState;
  readonly authorId: string;
  readonly editorIds: readonly string[];
  readonly revision: number;
  readonly contentHash: string;
  readonly approvedHash: string | null;
  /** Names in other systems, as JSON; null = none. */
  readonly external: string | null;
}

/** What a question would share with its twin. */
export interface KnownPrompt {
  readonly versionId: string;
  readonly slug: string;
  readonly title: string;
  readonly family: string | null;
  readonly prompt: string;
  readonly context: string | null;
}

/** The bank as somebody needs it who brings questions in. */
@Injectable()
export class ImportBankRepository {
  /** The questions that have these slugs. By a join: a plan that is kept would hold every question of the organization against a list of slugs. With `held` nobody changes them until the transaction ends. */
  async meet(tx: Transaction, organizationId: string, slugs: readonly string[], held = false): Promise<ReadonlyMap<string, MetQuestion>> {
    if (held)
      await tx.query(
        `SELECT q.id FROM unnest($2::text[]) AS wanted (slug) JOIN question q ON q.slug = wanted.slug WHERE q.organization_id = $1 ORDER BY q.slug FOR UPDATE OF q`,
        [organizationId, slugs],
      );
    const rows = await tx.query<MetQuestion>(
      `SELECT q.id AS "questionId", q.slug, q.owner_id AS "ownerId", q.revision AS "questionRevision", q.category_id AS "categoryId", v.id AS "latestId", v.number,
         ${STATUS} AS status, v.author_id AS "authorId", v.editor_ids AS "editorIds", v.revision, v.content_hash AS "contentHash",
         (SELECT a.content_hash FROM question_version a WHERE a.organization_id = $1 AND a.id = q.approved_version_id) AS "approvedHash",
         (SELECT (d.document::json -> 'external')::text FROM question_document d WHERE d.organization_id = $1 AND d.content_hash = v.content_hash) AS external
       FROM unnest($2::text[]) AS wanted (slug) JOIN question q ON q.slug = wanted.slug
         JOIN question_version v ON v.organization_id = q.organization_id AND v.id = q.latest_version_id
       WHERE q.organization_id = $1 AND v.organization_id = $1`,
      [organizationId, slugs],
    );
    return new Map(rows.map((row) => [row.slug, row]));
  }

  /** What this member sees of the bank, for finding twins: the approved version of what is not retired, and open ones of her own. By id, the next `most` behind `after`. */
  prompts(tx: Transaction, organizationId: string, memberId: string, after: string | null, most: number): Promise<KnownPrompt[]> {
    return tx.query<KnownPrompt>(
      `SELECT seen.id AS "versionId", seen.slug, seen.title, seen.variant_family AS family, d.document::json ->> 'prompt' AS prompt, d.document::json ->> 'context' AS context
       FROM (SELECT v.id, q.slug, v.title, v.variant_family, v.content_hash
             FROM question_version v JOIN question q ON q.organization_id = v.organization_id AND q.id = v.question_id
             WHERE v.organization_id = $1 AND q.organization_id = $1 AND v.id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
               AND ((v.id = q.approved_version_id AND v.number > coalesce(q.retired_number, 0))
                 OR (v.id = q.latest_version_id AND v.status <> 'APPROVED' AND (v.author_id = $2 OR $2 = ANY (v.editor_ids))))
             ORDER BY v.id LIMIT $4) AS seen
       JOIN question_document d ON d.organization_id = $1 AND d.content_hash = seen.content_hash ORDER BY seen.id`,
      [organizationId, memberId, after, most],
    );
  }
}
