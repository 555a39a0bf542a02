import { Injectable } from '@nestjs/common';
import type { PanelistRecommendation } from '@touchstone/interviewing/scorecards';
import { conflict, err, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { announceOnLoop, Loops, SealOpener, Seals, Seats, WriterStandings } from '../../interviews';
import { incomplete, type SubmitScorecardError } from '../errors';
import { RatingRepository } from '../persistence/rating.repository';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';
import { missingOf } from './missing-parts';
import { OwnDraft, unknownCard } from './own-draft';
import { RatedItems } from './rated-items';
import { changingEntries, type CheckedEntry, checkEntries, type RatingEntry, ratingsAfter } from './rating-entries';
import { mayWrite } from './writing-rights';

export interface SubmitScorecardInput {
  readonly scorecardId: string | null;
  /** Ratings that are not saved yet; they are saved with the submission, or nothing is. */
  readonly ratings: readonly RatingEntry[];
  /** Null: as saved. */
  readonly recommendation: PanelistRecommendation | null;
  /** Null: as saved. */
  readonly summary: string | null;
  readonly expectedRevision: number;
  readonly idempotencyKey: string;
}

/** What a submission writes, once nothing stands against it. */
interface Submission {
  readonly card: ScorecardRecord;
  readonly seatId: string;
  readonly ratings: readonly CheckedEntry[];
  readonly afterOpening: boolean;
}

/**
 * Submits the actor's card, for good, with what of it is not saved yet, and opens the seal of the loop where it was the last one. One
 * transaction that holds the card and then the loop, so that two who submit last at the same time open it once, and a failed
 * commit shows nothing to anybody.
 */
@Injectable()
export class SubmitScorecard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: OwnDraft,
    private readonly loops: Loops,
    private readonly standings: WriterStandings,
    private readonly seats: Seats,
    private readonly seals: Seals,
    private readonly sealOpener: SealOpener,
    private readonly items: RatedItems,
    private readonly scorecards: ScorecardRepository,
    private readonly ratings: RatingRepository,
  ) {}

  async execute(
    actor: Actor,
    input: SubmitScorecardInput,
  ): Promise<Result<{ readonly scorecardId: string; readonly loopId: string }, SubmitScorecardError>> {
    const { scorecardId, expectedRevision, idempotencyKey: key, ratings, recommendation, summary } = input;
    if (scorecardId === null) return err(unknownCard());
    const asked = { scorecardId, expectedRevision, ratings, recommendation, summary };
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const card = await this.drafts.hold(tx, actor, scorecardId, 'SUBMIT');
        if (!card.ok) return card;
        if (card.value.revision !== expectedRevision) return err(revisionConflict(card.value.revision, 'scorecard'));
        const submission = await this.prepare(tx, actor, card.value, input);
        return submission.ok ? this.submit(tx, submission.value) : submission;
      },
      { once: { operation: 'scorecard.submit', key, input: asked } },
    );
  }

  /** Gathers what stands for and against it under the locks, and lets the rules decide. */
  private async prepare(
    tx: Transaction,
    actor: Actor,
    draft: ScorecardRecord,
    input: SubmitScorecardInput,
  ): Promise<Result<Submission, SubmitScorecardError>> {
    const { organizationId, memberId } = actor;
    const [, standing, stored] = await Promise.all([
      this.loops.hold(tx, organizationId, draft.loopId),
      this.standings.of(tx, organizationId, draft.interviewId, memberId),
      this.ratings.ofCards(tx, organizationId, [draft.id]),
    ]);
    if (standing === null) return err(unknownCard());
    const allowed = mayWrite(actor, standing);
    if (!allowed.ok) return allowed;
    if (standing.interview.status !== 'ENDED')
      return err(conflict('This interview has not ended yet. End it, then submit.', ['input', 'scorecardId']));
    const items = await this.items.of(tx, organizationId, standing.interview);
    const checked = checkEntries(input.ratings, items, (index) => ['input', 'ratings', String(index)]);
    if (!checked.ok) return checked;
    const changing = changingEntries(checked.value, stored);
    if (!changing.ok) return changing;
    const card = {
      ...draft,
      recommendation: input.recommendation ?? draft.recommendation,
      summary: input.summary ?? draft.summary,
    };
    const missing = missingOf(card.recommendation, ratingsAfter(stored, changing.value), items);
    if (missing.length > 0) return err(incomplete(missing));
    return ok({ card, seatId: allowed.value.seatId, ratings: changing.value, afterOpening: standing.sealOpenedAt !== null });
  }

  private async submit(
    tx: Transaction,
    { card, seatId, ratings, afterOpening }: Submission,
  ): Promise<Result<{ scorecardId: string; loopId: string }, SubmitScorecardError>> {
    const { organizationId, id: scorecardId, loopId } = card;
    const [, submitted, marked, facts] = await Promise.all([
      ratings.length > 0 ? this.ratings.save(tx, organizationId, scorecardId, ratings) : null,
      this.scorecards.submit(tx, card, { afterOpening }),
      this.seats.markSubmitted(tx, organizationId, seatId),
      this.seals.of(tx, organizationId, loopId),
    ]);
    if (!submitted) return err(revisionConflict(card.revision, 'scorecard'));
    if (!marked) return err(conflict('This seat has submitted already or was removed.', ['input', 'scorecardId']));
    announceOnLoop(tx, organizationId, { loopId, kind: 'SUBMITTED', interviewId: card.interviewId, seatId });
    const opensSeal = await this.sealOpener.openIfDue(tx, organizationId, loopId, facts);
    tx.audit({ action: 'scorecard.submit', subjectType: 'Scorecard', subjectId: scorecardId, detail: { loopId, afterOpening, opensSeal } });
    return ok({ scorecardId, loopId });
  }
}
