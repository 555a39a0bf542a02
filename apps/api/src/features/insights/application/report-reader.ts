import { Injectable } from '@nestjs/common';
import type { PanelSummary } from '@touchstone/interviewing/insights';
import { RecentlyUsed } from '@touchstone/kernel';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { OpenLoops } from '../../interviews';
import { InsightReportRepository, type ReportSummary } from '../persistence/insight-report.repository';
import { inputStateOf } from './report-state';
import { filterOfScope, openingScope, type ReportScope } from './report-scope';

/** The summary with the names of the criteria that it speaks of. */
export type KeptSummary = PanelSummary & { readonly names: Readonly<Record<string, string>> };

/** The latest figures over a scope, and whether they are those of today. */
export interface StoredReport {
  readonly scope: ReportScope;
  readonly computedAt: Date | null;
  /** When the loops were last looked at; later than `computedAt` where they gave the same input. */
  readonly checkedAt: Date | null;
  /** Loops have opened, or methods have changed, since they were last looked at; or they never were. */
  readonly changed: boolean;
  /** Nothing has opened since, and nobody waits for it. */
  readonly upToDate: boolean;
  /** It will be worked out as soon as the jobs door comes to it. */
  readonly pending: boolean;
  /** Null until it was worked out for the first time. */
  readonly summary: KeptSummary | null;
  /** Of the input, for what is kept of reports by content. */
  readonly inputHash: string | null;
}

const MOST_PARSED = 100;

/** Reads reports; nothing is worked out here, whatever is missing. */
@Injectable()
export class ReportReader {
  private readonly parsed = new RecentlyUsed<string, KeptSummary>(MOST_PARSED);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openLoops: OpenLoops,
    private readonly reports: InsightReportRepository,
  ) {}

  private readonly byOpening = requestLoader<string, StoredReport>(async ({ actor }, openingIds) => {
    if (actor === null) return new Map();
    const { organizationId } = actor;
    const [kept, states] = await this.unitOfWork.read(actor, (tx) =>
      Promise.all([
        this.reports.summaries(
          tx,
          organizationId,
          openingIds.map((id) => openingScope(id).scope),
        ),
        this.openLoops.statesOfOpenings(tx, organizationId, openingIds),
      ]),
    );
    return new Map(
      openingIds.map((id) => {
        const scope = openingScope(id);
        const report = kept.find((one) => one.scope === scope.scope) ?? null;
        return [id, this.stored(scope, report, states.find(({ openingId }) => openingId === id)?.state ?? NOTHING_OPEN)];
      }),
    );
  });

  /** Of one opening inside an answer, batched over one request. */
  async ofOpening(context: RequestContext, openingId: string): Promise<StoredReport | null> {
    return this.byOpening(context).load(openingId);
  }

  async one(actor: Actor, scope: ReportScope): Promise<StoredReport> {
    const { organizationId } = actor;
    const [[report], state] = await this.unitOfWork.read(actor, (tx) =>
      Promise.all([
        this.reports.summaries(tx, organizationId, [scope.scope]),
        this.openLoops.state(tx, organizationId, filterOfScope(scope)),
      ]),
    );
    return this.stored(scope, report ?? null, state);
  }

  private stored(scope: ReportScope, report: ReportSummary | null, state: string): StoredReport {
    const asked = report !== null && (report.checkedAt === null || report.requests > report.answered);
    const changed = report === null || report.inputState !== inputStateOf(state);
    const upToDate = !asked && !changed;
    return {
      scope,
      computedAt: report?.computedAt ?? null,
      checkedAt: report?.checkedAt ?? null,
      changed,
      upToDate,
      pending: !upToDate && (report !== null || state !== NOTHING_OPEN),
      summary: report === null || report.summary === null ? null : this.parse(report),
      inputHash: report?.inputHash ?? null,
    };
  }

  /** By the hash of the input, which is one text for one organization: loops have ids of their own. */
  private parse({ organizationId, inputHash, summary }: ReportSummary): KeptSummary {
    const key = `${organizationId}/${inputHash ?? ''}`;
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const parsed = JSON.parse(summary ?? 'null') as KeptSummary;
    this.parsed.set(key, parsed);
    return parsed;
  }
}

/** What `OpenLoops.state` says where no loop is open. */
const NOTHING_OPEN = '0/';
