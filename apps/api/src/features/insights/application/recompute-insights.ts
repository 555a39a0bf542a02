import { Injectable, Logger } from '@nestjs/common';
import { ok } from '@touchstone/kernel';
import { openSealsOf, type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { ThreadStopped } from '@touchstone/threads';
import { OpenLoops } from '../../interviews';
import { InsightReportRepository, type ReportHead } from '../persistence/insight-report.repository';
import { InsightDesk } from './insight-desk';
import { PanelReader } from './panel-reader';
import { inputStateOf } from './report-state';
import { fairnessScope, filterOfScope, openingScope, type ReportScope, roleProfileScope, wholeOrganizationScope } from './report-scope';

export interface Recomputed {
  /** Scopes whose input was read, and of those the ones whose input had changed. */
  readonly checked: number;
  readonly computed: number;
}

interface DueScope {
  readonly scope: ReportScope;
  readonly known: ReportHead | null;
}

/**
 * Works out what is due in one organization: for everything, each role profile, each opening, and what somebody asked for. Reads the input, and where its hash is
 * the one of the stored figures leaves these as they are, to the byte. All arithmetic is done in a thread (`InsightDesk`). May be called at any time, by several at
 * once, again after a crash of the thread or the process: what is due stands in the database, and the same input gives the same bytes whoever works it out.
 */
@Injectable()
export class RecomputeInsights {
  private readonly logger = new Logger(RecomputeInsights.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openLoops: OpenLoops,
    private readonly panels: PanelReader,
    private readonly desk: InsightDesk,
    private readonly reports: InsightReportRepository,
  ) {}

  /** One scope that fails stops no other; it throws at the end, so that the queue sends the job again. Where `stop` aborts it throws at once. */
  async execute(organizationId: string, stop?: AbortSignal): Promise<Recomputed> {
    const due = await this.unitOfWork.readIn(openSealsOf(organizationId), (tx) => this.dueScopes(tx, organizationId));
    let computed = 0;
    let failed = 0;
    for (const one of due) {
      try {
        if (await this.bringUpToDate(organizationId, one, stop)) computed += 1;
      } catch (error) {
        if (error instanceof ThreadStopped) throw error;
        failed += 1;
        this.logger.error(
          { organizationId, scope: one.scope.scope, err: error },
          'Insights over this scope failed; the job is tried again.',
        );
      }
    }
    if (failed > 0) throw new Error(`Insights failed for ${failed} of ${due.length} scopes; the log says why.`);
    return { checked: due.length, computed };
  }

  private async dueScopes(tx: Transaction, organizationId: string): Promise<readonly DueScope[]> {
    const heads = (await this.reports.heads(tx, organizationId)).filter(({ scope }) => scope !== fairnessScope.scope);
    const openings = await this.openLoops.statesOfOpenings(tx, organizationId, null);
    const always = openings.length === 0 ? [] : [wholeOrganizationScope];
    const profiles = [...new Set(openings.map(({ roleProfileId }) => roleProfileId))].map(roleProfileScope);
    const stateOfOpening = new Map(openings.map(({ openingId, state }) => [openingScope(openingId).scope, state]));
    const scopes = new Map<string, ReportScope>(
      [...always, ...profiles, ...openings.map(({ openingId }) => openingScope(openingId)), ...heads].map((scope) => [scope.scope, scope]),
    );
    const due: DueScope[] = [];
    for (const scope of scopes.values()) {
      const known = heads.find((head) => head.scope === scope.scope) ?? null;
      const state = stateOfOpening.get(scope.scope) ?? (await this.openLoops.state(tx, organizationId, filterOfScope(scope)));
      if (isDue(known, inputStateOf(state))) due.push({ scope, known });
    }
    return due;
  }

  /** True where figures were worked out. */
  private async bringUpToDate(organizationId: string, { scope, known }: DueScope, stop: AbortSignal | undefined): Promise<boolean> {
    const { state, readAt, inputHash, figures } = await this.desk.work(async (ask) => {
      await ask({ kind: 'BEGIN_REPORT', scope: scope.scope });
      const read = await this.unitOfWork.readIn(openSealsOf(organizationId), async (tx) => ({
        ...(await this.panels.read(tx, organizationId, filterOfScope(scope), (part) => ask({ kind: 'ADD_PART', ...part }))),
        readAt: tx.now,
      }));
      const { openingRuleHash } = read;
      const driftFrom = scope.driftFrom?.toISOString() ?? null;
      return { ...read, ...(await ask({ kind: 'FINISH_REPORT', openingRuleHash, driftFrom, known: known?.inputHash ?? null })) };
    }, stop);
    await this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      await this.reports.keep(tx, organizationId, newId(), scope, {
        inputState: inputStateOf(state),
        readAt,
        answered: known?.requests ?? 0,
        inputHash,
        figures,
      });
      return ok(null);
    });
    return figures !== null;
  }
}

const isDue = (known: ReportHead | null, state: string): boolean =>
  known === null || known.checkedAt === null || known.inputState !== state || known.requests > known.answered;
