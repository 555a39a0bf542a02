import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { ScoringRuleRepository, type ScoringRuleValue } from '../persistence/scoring-rule.repository';

export type { ScoringRuleValue };

/** Scoring rules, newest first. */
@Injectable()
export class ListScoringRules {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: ScoringRuleRepository,
  ) {}

  page(actor: Actor, request: PageRequest): Promise<Page<ScoringRuleValue>> {
    return this.unitOfWork.read(actor, (tx) => this.rules.page(tx, actor.organizationId, request));
  }

  async one(actor: Actor, id: string | null): Promise<ScoringRuleValue | null> {
    return id === null ? null : this.unitOfWork.read(actor, (tx) => this.rules.byId(tx, actor.organizationId, id));
  }
}
