import type { Type } from '@nestjs/common';
import { CompetenciesModule } from './features/competencies';
import { IdentityModule } from './features/identity';
import { InsightsModule } from './features/insights';
import { InterviewsModule } from './features/interviews';
import { KitsModule } from './features/kits';
import { OrganizationsModule } from './features/organizations';
import { QuestionBankModule } from './features/question-bank';
import { ScorecardsModule } from './features/scorecards';

/** The rooms, in the order in which they may know each other: each sees only those before it. */
export const rooms: readonly Type[] = [
  IdentityModule,
  OrganizationsModule,
  CompetenciesModule,
  QuestionBankModule,
  KitsModule,
  InterviewsModule,
  ScorecardsModule,
  InsightsModule,
];
