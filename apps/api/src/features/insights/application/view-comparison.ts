import { Injectable } from '@nestjs/common';
import { mayReadReport, permits } from '@touchstone/interviewing/access';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { OpenLoops } from '../../interviews';
import { ReportReader, type StoredReport } from './report-reader';

export interface OpeningComparisonValue {
  readonly openingId: string;
  readonly report: StoredReport;
  /** Loops of the opening whose seal is closed: that they are, and nothing of what lies under it. */
  readonly sealedLoops: number;
}

/** The candidates of an opening side by side, for those who look over its loops. As many statements for a list of openings as for one. */
@Injectable()
export class ViewComparison {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openLoops: OpenLoops,
    private readonly reports: ReportReader,
  ) {}

  private readonly sealed = requestLoader<string, number>(async ({ actor }, openingIds) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.openLoops.sealedOfOpenings(tx, actor.organizationId, openingIds));
    return new Map(found.map(({ openingId, sealed }) => [openingId, sealed]));
  });

  /** Null where she may not read it. */
  async execute(
    context: RequestContext,
    opening: { readonly id: string; readonly hiringManagerId: string },
  ): Promise<OpeningComparisonValue | null> {
    const { actor } = context;
    if (actor === null || !permits(actor, 'insights.read') || !mayReadReport(actor, opening.hiringManagerId)) return null;
    const [report, sealedLoops] = await Promise.all([this.reports.ofOpening(context, opening.id), this.sealed(context).load(opening.id)]);
    return report === null ? null : { openingId: opening.id, report, sealedLoops: sealedLoops ?? 0 };
  }
}
