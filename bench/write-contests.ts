import { Client } from 'pg';
import type { Contest } from './contest';
import { postBytes, type RequestBytes } from './load';
import { globalId, SAVE_RATING, SUBMIT } from './operations';
import { CARDS_PER_ROUND, type ScaleDatabase } from './scale-database';

interface Card {
  readonly id: string;
  readonly memberId: string;
  readonly cells: readonly { readonly questionVersionId: string; readonly criterion: string }[];
}

const EVIDENCE = 'Read the figures aloud, named the day on which they turn, and said what that rules out.';

/** Saving one rating, and submitting a card with all its ratings: one transaction each, as durable as production. Half of the cards for either side. */
export async function writesOver(database: ScaleDatabase, productUrl: string, limitUrl: string): Promise<readonly Contest[]> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const { rows: cards } = await owner.query<Card>(DRAFTS, [database.organizationId]);
    const share = CARDS_PER_ROUND.submit / (CARDS_PER_ROUND.submit + CARDS_PER_ROUND.rate);
    const toSubmit = cards.slice(0, Math.floor(cards.length * share));
    await owner.query('ANALYZE');
    return [ratings(database, cards.slice(toSubmit.length), productUrl, limitUrl), submissions(database, toSubmit, productUrl, limitUrl)];
  } finally {
    await owner.end();
  }
}

/** Drafts of interviews that have ended, no two of one loop next to each other, with the criteria that they rate. */
const DRAFTS = `
  SELECT s.id, s.member_id AS "memberId", json_agg(json_build_object('questionVersionId', c.version_id, 'criterion', c.id) ORDER BY k.position, c.place) AS cells
  FROM scorecard s
  JOIN interview i ON i.organization_id = s.organization_id AND i.id = s.interview_id
  JOIN loop l ON l.organization_id = s.organization_id AND l.id = s.loop_id
  JOIN kit_item k ON k.organization_id = l.organization_id AND k.kit_id = l.kit_id AND k.round_index = i.round_index
  JOIN limits.criterion c ON c.version_id = k.question_version_id
  WHERE s.organization_id = $1 AND s.status = 'DRAFT' AND NOT EXISTS (SELECT 1 FROM rating r WHERE r.organization_id = s.organization_id AND r.scorecard_id = s.id)
  GROUP BY s.id, s.member_id ORDER BY md5(s.id::text)`;

function ratings({ interviewers, organizationId }: ScaleDatabase, cards: readonly Card[], productUrl: string, limitUrl: string): Contest {
  const cells = cards.flatMap(({ id, memberId, cells: ofCard }) => ofCard.map((cell) => ({ scorecardId: id, memberId, ...cell })));
  const product = cells
    .filter((_, place) => place % 2 === 0)
    .map(({ scorecardId, memberId, questionVersionId, criterion }) => {
      const input = {
        scorecardId: globalId('Scorecard', organizationId, scorecardId),
        questionVersionId: globalId('QuestionVersion', organizationId, questionVersionId),
        criterion,
        level: 3,
        evidence: EVIDENCE,
        judgement: '',
        probesUsed: [],
        expectedRevision: 0,
      };
      return postBytes(`${productUrl}/graphql`, { query: SAVE_RATING, variables: { input } }, interviewers.get(memberId) ?? null);
    });
  const limit = cells
    .filter((_, place) => place % 2 === 1)
    .map(({ scorecardId, questionVersionId, criterion }) =>
      postBytes(`${limitUrl}/rate`, { scorecardId, questionVersionId, criterion, level: 3, evidence: EVIDENCE }, null),
    );
  const cellsPerCard = cards[0]?.cells.length ?? 0;
  return {
    name: 'save one rating',
    ...onceEach(product, limit),
    requestsPerRound: (CARDS_PER_ROUND.rate / 2) * cellsPerCard,
    refuses: (body) => !body.includes('"level"'),
  };
}

function submissions(
  { interviewers, organizationId }: ScaleDatabase,
  cards: readonly Card[],
  productUrl: string,
  limitUrl: string,
): Contest {
  const product = cards
    .filter((_, place) => place % 2 === 0)
    .map(({ id, memberId, cells }, place) => {
      const ratings = ratingsOf(cells);
      const input = {
        scorecardId: globalId('Scorecard', organizationId, id),
        ratings: ratings.map(({ questionVersionId, ...rating }) => ({
          ...rating,
          questionVersionId: globalId('QuestionVersion', organizationId, questionVersionId),
          expectedRevision: 0,
        })),
        recommendation: 'HIRE',
        expectedRevision: 1,
        idempotencyKey: `bench-submit-${place}`,
      };
      return postBytes(`${productUrl}/graphql`, { query: SUBMIT, variables: { input } }, interviewers.get(memberId) ?? null);
    });
  const limit = cards
    .filter((_, place) => place % 2 === 1)
    .map(({ id, cells }) => postBytes(`${limitUrl}/submit`, { scorecardId: id, ratings: ratingsOf(cells) }, null));
  return {
    name: `submit a scorecard with its ${cards[0]?.cells.length ?? 0} ratings`,
    ...onceEach(product, limit),
    requestsPerRound: CARDS_PER_ROUND.submit / 2,
    refuses: (body) => !body.includes('SUBMITTED'),
  };
}

const ratingsOf = (cells: Card['cells']) => cells.map((cell) => ({ ...cell, level: 3, evidence: EVIDENCE }));

function onceEach(product: readonly RequestBytes[], limit: readonly RequestBytes[]): Pick<Contest, 'samples' | 'next'> {
  const through = (requests: readonly RequestBytes[]) => {
    let used = 0;
    return (): RequestBytes | null => requests[used++] ?? null;
  };
  return { samples: () => [], next: { product: through(product), limit: through(limit) } };
}
