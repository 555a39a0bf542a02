import { Module } from '@nestjs/common';
import { InterviewsModule } from '../interviews';
import { KitsModule } from '../kits';
import { OrganizationsModule } from '../organizations';
import { QuestionBankModule } from '../question-bank';
import { CardWords } from './application/card-words';
import { EvidenceLoader } from './application/evidence.loader';
import { InterviewLoader } from './application/interview.loader';
import { ListScorecards } from './application/list-scorecards';
import { LoopEvidence } from './application/loop-evidence';
import { MissingParts } from './application/missing-parts';
import { OpenScorecard } from './application/open-scorecard';
import { OpenSealEarly } from './application/open-seal-early';
import { RateAgain } from './application/rate-again';
import { RatedItems } from './application/rated-items';
import { RecordDecision } from './application/record-decision';
import { SaveRating } from './application/save-rating';
import { SaveSummary } from './application/save-summary';
import { ScorecardLoader } from './application/scorecard.loader';
import { SubmitScorecard } from './application/submit-scorecard';
import { ViewDebrief } from './application/view-debrief';
import { ViewDecision } from './application/view-decision';
import { OwnDraft } from './application/own-draft';
import { CardWordsRepository } from './persistence/card-words.repository';
import { DecisionRepository } from './persistence/decision.repository';
import { PanelRatingRepository } from './persistence/panel-rating.repository';
import { RatingRepository } from './persistence/rating.repository';
import { ScorecardRepository } from './persistence/scorecard.repository';
import { SecondRatingRepository } from './persistence/second-rating.repository';
import { DebriefResolver } from './transport/debrief.resolver';
import { InterviewScorecardsResolver } from './transport/interview-scorecards.resolver';
import { LoopDebriefResolver } from './transport/loop-debrief.resolver';
import { RateResolver } from './transport/rate.resolver';
import { ScorecardNode } from './transport/scorecard.node';
import { ScorecardResolver } from './transport/scorecard.resolver';
import { SeatScorecardResolver } from './transport/seat-scorecard.resolver';

const repositories = [
  CardWordsRepository,
  DecisionRepository,
  PanelRatingRepository,
  RatingRepository,
  ScorecardRepository,
  SecondRatingRepository,
];
const verbs = [OpenScorecard, OpenSealEarly, RateAgain, RecordDecision, SaveRating, SaveSummary, SubmitScorecard];
const views = [
  CardWords,
  EvidenceLoader,
  InterviewLoader,
  ListScorecards,
  LoopEvidence,
  MissingParts,
  RatedItems,
  ScorecardLoader,
  ViewDebrief,
  ViewDecision,
  OwnDraft,
];
const transport = [
  DebriefResolver,
  InterviewScorecardsResolver,
  LoopDebriefResolver,
  RateResolver,
  ScorecardNode,
  ScorecardResolver,
  SeatScorecardResolver,
];

@Module({
  imports: [OrganizationsModule, QuestionBankModule, KitsModule, InterviewsModule],
  providers: [...repositories, ...verbs, ...views, ...transport],
  exports: [DecisionRepository, EvidenceLoader, PanelRatingRepository],
})
export class ScorecardsModule {}
