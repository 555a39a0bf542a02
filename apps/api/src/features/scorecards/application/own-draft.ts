import { Injectable } from '@nestjs/common';
import { type ScorecardAction, transitionScorecard } from '@touchstone/interviewing/scorecards';
import { type ConflictError, conflict, err, notFound, type NotFoundError, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import type { ScorecardRecord } from '../persistence/scorecard.record';
import { ScorecardRepository } from '../persistence/scorecard.repository';

/** The actor's own draft, held until the transaction ends: everything that is written to one card happens one after the other. */
@Injectable()
export class OwnDraft {
  constructor(private readonly scorecards: ScorecardRepository) {}

  async hold(
    tx: Transaction,
    actor: Actor,
    scorecardId: string,
    action: ScorecardAction,
  ): Promise<Result<ScorecardRecord, NotFoundError | ConflictError>> {
    const draft = await this.scorecards.lockDraft(tx, actor, scorecardId);
    if (draft !== null) return ok(draft);
    if ((await this.scorecards.own(tx, actor, scorecardId)) === null) return err(unknownCard());
    const refused = transitionScorecard('SUBMITTED', action);
    return refused.ok ? err(conflict('This scorecard is submitted and stays as it is.', ['input', 'scorecardId'])) : refused;
  }
}

/** Unknown, another organization's, or another panelist's: the same answer. */
export const unknownCard = (): NotFoundError => notFound('scorecard of yours', ['input', 'scorecardId']);
