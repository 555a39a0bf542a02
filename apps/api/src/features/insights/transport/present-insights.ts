import {
  type RaterFigures as RaterFiguresValue,
  reliabilitySentence,
  reportSentence,
  severitySentence,
  studySentence,
} from '@touchstone/interviewing/insights';
import { globalId } from '@touchstone/platform/graphql';
import type { Member } from '../../organizations';
import type { TitledQuestion } from '../application/kept-questions';
import type { StoredReport } from '../application/report-reader';
import type { InsightReport, QuestionFigures, RaterFigures } from './insight.types';

export const presentRater = ({ raterId: _, centralFlagged, ...figures }: RaterFiguresValue, member: Member | null): RaterFigures => ({
  ...figures,
  member,
  habit: centralFlagged,
});

export const presentQuestion = (organizationId: string, { questionVersionId, n, ...figures }: TitledQuestion): QuestionFigures => ({
  ...figures,
  ratings: n,
  questionVersionId: globalId('QuestionVersion', organizationId, questionVersionId),
});

const PENDING = 'The figures are being worked out.';
const NOTHING = 'Nothing is worked out over this scope. Ask for it by refreshInsights.';

export function presentReport(report: StoredReport, withheld: number): InsightReport {
  const { summary, upToDate, pending, computedAt, checkedAt } = report;
  const without = pending ? PENDING : NOTHING;
  const { severity = null, reliability = null, study = null } = summary ?? {};
  return {
    report,
    sentence: summary === null ? without : reportSentence(summary),
    loops: summary?.loops ?? 0,
    loopsUsed: summary?.loopsUsed ?? 0,
    ratings: summary?.n ?? 0,
    raters: summary?.raters ?? 0,
    severity: {
      report,
      status: severity?.status ?? 'INSUFFICIENT_DATA',
      sentence: summary === null ? without : severitySentence(severity),
      withheld,
    },
    reliability: {
      status: reliability?.status ?? 'INSUFFICIENT_DATA',
      sentence: summary === null ? without : reliabilitySentence(reliability),
      single: reliability?.single ?? null,
      panel: reliability?.panel ?? null,
      panelSize: reliability?.panelSize ?? null,
      alpha: reliability?.alpha ?? null,
      consistency: reliability?.consistency ?? null,
    },
    panelStudy: {
      report,
      status: study?.status ?? 'INSUFFICIENT_DATA',
      sentence: summary === null ? without : studySentence(study),
      design: study?.design ?? null,
      ratings: study?.n ?? 0,
      raters: study?.raters ?? 0,
      components: study?.components ?? [],
      panels: study?.panels ?? [],
    },
    laterHalfFrom: summary?.laterHalfFrom ? new Date(summary.laterHalfFrom) : null,
    upToDate,
    pending,
    computedAt,
    checkedAt,
  };
}
