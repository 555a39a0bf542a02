import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { WriterStandings } from '../../interviews';
import type { SaveRatingError } from '../errors';
import { RatingRepository } from '../persistence/rating.repository';
import { OwnDraft, unknownCard } from './own-draft';
import { RatedItems } from './rated-items';
import { changingEntries, checkEntries, type RatingEntry } from './rating-entries';
import { mayWrite } from './writing-rights';

export interface SaveRatingInput extends RatingEntry {
  readonly scorecardId: string | null;
}

export interface SavedRating {
  readonly scorecardId: string;
  readonly questionVersionId: string;
  readonly criterion: string;
}

/**
 * Saves one rating of the actor's draft, as she goes. Saving the same content again changes nothing and is no conflict, so a client may
 * retry as often as it likes. A skipped item may still get notes: they are shown at the debrief and do not count.
 */
@Injectable()
export class SaveRating {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: WriterStandings,
    private readonly items: RatedItems,
    private readonly drafts: OwnDraft,
    private readonly ratings: RatingRepository,
  ) {}

  async execute(actor: Actor, { scorecardId, ...entry }: SaveRatingInput): Promise<Result<SavedRating, SaveRatingError>> {
    if (scorecardId === null) return err(unknownCard());
    return this.unitOfWork.write(actor, async (tx) => {
      const { organizationId, memberId } = actor;
      const card = await this.drafts.hold(tx, actor, scorecardId, 'RATE');
      if (!card.ok) return card;
      const [standing, stored] = await Promise.all([
        this.standings.of(tx, organizationId, card.value.interviewId, memberId),
        this.ratings.ofCards(tx, organizationId, [scorecardId]),
      ]);
      if (standing === null) return err(unknownCard());
      const allowed = mayWrite(actor, standing);
      if (!allowed.ok) return allowed;
      const checked = checkEntries([entry], await this.items.of(tx, organizationId, standing.interview), () => ['input']);
      if (!checked.ok) return checked;
      const changing = changingEntries(checked.value, stored);
      if (!changing.ok) return changing;
      const [saved] = checked.value;
      if (changing.value.length > 0) {
        await this.ratings.save(tx, organizationId, scorecardId, changing.value);
        tx.audit({ action: 'scorecard.rate', subjectType: 'Scorecard', subjectId: scorecardId });
      }
      return ok({ scorecardId, questionVersionId: saved?.questionVersionId ?? '', criterion: entry.criterion });
    });
  }
}
