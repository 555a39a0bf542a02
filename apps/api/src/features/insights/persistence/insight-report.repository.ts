import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';
import { InsightReportRecord } from './insight-report.record';

/** A report without its figures: enough to know whether it is to be worked out. */
export type ReportHead = Omit<InsightReportRecord, 'summary' | 'questions'>;
/** A report without the list of its questions, which may be long. */
export type ReportSummary = Omit<InsightReportRecord, 'questions'>;

/** What a report is over. */
export type ReportScope = Pick<InsightReportRecord, 'scope' | 'roleProfileId' | 'openingId' | 'periodFrom' | 'periodUntil' | 'driftFrom'>;

/** What was found when the input was read. `figures` is null where the input is that of the stored ones. */
export interface CheckedInput {
  readonly inputState: string;
  readonly readAt: Date;
  /** Requests that were on record before the input was read. */
  readonly answered: number;
  readonly inputHash: string;
  readonly figures: { readonly summary: string; readonly questions: string } | null;
}

const HEAD = `organization_id AS "organizationId", id, scope, role_profile_id AS "roleProfileId", opening_id AS "openingId", period_from AS "periodFrom",
  period_until AS "periodUntil", drift_from AS "driftFrom", requested_at AS "requestedAt", requests, answered, input_state AS "inputState", checked_at AS "checkedAt", input_hash AS "inputHash",
  computed_at AS "computedAt"`;

/** Reports and requests for them, one for each scope. */
@Injectable()
export class InsightReportRepository {
  heads(tx: Transaction, organizationId: string): Promise<ReportHead[]> {
    return tx.query<ReportHead>(`SELECT ${HEAD} FROM insight_report WHERE organization_id = $1 ORDER BY scope`, [organizationId]);
  }

  summaries(tx: Transaction, organizationId: string, scopes: readonly string[]): Promise<ReportSummary[]> {
    return tx.query<ReportSummary>(`SELECT ${HEAD}, summary FROM insight_report WHERE organization_id = $1 AND scope = ANY($2::text[])`, [
      organizationId,
      scopes,
    ]);
  }

  async questions(tx: Transaction, organizationId: string, scope: string): Promise<string | null> {
    const [row] = await tx.query<{ questions: string | null }>(
      'SELECT questions FROM insight_report WHERE organization_id = $1 AND scope = $2',
      [organizationId, scope],
    );
    return row?.questions ?? null;
  }

  /** Puts a request on record; whoever works on jobs finds it, also after a crash. */
  async request(tx: Transaction, organizationId: string, id: string, scope: ReportScope): Promise<void> {
    await tx.query(
      `INSERT INTO insight_report (organization_id, id, scope, role_profile_id, opening_id, period_from, period_until, requested_at, drift_from, requests)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
       ON CONFLICT ON CONSTRAINT insight_report_scope_uq DO UPDATE SET requested_at = excluded.requested_at, requests = insight_report.requests + 1`,
      [organizationId, id, scope.scope, scope.roleProfileId, scope.openingId, scope.periodFrom, scope.periodUntil, tx.now, scope.driftFrom],
    );
  }

  /**
   * Keeps what was found, unless somebody has read the input later and kept that. Where the input is the one of the stored figures these stay as they are,
   * their instant included.
   */
  async keep(tx: Transaction, organizationId: string, id: string, scope: ReportScope, input: CheckedInput): Promise<void> {
    const { inputState, readAt, answered, inputHash, figures } = input;
    await tx.query(
      `INSERT INTO insight_report AS kept (organization_id, id, scope, role_profile_id, opening_id, period_from, period_until, requested_at, input_state, checked_at,
         input_hash, computed_at, summary, questions, answered, drift_from)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $10, $11, $12, $13, $14, $15)
       ON CONFLICT ON CONSTRAINT insight_report_scope_uq DO UPDATE SET answered = greatest(kept.answered, excluded.answered), input_state = excluded.input_state, checked_at = excluded.checked_at, input_hash = excluded.input_hash,
         computed_at = coalesce(excluded.computed_at, kept.computed_at), summary = coalesce(excluded.summary, kept.summary),
         questions = coalesce(excluded.questions, kept.questions)
       WHERE (kept.checked_at IS NULL OR kept.checked_at <= excluded.checked_at) AND (excluded.summary IS NOT NULL OR kept.input_hash = excluded.input_hash)`,
      [
        organizationId,
        id,
        scope.scope,
        scope.roleProfileId,
        scope.openingId,
        scope.periodFrom,
        scope.periodUntil,
        readAt,
        inputState,
        inputHash,
        figures === null ? null : tx.now,
        figures?.summary ?? null,
        figures?.questions ?? null,
        answered,
        scope.driftFrom,
      ],
    );
  }

  /** Stretches of time that nobody has asked about since. */
  async forgetPeriods(tx: Transaction, organizationId: string, before: Date): Promise<void> {
    await tx.query(
      `DELETE FROM insight_report WHERE organization_id = $1 AND requested_at < $2 AND coalesce(period_from, period_until, drift_from) IS NOT NULL`,
      [organizationId, before],
    );
  }

  /** How many stretches of time are kept beside this scope. */
  async otherPeriods(tx: Transaction, organizationId: string, scope: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM insight_report WHERE organization_id = $1 AND scope <> $2 AND coalesce(period_from, period_until, drift_from) IS NOT NULL`,
      [organizationId, scope],
    );
    return row?.count ?? 0;
  }
}
