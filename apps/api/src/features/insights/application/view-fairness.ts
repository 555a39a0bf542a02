import { Injectable } from '@nestjs/common';
import type { FairnessFigures, ScopeFairness } from '@touchstone/interviewing/insights';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { RoleProfiles } from '../../competencies';
import { FairnessSettingRepository } from '../persistence/fairness-setting.repository';
import { InsightReportRepository } from '../persistence/insight-report.repository';
import { fairnessScope } from './report-scope';

export interface FairnessView {
  readonly smallestGroup: number;
  readonly settingRevision: number;
  readonly computedAt: Date | null;
  /** Null where nothing was published over this. */
  readonly figures: ScopeFairness | null;
}

/** Selection rates of groups, as they were published last. Counts and rates of groups; there are no rows to read. */
@Injectable()
export class ViewFairness {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: FairnessSettingRepository,
    private readonly reports: InsightReportRepository,
    private readonly profiles: RoleProfiles,
  ) {}

  /** Over one role profile, or over everything; null where there is no such profile. */
  async execute(actor: Actor, roleProfileId: string | null): Promise<FairnessView | null> {
    const { organizationId } = actor;
    const [[report], { smallestGroup, revision }, profile] = await this.unitOfWork.read(actor, (tx) =>
      Promise.all([
        this.reports.summaries(tx, organizationId, [fairnessScope.scope]),
        this.settings.of(tx, organizationId),
        roleProfileId === null ? null : this.profiles.byId(tx, organizationId, roleProfileId),
      ]),
    );
    if (roleProfileId !== null && profile === null) return null;
    const summary = report?.summary ?? null;
    const published = summary === null ? null : (JSON.parse(summary) as FairnessFigures);
    const figures = roleProfileId === null ? published?.overall : published?.profiles[roleProfileId];
    return { smallestGroup, settingRevision: revision, computedAt: report?.computedAt ?? null, figures: figures ?? null };
  }
}
