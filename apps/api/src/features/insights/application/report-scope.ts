import { canonicalJson } from '@touchstone/kernel';
import type { OpenLoopFilter } from '../../interviews';
import type { ReportScope } from '../persistence/insight-report.repository';

export type { ReportScope };

/** Which loops, and where the later part of them begins for drift. */
export interface ReportFilter extends OpenLoopFilter {
  readonly driftFrom?: Date | null;
}

/** The scope in its one text, by which reports are found. */
export function scopeOfFilter({ openingId, roleProfileId, from, until, driftFrom = null }: ReportFilter): ReportScope {
  const scope = canonicalJson({
    ...(openingId !== null && { openingId }),
    ...(roleProfileId !== null && { roleProfileId }),
    ...(from !== null && { from: from.toISOString() }),
    ...(until !== null && { until: until.toISOString() }),
    ...(driftFrom !== null && { driftFrom: driftFrom.toISOString() }),
  });
  return { scope, openingId, roleProfileId, periodFrom: from, periodUntil: until, driftFrom };
}

export const filterOfScope = ({ openingId, roleProfileId, periodFrom, periodUntil }: ReportScope): OpenLoopFilter => ({
  openingId,
  roleProfileId,
  from: periodFrom,
  until: periodUntil,
});

const ALL: OpenLoopFilter = { openingId: null, roleProfileId: null, from: null, until: null };
export const wholeOrganizationScope: ReportScope = scopeOfFilter(ALL);
export const openingScope = (openingId: string): ReportScope => scopeOfFilter({ ...ALL, openingId });
export const roleProfileScope = (roleProfileId: string): ReportScope => scopeOfFilter({ ...ALL, roleProfileId });

/** Not over loops: selection rates of groups, published by rules of their own. */
export const fairnessScope: ReportScope = {
  scope: 'fairness',
  openingId: null,
  roleProfileId: null,
  periodFrom: null,
  periodUntil: null,
  driftFrom: null,
};
