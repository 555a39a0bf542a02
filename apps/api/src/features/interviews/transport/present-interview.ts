import { localTime, wordsOf } from '@touchstone/interviewing/interviews';
import { globalId } from '@touchstone/platform/graphql';
import type { DeviationValue, InterviewValue, SeatValue } from '../application/view-interviews';
import type { Deviation, Interview, PanelSeat } from './interview.types';

/** An interview as its readers see it. */
export const presentInterview = (source: InterviewValue): Interview => ({
  source,
  id: globalId('Interview', source.organizationId, source.id),
  candidateName: source.candidateName,
  roundIndex: source.roundIndex,
  roundName: source.roundName,
  status: source.status,
  startsAt: source.startsAt,
  endsAt: source.endsAt,
  timeZone: source.timeZone,
  localStartsAt: localTime(source.startsAt, source.timeZone),
  localEndsAt: localTime(source.endsAt, source.timeZone),
  startedAt: source.startedAt,
  endedAt: source.endedAt,
  statusReason: wordsOf(source.statusReason, source),
  revision: source.revision,
});

/** A seat as the panel sees it: whether it has submitted, and nothing else of its scorecard, not even when. */
export const presentSeat = (source: SeatValue): PanelSeat => ({
  source,
  id: globalId('PanelSeat', source.organizationId, source.id),
  kind: source.kind,
  submitted: source.submittedAt !== null,
  removed: source.removedAt !== null,
  removedAt: source.removedAt,
  removedReason: wordsOf(source.removedReason, source),
});

export const presentDeviation = (source: DeviationValue): Deviation => ({
  memberId: source.recordedBy,
  kind: source.kind,
  questionVersionId: globalId('QuestionVersion', source.organizationId, source.questionVersionId),
  reason: wordsOf(source.reason, source),
  textErasedAt: source.textErasedAt,
  createdAt: source.createdAt,
});
