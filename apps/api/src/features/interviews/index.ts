/* What later rooms may touch */
export { InterviewsModule } from './interviews.module';

/* Loops and their seal: whoever changes a loop calls `Loops.lock` first, and `SealOpener.openIfDue` after */
export { LoopRepository as Loops, type LoopStanding, type LoopValue } from './persistence/loop.repository';
export { LoopLoader } from './application/loop.loader';
export { LoopReader } from './application/loop-reader';
export { LoopRights } from './application/loop-rights';
export { CandidateRepository as Candidates } from './persistence/candidate.repository';
export { OpeningRepository as Openings } from './persistence/opening.repository';
export { OpenLoopRepository as OpenLoops, type OpenLoopFilter, type OpenLoopValue } from './persistence/open-loop.repository';
export { SealRepository as Seals } from './persistence/seal.repository';
export { SealReader, type SealState } from './application/seal-reader';
export { SealOpener } from './application/seal-opener';
export { announceOnLoop, readLoopAnnouncement, type LoopChangeFact, type LoopChangeKind } from './application/loop-announcement';

/* Interviews, seats, what was asked */
export { InterviewRepository as Interviews, type InterviewValue } from './persistence/interview.repository';
export { SeatRepository as Seats, type SeatValue } from './persistence/seat.repository';
export { WriterStandingRepository as WriterStandings, type WriterStanding } from './persistence/writer-standing.repository';
export { DeviationRepository as Deviations } from './persistence/deviation.repository';
export { ConflictRepository as Conflicts } from './persistence/conflict.repository';
export { InterviewItems } from './application/interview-items';

/* What is written about candidates: a room that keeps such words takes them out when one is erased */
export { type WordsEraser, WrittenOnLoops } from './application/written-on-loops';

export { OpeningLoader } from './application/opening.loader';

/* GraphQL types, to add fields to */
export { TEXT_ERASED_AT } from './transport/erased-text';
export { Application } from './transport/application.types';
export { Candidate } from './transport/candidate.types';
export { Deviation, Interview, PanelSeat, SeatKindEnum } from './transport/interview.types';
export { Loop } from './transport/loop.types';
export { Opening } from './transport/opening.types';
export { presentDeviation, presentInterview, presentSeat } from './transport/present-interview';
export { presentLoop } from './transport/present-loop';
