import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { scopeOf, UnitOfWork } from '@touchstone/platform/database';
import { type Once, recallOnce } from '@touchstone/platform/idempotency/once';
import type { AssembleKitsError } from '../errors';
import type { KitsOrder, VarietyWish } from '../persistence/assembly-value';
import { KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';
import { AssemblyDesk } from './assembly-desk';
import { type FamilyFacts, FamilyFactFinder } from './family-facts';
import { KitKeeper, noBlueprint } from './kit-keeper';
import { refusalOfDesk } from './refusal-of-desk';

/** Kits that somebody waits for. */
export interface WaitedOrder {
  readonly name: string;
  readonly order: KitsOrder;
  readonly timeLimitSeconds: number;
  readonly variety: VarietyWish | null;
}

/**
 * Makes kits while whoever asked waits. Facts are read in one transaction, the kits are kept in another, all or none, and no transaction is open
 * while the solver works. A replay is answered from the first answer, unsolved.
 */
@Injectable()
export class KitMaker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: FamilyFactFinder,
    private readonly desk: AssemblyDesk,
    private readonly keeper: KitKeeper,
    private readonly kits: KitRepository,
  ) {}

  /** The kits as they are now: some may have been changed, or thrown away, since the first answer. `path` names the blueprints in the input. */
  async make(
    actor: Actor,
    once: Once,
    asked: WaitedOrder,
    path: readonly string[],
  ): Promise<Result<{ kits: readonly KitValue[]; familyId: string }, AssembleKitsError>> {
    const { organizationId, memberId } = actor;
    const { name, order, timeLimitSeconds, variety } = asked;
    const start = await this.start(actor, order, once);
    if ('replay' in start) {
      await this.unitOfWork.untilDurable();
      return this.made(actor, start.replay);
    }
    if ('missing' in start) return err(noBlueprint(start.missing));
    const { family, pool } = start;
    const solved = await this.desk.assemble({ organizationId, family, pool, timeLimitSeconds, variety });
    if (!solved.ok) return err(refusalOfDesk(solved.error, timeLimitSeconds, path));
    const kept = await this.unitOfWork.write(
      actor,
      (tx) => this.keeper.keep(tx, organizationId, { name, order, facts: start, solved: solved.value, memberId }),
      { once },
    );
    return this.made(actor, kept);
  }

  private start(actor: Actor, order: KitsOrder, once: Once): Promise<Start> {
    return this.unitOfWork.readIn(scopeOf(actor), async (tx): Promise<Start> => {
      const replay = await recallOnce<{ familyId: string }>(tx, actor, once);
      return replay !== null ? { replay } : this.facts.find(tx, actor.organizationId, order);
    });
  }

  private async made(
    actor: Actor,
    kept: Result<{ familyId: string }, AssembleKitsError>,
  ): Promise<Result<{ kits: readonly KitValue[]; familyId: string }, AssembleKitsError>> {
    if (!kept.ok) return kept;
    const { familyId } = kept.value;
    const families = await this.unitOfWork.read(actor, (tx) => this.kits.byFamilies(tx, actor.organizationId, [familyId]));
    const kits = families.get(familyId) ?? [];
    return kits.length === 0 ? err(notFound('kit', ['input', 'idempotencyKey'])) : ok({ kits, familyId });
  }
}

type Start = { readonly replay: Result<{ familyId: string }, AssembleKitsError> } | { readonly missing: number } | FamilyFacts;
