import type { GraphqlClient } from '../graphql-client';
import { documents } from './documents';
import { key, must } from './steps';

/** How somebody rates: the level she gives to the n-th criterion of the whole interview. */
export type Temperament = (criterionIndex: number) => number;

interface RoomItem {
  readonly questionVersionId: string;
  readonly questionVersion: {
    readonly title: string;
    readonly rubric: {
      readonly criteria: readonly {
        readonly id: string;
        readonly title: string;
        readonly anchors: readonly { readonly level: number; readonly text: string }[];
      }[];
    };
    readonly probes: readonly { readonly id: string }[];
  };
}

/** Runs an interview: in the room, then out of it. */
export async function holdInterview(lead: GraphqlClient, interviewId: string): Promise<void> {
  await enterRoom(lead, interviewId);
  await leaveRoom(lead, interviewId);
}

export async function enterRoom(lead: GraphqlClient, interviewId: string): Promise<void> {
  const { interview } = await lead.ask(documents.room, { id: interviewId });
  await must(lead, documents.start, { interviewId, expectedRevision: interview.revision }, 'StartInterviewPayload');
}

export async function leaveRoom(lead: GraphqlClient, interviewId: string): Promise<void> {
  const { interview } = await lead.ask(documents.room, { id: interviewId });
  await must(lead, documents.end, { interviewId, expectedRevision: interview.revision }, 'EndInterviewPayload');
}

/** Writes evidence and a level for every criterion, piece by piece as the interview room would. Gives the card and what it was rated. */
export async function rate(
  rater: GraphqlClient,
  interviewId: string,
  temperament: Temperament,
): Promise<{ scorecardId: string; revision: number; ratings: number }> {
  const { interview } = await rater.ask<{ interview: { items: RoomItem[] } }>(documents.room, { id: interviewId });
  const { scorecard } = await must<{ scorecard: { id: string; revision: number } }>(
    rater,
    documents.openScorecard,
    { interviewId },
    'OpenScorecardPayload',
  );
  let ratings = 0;
  for (const { questionVersionId, questionVersion } of interview.items) {
    for (const criterion of questionVersion.rubric.criteria) {
      const level = Math.min(5, Math.max(1, temperament(ratings)));
      const anchor = criterion.anchors.find((entry) => entry.level === level)?.text ?? '';
      await must(
        rater,
        documents.saveRating,
        {
          scorecardId: scorecard.id,
          questionVersionId,
          criterion: criterion.id,
          level,
          expectedRevision: 0,
          evidence: `On "${questionVersion.title}": ${anchor}`,
          judgement: `Meets the anchor of level ${level} for "${criterion.title}".`,
          probesUsed: questionVersion.probes.slice(0, 1).map(({ id }) => id),
        },
        'SaveRatingPayload',
      );
      ratings += 1;
    }
  }
  return { scorecardId: scorecard.id, revision: scorecard.revision, ratings };
}

/** Concludes and submits a card. */
export async function submit(
  rater: GraphqlClient,
  card: { scorecardId: string; revision: number },
  recommendation: string,
  summary: string,
): Promise<void> {
  const { scorecard } = await must<{ scorecard: { revision: number } }>(
    rater,
    documents.saveSummary,
    { scorecardId: card.scorecardId, recommendation, summary, expectedRevision: card.revision },
    'SaveSummaryPayload',
  );
  await must(
    rater,
    documents.submit,
    { scorecardId: card.scorecardId, expectedRevision: scorecard.revision, idempotencyKey: key() },
    'SubmitScorecardPayload',
  );
}
