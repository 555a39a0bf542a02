import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor } from '@touchstone/platform/actor';
import { CurrentActor } from '@touchstone/platform/actor';
import { localId, PageArgs, pageRequest, resultUnion, sharedErrorTypes, toConnection } from '@touchstone/platform/graphql';
import { CreateScoringRule } from '../application/create-scoring-rule';
import { ListScoringRules } from '../application/list-scoring-rules';
import type { CreateScoringRuleError } from '../errors';
import { presentScoringRule } from './present-scoring-rule';
import { readScoringRule } from './read-scoring-rule';
import { CreateScoringRulePayload, ScoringRuleConnection } from './scoring-rule-payload.types';
import { CreateScoringRuleInput } from './scoring-rule.inputs';
import { ScoringRule } from './scoring-rule.types';

const { IdempotencyMismatchError, NotFoundError, ValidationError } = sharedErrorTypes;
const CreateResult = resultUnion<CreateScoringRulePayload, CreateScoringRuleError>('CreateScoringRuleResult', CreateScoringRulePayload, {
  IdempotencyMismatchError,
  NotFoundError,
  ValidationError,
});

/** Scoring rules: how scores become a recommendation. */
@Resolver()
export class ScoringRuleResolver {
  constructor(
    private readonly list: ListScoringRules,
    private readonly create: CreateScoringRule,
  ) {}

  @Query(() => ScoringRuleConnection, { description: 'Scoring rules, newest first.' })
  @Allow('scoringRule.read')
  async scoringRules(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<object> {
    const request = pageRequest(actor, 'scoringRules', args);
    return toConnection(actor, 'scoringRules', request, await this.list.page(actor, request), presentScoringRule);
  }

  @Query(() => ScoringRule, { nullable: true, description: 'One scoring rule; null where there is no such thing for you.' })
  @Allow('scoringRule.read')
  async scoringRule(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ScoringRule | null> {
    const found = await this.list.one(actor, localId(actor, 'ScoringRule', id));
    return found && presentScoringRule(found);
  }

  @Mutation(() => CreateResult.type, { description: 'Writes down, for good, how scores become a recommendation.' })
  @Allow('scoringRule.create')
  async createScoringRule(
    @CurrentActor() actor: Actor,
    @Args('input') { name, roleProfileId, rule, idempotencyKey }: CreateScoringRuleInput,
  ): Promise<object> {
    const made = await this.create.execute(actor, {
      name,
      ...(roleProfileId && { roleProfileId: localId(actor, 'RoleProfile', roleProfileId) }),
      rule: readScoringRule(rule),
      idempotencyKey,
    });
    return CreateResult.of(made.ok ? ok({ scoringRule: presentScoringRule(made.value.scoringRule) }) : made);
  }
}
