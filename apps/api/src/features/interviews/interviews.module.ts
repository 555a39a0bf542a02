import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies';
import { IdentityModule } from '../identity';
import { KitsModule } from '../kits';
import { OrganizationsModule } from '../organizations';
import { QuestionBankModule } from '../question-bank';
import { AcknowledgeConflict } from './application/acknowledge-conflict';
import { AnswerRubricRights } from './application/answer-rubric-rights';
import { AssignSeat } from './application/assign-seat';
import { CancelInterview } from './application/cancel-interview';
import { CandidateReader } from './application/candidate-reader';
import { CandidateLoader } from './application/candidate.loader';
import { CloseOpening } from './application/close-opening';
import { ConflictReader } from './application/conflict-reader';
import { CreateApplication } from './application/create-application';
import { CreateCandidate } from './application/create-candidate';
import { CreateOpening } from './application/create-opening';
import { DeclareConflict } from './application/declare-conflict';
import { EndInterview } from './application/end-interview';
import { EraseCandidate } from './application/erase-candidate';
import { InterviewItemLoader } from './application/interview-item.loader';
import { InterviewItems } from './application/interview-items';
import { InterviewPlanner } from './application/interview-planner';
import { InterviewStep } from './application/interview-step';
import { InterviewLoader } from './application/interview.loader';
import { KitReader } from './application/kit-reader';
import { LoopGate } from './application/loop-gate';
import { LoopReader } from './application/loop-reader';
import { LoopRights } from './application/loop-rights';
import { LoopLoader } from './application/loop.loader';
import { MarkNoShow } from './application/mark-no-show';
import { OpeningFacts } from './application/opening-facts';
import { OpeningStep } from './application/opening-step';
import { OpeningLoader } from './application/opening.loader';
import { PlanLoop } from './application/plan-loop';
import { ReasonedStep } from './application/reasoned-step';
import { RecordDeviation } from './application/record-deviation';
import { PrintInterview } from './application/print-interview';
import { RemoveSeat } from './application/remove-seat';
import { ReopenOpening } from './application/reopen-opening';
import { RescheduleInterview } from './application/reschedule-interview';
import { ScheduleInterview } from './application/schedule-interview';
import { SealOpener } from './application/seal-opener';
import { SealReader } from './application/seal-reader';
import { Seating } from './application/seating';
import { StartInterview } from './application/start-interview';
import { UpdateCandidate } from './application/update-candidate';
import { UpdateOpening } from './application/update-opening';
import { ViewApplications } from './application/view-applications';
import { ViewCandidates } from './application/view-candidates';
import { ViewConflicts } from './application/view-conflicts';
import { ViewInterviews } from './application/view-interviews';
import { ViewLoops } from './application/view-loops';
import { ViewOpenings } from './application/view-openings';
import { WatchLoop } from './application/watch-loop';
import { WithdrawConflict } from './application/withdraw-conflict';
import { WriteInvitations } from './application/write-invitations';
import { WrittenOnLoops } from './application/written-on-loops';
import './persistence/application.record';
import { ApplicationRepository } from './persistence/application.repository';
import { CandidateRepository } from './persistence/candidate.repository';
import { ConflictRepository } from './persistence/conflict.repository';
import { DeviationRepository } from './persistence/deviation.repository';
import { ErasureRepository } from './persistence/erasure.repository';
import { InterviewRepository } from './persistence/interview.repository';
import { LoopRepository } from './persistence/loop.repository';
import { OpenLoopRepository } from './persistence/open-loop.repository';
import { OpeningRepository } from './persistence/opening.repository';
import { SealRepository } from './persistence/seal.repository';
import { SeatRepository } from './persistence/seat.repository';
import { WriterStandingRepository } from './persistence/writer-standing.repository';
import { ApplicationResolver } from './transport/application.resolver';
import { CandidateResolver } from './transport/candidate.resolver';
import { OpeningFieldsResolver, ApplicationFieldsResolver } from './transport/hiring-fields.resolver';
import {
  InterviewFieldsResolver,
  InterviewItemFieldsResolver,
  DeviationFieldsResolver,
  PanelSeatFieldsResolver,
} from './transport/interview-fields.resolver';
import { InterviewPlanResolver } from './transport/interview-plan.resolver';
import { InterviewRunResolver } from './transport/interview-run.resolver';
import { InterviewGuideResolver } from './transport/interview-guide.resolver';
import { InterviewResolver } from './transport/interview.resolver';
import { InterviewsNodes } from './transport/interviews.node';
import { InvitationsResolver } from './transport/invitations.resolver';
import { LoopFieldsResolver, ConflictFieldsResolver } from './transport/loop-fields.resolver';
import { LoopResolver } from './transport/loop.resolver';
import { OpeningResolver } from './transport/opening.resolver';
import { PanelResolver } from './transport/panel.resolver';

const repositories = [
  ApplicationRepository,
  CandidateRepository,
  ConflictRepository,
  DeviationRepository,
  ErasureRepository,
  InterviewRepository,
  LoopRepository,
  OpenLoopRepository,
  OpeningRepository,
  SealRepository,
  SeatRepository,
  WriterStandingRepository,
];
const verbs = [
  AcknowledgeConflict,
  AnswerRubricRights,
  AssignSeat,
  CancelInterview,
  CandidateLoader,
  CandidateReader,
  CloseOpening,
  ConflictReader,
  CreateApplication,
  CreateCandidate,
  CreateOpening,
  DeclareConflict,
  EndInterview,
  EraseCandidate,
  InterviewItemLoader,
  InterviewItems,
  InterviewPlanner,
  InterviewStep,
  InterviewLoader,
  KitReader,
  LoopGate,
  LoopReader,
  LoopRights,
  LoopLoader,
  MarkNoShow,
  OpeningFacts,
  OpeningLoader,
  OpeningStep,
  PlanLoop,
  ReasonedStep,
  RecordDeviation,
  PrintInterview,
  RemoveSeat,
  ReopenOpening,
  RescheduleInterview,
  ScheduleInterview,
  SealOpener,
  SealReader,
  Seating,
  StartInterview,
  UpdateCandidate,
  UpdateOpening,
  ViewApplications,
  ViewCandidates,
  ViewConflicts,
  ViewInterviews,
  ViewLoops,
  ViewOpenings,
  WatchLoop,
  WithdrawConflict,
  WriteInvitations,
  WrittenOnLoops,
];
const transport = [
  ApplicationResolver,
  CandidateResolver,
  OpeningFieldsResolver,
  ApplicationFieldsResolver,
  InterviewFieldsResolver,
  InterviewItemFieldsResolver,
  DeviationFieldsResolver,
  PanelSeatFieldsResolver,
  InterviewPlanResolver,
  InterviewRunResolver,
  InterviewGuideResolver,
  InvitationsResolver,
  InterviewResolver,
  InterviewsNodes,
  LoopFieldsResolver,
  ConflictFieldsResolver,
  LoopResolver,
  OpeningResolver,
  PanelResolver,
];

@Module({
  imports: [IdentityModule, OrganizationsModule, CompetenciesModule, QuestionBankModule, KitsModule],
  providers: [...repositories, ...verbs, ...transport],
  exports: [
    CandidateRepository,
    ConflictRepository,
    DeviationRepository,
    InterviewRepository,
    LoopRepository,
    OpenLoopRepository,
    OpeningRepository,
    SealRepository,
    SeatRepository,
    WriterStandingRepository,
    InterviewItems,
    LoopLoader,
    LoopReader,
    LoopRights,
    OpeningLoader,
    SealOpener,
    SealReader,
    WrittenOnLoops,
  ],
})
export class InterviewsModule {}
