import { Injectable } from '@nestjs/common';
import { err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { ChangeItemsError } from '../errors';
import { KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';
import { Drafts } from './drafts';
import { FactFinder } from './fact-finder';
import { FamilyWatch } from './family-watch';
import { rearrangedRounds } from './rearranged-rounds';
import { layoutOf, reportOnKit } from './report-on-kit';

export interface MoveItemInput {
  readonly kitId: string | null;
  readonly questionId: string | null;
  /** Counted from 0. */
  readonly toRound: number;
  /** Place in that round, counted from 0. */
  readonly toPosition: number;
  readonly expectedRevision: number;
}

/** Moves a question within its round or to another one, and says at once which wishes the kit now breaks. */
@Injectable()
export class MoveItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly kits: KitRepository,
    private readonly facts: FactFinder,
    private readonly family: FamilyWatch,
  ) {}

  execute(actor: Actor, input: MoveItemInput): Promise<Result<{ kit: KitValue }, ChangeItemsError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const opened = await this.drafts.open(tx, actor.organizationId, input);
      if (!opened.ok) return opened;
      const kit = opened.value;
      const items = kit.rounds.flatMap((round) => round.items);
      const item = items.find(({ questionId }) => questionId === input.questionId);
      if (item === undefined) return err(notFound('question in this kit', ['input', 'questionId']));
      if (input.toRound >= kit.rounds.length) {
        return err(invalid(`The kit has ${kit.rounds.length} rounds, counted from 0.`, ['input', 'toRound']));
      }
      const rounds = rearrangedRounds(kit.rounds, item, input.toRound, input.toPosition);
      if (rounds === null) return err(invalid('There is no such place in that round; places are counted from 0.', ['input', 'toPosition']));

      const facts = await this.facts.find(tx, actor.organizationId, { ...kit, items });
      const counted = reportOnKit(layoutOf(rounds, facts), facts, { ...kit.report, status: 'EDITED' });
      const unlike = await this.family.brokenBy(tx, actor.organizationId, { ...kit, rounds });
      const report = { ...counted, violations: [...counted.violations, ...unlike] };
      const revision = await this.kits.change(tx, kit, { rounds, report });
      tx.audit({
        action: 'kit.moveItem',
        subjectType: 'Kit',
        subjectId: kit.id,
        detail: {
          revision,
          question: item.questionId,
          toRound: input.toRound,
          toPosition: input.toPosition,
          violations: report.violations.length,
        },
      });
      return ok({ kit: { ...kit, rounds, report, revision } });
    });
  }
}
