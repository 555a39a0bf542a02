import { Injectable } from '@nestjs/common';
import { mayReadRater, mayReadReport, permits } from '@touchstone/interviewing/access';
import type { RaterFigures } from '@touchstone/interviewing/insights';
import { RecentlyUsed } from '@touchstone/kernel';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { OpeningLoader } from '../../interviews';
import { InsightReportRepository } from '../persistence/insight-report.repository';
import { type TitledQuestion, unpackQuestions } from './kept-questions';
import { ReportReader, type StoredReport } from './report-reader';
import { type ReportScope, wholeOrganizationScope } from './report-scope';

const MOST_UNPACKED = 10;

/** Figures over raters, panels and questions, as they were worked out last. */
@Injectable()
export class ViewInsights {
  private readonly unpacked = new RecentlyUsed<string, readonly TitledQuestion[]>(MOST_UNPACKED);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportReader,
    private readonly reports: InsightReportRepository,
    private readonly openings: OpeningLoader,
  ) {}

  /** Null where the scope is not for her. */
  async report(context: RequestContext, scope: ReportScope): Promise<StoredReport | null> {
    const { actor } = context;
    if (actor === null) return null;
    const opening = scope.openingId === null ? null : await this.openings.one(context, scope.openingId);
    if (scope.openingId !== null && opening === null) return null;
    return mayReadReport(actor, opening?.hiringManagerId ?? null) ? this.reader.one(actor, scope) : null;
  }

  /** The raters of a report whose names are for her, the strictest first, and how many there are besides. */
  raters(actor: Actor, { summary }: StoredReport): { readonly shown: readonly RaterFigures[]; readonly withheld: number } {
    const all = summary?.severity?.raters ?? [];
    const shown = all.filter(({ raterId }) => mayReadRater(actor, raterId));
    const strictest = [...shown].sort((a, b) => (b.severity.value ?? -Infinity) - (a.severity.value ?? -Infinity));
    return { shown: strictest, withheld: all.length - shown.length };
  }

  /** Her own figures over the whole organization; null where she has rated nothing that counts yet. */
  async own(actor: Actor): Promise<{ readonly report: StoredReport; readonly figures: RaterFigures | null } | null> {
    if (!permits(actor, 'insights.readOwn')) return null;
    const report = await this.reader.one(actor, wholeOrganizationScope);
    return { report, figures: report.summary?.severity?.raters.find(({ raterId }) => raterId === actor.memberId) ?? null };
  }

  async questions(actor: Actor, { scope, inputHash }: StoredReport): Promise<readonly TitledQuestion[]> {
    const key = `${actor.organizationId}/${inputHash ?? ''}`;
    const known = this.unpacked.get(key);
    if (known !== undefined) return known;
    const text = await this.unitOfWork.read(actor, (tx) => this.reports.questions(tx, actor.organizationId, scope.scope));
    const questions = text === null ? [] : unpackQuestions(text);
    if (inputHash !== null) this.unpacked.set(key, questions);
    return questions;
  }
}
