import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { KitLoader, type KitValue, ScoringRules, type ScoringRuleValue } from '../../kits';

/** Kits and scoring rules inside an answer, for those who may read kits; batched over one request. */
@Injectable()
export class KitReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kits: KitLoader,
    private readonly rules: ScoringRules,
  ) {}

  private readonly ruleById = requestLoader<string, ScoringRuleValue>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return this.unitOfWork.read(actor, (tx) => this.rules.byIds(tx, actor.organizationId, ids));
  });

  async kit(context: RequestContext, id: string): Promise<KitValue | null> {
    return mayRead(context) ? this.kits.one(context, id) : null;
  }

  async rule(context: RequestContext, id: string): Promise<ScoringRuleValue | null> {
    return mayRead(context) ? this.ruleById(context).load(id) : null;
  }
}

const mayRead = ({ actor }: RequestContext): boolean => actor !== null && permits(actor, 'kit.read');
