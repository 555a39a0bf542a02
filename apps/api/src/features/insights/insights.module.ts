import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies';
import { InterviewsModule } from '../interviews';
import { KitsModule } from '../kits';
import { OrganizationsModule } from '../organizations';
import { QuestionBankModule } from '../question-bank';
import { ScorecardsModule } from '../scorecards';
import { CreateDeclarationLink } from './application/create-declaration-link';
import { DeclarationGate } from './application/declaration-gate';
import { DeclareGroups } from './application/declare-groups';
import { DueOrganizations } from './application/due-organizations';
import { InsightCalls } from './application/insight-calls';
import { InsightDesk } from './application/insight-desk';
import { PanelReader } from './application/panel-reader';
import { PublishFairness } from './application/publish-fairness';
import { RecomputeInsights } from './application/recompute-insights';
import { RefreshInsights } from './application/refresh-insights';
import { ReportReader } from './application/report-reader';
import { UpdateFairnessSettings } from './application/update-fairness-settings';
import { ViewComparison } from './application/view-comparison';
import { ViewDeclarationLink } from './application/view-declaration-link';
import { ViewFairness } from './application/view-fairness';
import { ViewInsights } from './application/view-insights';
import { ViewScores } from './application/view-scores';
import { WithdrawDeclaration } from './application/withdraw-declaration';
import './persistence/declaration-link.record';
import { DeclarationRepository } from './persistence/declaration.repository';
import { FairnessSettingRepository } from './persistence/fairness-setting.repository';
import './persistence/insight-report.record';
import { InsightReportRepository } from './persistence/insight-report.repository';
import './persistence/self-declaration.record';
import { FairnessResolver } from './transport/fairness.resolver';
import { InsightFieldsResolver, PanelStudyResolver, SeverityRulerResolver } from './transport/insight-fields.resolver';
import { InsightResolver } from './transport/insight.resolver';
import { LoopScoresResolver } from './transport/loop-scores.resolver';
import { OpeningComparisonResolver } from './transport/opening-comparison.resolver';

const repositories = [DeclarationRepository, FairnessSettingRepository, InsightReportRepository];
const verbs = [
  CreateDeclarationLink,
  DeclareGroups,
  PublishFairness,
  RecomputeInsights,
  RefreshInsights,
  UpdateFairnessSettings,
  WithdrawDeclaration,
];
const views = [
  DeclarationGate,
  DueOrganizations,
  InsightCalls,
  InsightDesk,
  PanelReader,
  ReportReader,
  ViewComparison,
  ViewDeclarationLink,
  ViewFairness,
  ViewInsights,
  ViewScores,
];
const transport = [
  FairnessResolver,
  InsightFieldsResolver,
  InsightResolver,
  LoopScoresResolver,
  OpeningComparisonResolver,
  PanelStudyResolver,
  SeverityRulerResolver,
];

@Module({
  imports: [OrganizationsModule, CompetenciesModule, QuestionBankModule, KitsModule, InterviewsModule, ScorecardsModule],
  providers: [...repositories, ...verbs, ...views, ...transport],
})
export class InsightsModule {}
