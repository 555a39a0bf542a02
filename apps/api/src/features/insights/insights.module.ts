import { Module } from '@nestjs/common';
import { InterviewsModule } from '../interviews';
import { KitsModule } from '../kits';
import { OrganizationsModule } from '../organizations';
import { ScorecardsModule } from '../scorecards';
import { ViewScores } from './application/view-scores';
import { LoopScoresResolver } from './transport/loop-scores.resolver';

@Module({
  imports: [OrganizationsModule, KitsModule, InterviewsModule, ScorecardsModule],
  providers: [ViewScores, LoopScoresResolver],
})
export class InsightsModule {}
