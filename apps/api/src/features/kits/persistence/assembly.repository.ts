import { Injectable } from '@nestjs/common';
import type { AssemblyState } from '@touchstone/interviewing/kits';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { AssemblyRecord } from './assembly.record';
import type { AssemblyFailure, AssemblyProgress, AssemblyRequest, AssemblyValue } from './assembly-value';

const COLUMNS = `organization_id AS "organizationId", id, name, status, request, progress, failure, family_id AS "familyId",
  requested_by AS "requestedBy", created_at AS "createdAt", started_at AS "startedAt", ended_at AS "endedAt"`;

/** Where an assembly goes; `from` is the state that it must be in for that. */
export interface AssemblyStep {
  readonly from: AssemblyState;
  readonly to: AssemblyState;
  readonly failure?: AssemblyFailure;
  readonly familyId?: string;
}

type NewAssembly = Pick<AssemblyValue, 'organizationId' | 'id' | 'name' | 'requestedBy'> & { readonly request: AssemblyRequest };

/** Assemblies of one organization. Their row is the line in which they wait, and all that survives the process that works on them. */
@Injectable()
export class AssemblyRepository {
  async byId(tx: Transaction, organizationId: string, id: string): Promise<AssemblyValue | null> {
    const [row] = await tx.query<AssemblyValue>(`SELECT ${COLUMNS} FROM assembly WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** The assembly, kept from any other change until this transaction ends; also where it has ended. */
  async lock(tx: Transaction, organizationId: string, id: string): Promise<AssemblyValue | null> {
    const [open] = await tx.query<AssemblyValue>(`SELECT ${COLUMNS} FROM assembly WHERE organization_id = $1 AND id = $2 FOR UPDATE`, [
      organizationId,
      id,
    ]);
    // One that has ended is out of reach of changes, and with that of locks.
    return open ?? this.byId(tx, organizationId, id);
  }

  /** Newest first. */
  async page(
    tx: Transaction,
    organizationId: string,
    status: AssemblyState | null,
    { first, after }: PageRequest,
  ): Promise<Page<AssemblyValue>> {
    const rows = await tx.query<AssemblyValue>(
      `SELECT ${COLUMNS} FROM assembly WHERE organization_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [organizationId, status, after?.[0] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }

  /** Until this transaction ends nobody else joins the line of the organization, or is taken from it. */
  async lockLine(tx: Transaction, organizationId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('assembly:' || $1, 0))`, [organizationId]);
  }

  /** How many are in one of these states. */
  async count(tx: Transaction, organizationId: string, states: readonly AssemblyState[]): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM assembly WHERE organization_id = $1 AND status = ANY($2::text[])',
      [organizationId, [...states]],
    );
    return row?.count ?? 0;
  }

  /** Those that wait, the oldest first. */
  async queued(tx: Transaction, organizationId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(`SELECT id FROM assembly WHERE organization_id = $1 AND status = 'QUEUED' ORDER BY id`, [
      organizationId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Those that are under way by their row, but whose process was not heard of since. */
  async lost(tx: Transaction, organizationId: string, since: Date): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM assembly WHERE organization_id = $1 AND status = 'RUNNING' AND seen_at < $2 ORDER BY id`,
      [organizationId, since],
    );
    return rows.map(({ id }) => id);
  }

  async add(tx: Transaction, assembly: NewAssembly): Promise<void> {
    await tx.manager.insert(AssemblyRecord, {
      ...assembly,
      status: 'QUEUED',
      progress: null,
      failure: null,
      familyId: null,
      createdAt: tx.now,
      startedAt: null,
      seenAt: null,
      endedAt: null,
    } as never);
  }

  /** Takes the step; false where the assembly is not in the state that it starts from. */
  async step(tx: Transaction, organizationId: string, id: string, { from, to, failure, familyId }: AssemblyStep): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE assembly SET status = $4::text, failure = $5::jsonb, family_id = $6::uuid,
         started_at = CASE $4::text WHEN 'RUNNING' THEN $7::timestamptz WHEN 'QUEUED' THEN NULL ELSE started_at END,
         seen_at = CASE $4::text WHEN 'RUNNING' THEN $7::timestamptz ELSE seen_at END,
         ended_at = CASE WHEN $4::text IN ('QUEUED', 'RUNNING') THEN NULL ELSE $7::timestamptz END
       WHERE organization_id = $1 AND id = $2 AND status = $3 RETURNING id`,
      [organizationId, id, from, to, failure === undefined ? null : JSON.stringify(failure), familyId ?? null, tx.now],
    );
    return rows.length > 0;
  }

  /** Says how far it is, and that somebody works on it; false where it is not under way any more. */
  async report(tx: Transaction, organizationId: string, id: string, progress: AssemblyProgress): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE assembly SET progress = $3::jsonb, seen_at = $4 WHERE organization_id = $1 AND id = $2 AND status = 'RUNNING' RETURNING id`,
      [organizationId, id, JSON.stringify(progress), tx.now],
    );
    return rows.length > 0;
  }

  /** Forgets what ended before. */
  async forget(tx: Transaction, organizationId: string, before: Date): Promise<void> {
    await tx.query('DELETE FROM assembly WHERE organization_id = $1 AND ended_at < $2', [organizationId, before]);
  }
}
