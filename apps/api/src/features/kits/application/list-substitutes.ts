import { Injectable } from '@nestjs/common';
import { substitutesFor } from '@touchstone/kit-assembly';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { KitRepository } from '../persistence/kit.repository';
import { FactFinder } from './fact-finder';
import { layoutOf } from './report-on-kit';

export interface SubstituteValue {
  readonly organizationId: string;
  readonly questionId: string;
  readonly questionVersionId: string;
  readonly minutes: number;
  /** Points gained or lost against the kit as it is. */
  readonly objectiveChange: number;
}

/** Which questions could stand in the place of this one without breaking a hard wish, the best first? */
@Injectable()
export class ListSubstitutes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kits: KitRepository,
    private readonly facts: FactFinder,
  ) {}

  execute(actor: Actor, kitId: string | null, questionId: string | null, most: number): Promise<SubstituteValue[]> {
    const { organizationId } = actor;
    return this.unitOfWork.read(actor, async (tx) => {
      const kit = kitId === null ? null : await this.kits.byId(tx, organizationId, kitId);
      const roundIndex = kit?.rounds.findIndex(({ items }) => items.some((item) => item.questionId === questionId)) ?? -1;
      if (kit === null || questionId === null || roundIndex < 0) return [];
      const facts = await this.facts.find(tx, organizationId, { ...kit, items: kit.rounds.flatMap(({ items }) => items) });
      // The solver's list gives up the wish that the leaving question must be there; whoever publishes does not.
      if (kit.wishes.mustHaveQuestionIds.includes(questionId)) return [];
      const place = { roundIndex, questionId: facts.slugOf.get(questionId) ?? questionId };
      return substitutesFor(layoutOf(kit.rounds, facts), place, facts.blueprint, facts.pool)
        .slice(0, most)
        .flatMap(({ questionId: slug, objectiveChange }) => {
          const candidate = facts.bySlug.get(slug);
          if (candidate === undefined) return [];
          const { questionVersionId, question } = candidate;
          return [{ organizationId, questionId: candidate.questionId, questionVersionId, minutes: question.minutes, objectiveChange }];
        });
    });
  }
}
