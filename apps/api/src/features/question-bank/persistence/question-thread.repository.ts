import { Injectable } from '@nestjs/common';
import type { PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { QuestionCommentRecord } from './question-comment.record';
import { QuestionThreadRecord } from './question-thread.record';

/** How many threads of a version are not settled yet. */
export interface OpenThreads {
  readonly total: number;
  readonly blocking: number;
}

const THREAD_COLUMNS = `t.organization_id AS "organizationId", t.id, t.version_id AS "versionId", t.place, t.excerpt, t.blocking,
  t.content_hash AS "contentHash", t.opened_by AS "openedBy", t.opened_at AS "openedAt", t.resolved_by AS "resolvedBy", t.resolved_at AS "resolvedAt", t.revision`;
const COMMENT_COLUMNS = `c.organization_id AS "organizationId", c.id, c.thread_id AS "threadId", c.author_id AS "authorId", c.body, c.created_at AS "createdAt"`;

/** An instant as a part of a cursor, to the microsecond. */
const sortText = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export type Sorted<Row> = Row & { readonly sortKey: string };

/** Threads and comments of one organization. Whoever asks decides who may read them. */
@Injectable()
export class QuestionThreadRepository {
  byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<QuestionThreadRecord[]> {
    return tx.query<QuestionThreadRecord>(
      `SELECT ${THREAD_COLUMNS} FROM question_thread t WHERE t.organization_id = $1 AND t.id = ANY ($2)`,
      [organizationId, ids],
    );
  }

  /** A page of the threads of each of these versions, the oldest first, and one more row where there is a next page. */
  ofVersions(
    tx: Transaction,
    organizationId: string,
    versionIds: readonly string[],
    unresolvedOnly: boolean,
    { first, after }: PageRequest,
  ): Promise<Sorted<QuestionThreadRecord>[]> {
    return tx.query<Sorted<QuestionThreadRecord>>(
      `SELECT t.* FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
         SELECT ${THREAD_COLUMNS}, ${sortText('t.opened_at')} AS "sortKey" FROM question_thread t
         WHERE t.organization_id = $1 AND t.version_id = wanted.id AND (NOT $3 OR t.resolved_at IS NULL)
           AND ($4::timestamptz IS NULL OR (t.opened_at, t.id) > ($4::timestamptz, $5::uuid))
         ORDER BY t.opened_at, t.id LIMIT $6) AS t ORDER BY t."openedAt", t.id`,
      [organizationId, versionIds, unresolvedOnly, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
  }

  /** The same of the comments of threads. */
  commentsOf(
    tx: Transaction,
    organizationId: string,
    threadIds: readonly string[],
    { first, after }: PageRequest,
  ): Promise<Sorted<QuestionCommentRecord>[]> {
    return tx.query<Sorted<QuestionCommentRecord>>(
      `SELECT c.* FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
         SELECT ${COMMENT_COLUMNS}, ${sortText('c.created_at')} AS "sortKey" FROM question_comment c
         WHERE c.organization_id = $1 AND c.thread_id = wanted.id AND ($3::timestamptz IS NULL OR (c.created_at, c.id) > ($3::timestamptz, $4::uuid))
         ORDER BY c.created_at, c.id LIMIT $5) AS c ORDER BY c."createdAt", c.id`,
      [organizationId, threadIds, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
  }

  /** By version id; a version without unresolved threads is left out. */
  async unresolved(tx: Transaction, organizationId: string, versionIds: readonly string[]): Promise<ReadonlyMap<string, OpenThreads>> {
    const rows = await tx.query<OpenThreads & { versionId: string }>(
      `SELECT version_id AS "versionId", count(*)::integer AS total, count(*) FILTER (WHERE blocking)::integer AS blocking FROM question_thread
       WHERE organization_id = $1 AND version_id = ANY ($2) AND resolved_at IS NULL GROUP BY version_id`,
      [organizationId, versionIds],
    );
    return new Map(rows.map(({ versionId, total, blocking }) => [versionId, { total, blocking }]));
  }

  async add(tx: Transaction, thread: QuestionThreadRecord): Promise<void> {
    await tx.manager.insert(QuestionThreadRecord, thread);
  }

  async say(tx: Transaction, comment: QuestionCommentRecord): Promise<void> {
    await tx.manager.insert(QuestionCommentRecord, comment);
  }

  /** Settles a thread that is still at this revision, or opens it again. */
  async settle(
    tx: Transaction,
    thread: Pick<QuestionThreadRecord, 'organizationId' | 'id' | 'revision'>,
    settled: Pick<QuestionThreadRecord, 'resolvedBy' | 'resolvedAt'>,
  ): Promise<boolean> {
    const { organizationId, id, revision } = thread;
    const { affected } = await tx.manager.update(
      QuestionThreadRecord,
      { organizationId, id, revision },
      { ...settled, revision: revision + 1 },
    );
    return affected === 1;
  }
}
