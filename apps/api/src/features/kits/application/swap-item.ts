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
import { layoutOf, reportOnKit } from './report-on-kit';

export interface SwapItemInput {
  readonly kitId: string | null;
  readonly questionId: string | null;
  readonly replacementQuestionId: string | null;
  readonly expectedRevision: number;
}

/**
 * Puts another approved question in the place of one, and says at once which wishes, and what of its family, the kit now breaks. A question swapped
 * for itself is brought to its newest approved version.
 */
@Injectable()
export class SwapItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly kits: KitRepository,
    private readonly facts: FactFinder,
    private readonly family: FamilyWatch,
  ) {}

  execute(actor: Actor, input: SwapItemInput): Promise<Result<{ kit: KitValue }, ChangeItemsError>> {
    const { questionId, replacementQuestionId } = input;
    return this.unitOfWork.write(actor, async (tx) => {
      const opened = await this.drafts.open(tx, actor.organizationId, input);
      if (!opened.ok) return opened;
      const kit = opened.value;
      const others = kit.rounds.flatMap(({ items }) => items).filter((item) => item.questionId !== questionId);
      const leaves = kit.rounds.some(({ items }) => items.some((item) => item.questionId === questionId));
      if (!leaves) return err(notFound('question in this kit', ['input', 'questionId']));
      if (others.some((item) => item.questionId === replacementQuestionId)) {
        return err(invalid('This question stands in the kit already. A kit asks a question once.', ['input', 'replacementQuestionId']));
      }
      const facts = await this.facts.find(tx, actor.organizationId, { ...kit, items: others });
      const enters = facts.bySlug.get(facts.slugOf.get(replacementQuestionId ?? '') ?? '');
      if (enters === undefined) return err(notFound('question to choose from', ['input', 'replacementQuestionId']));

      const item = { questionId: enters.questionId, questionVersionId: enters.questionVersionId, plannedMinutes: enters.question.minutes };
      const rounds = kit.rounds.map((round) => ({
        ...round,
        items: round.items.map((old) => (old.questionId === questionId ? item : old)),
      }));
      const counted = reportOnKit(layoutOf(rounds, facts), facts, { ...kit.report, status: 'EDITED' });
      const unlike = await this.family.brokenBy(tx, actor.organizationId, { ...kit, rounds });
      const report = { ...counted, violations: [...counted.violations, ...unlike] };
      const revision = await this.kits.change(tx, kit, { rounds, report });
      tx.audit({
        action: 'kit.swapItem',
        subjectType: 'Kit',
        subjectId: kit.id,
        detail: { revision, out: questionId, in: enters.questionId, violations: report.violations.length },
      });
      return ok({ kit: { ...kit, rounds, report, revision } });
    });
  }
}
