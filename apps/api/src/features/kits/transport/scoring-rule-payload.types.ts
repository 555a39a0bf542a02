import { Field, ObjectType } from '@nestjs/graphql';
import { connectionType } from '@touchstone/platform/graphql';
import { ScoringRule } from './scoring-rule.types';

export const ScoringRuleConnection = connectionType(ScoringRule, 'ScoringRule');

@ObjectType()
export class CreateScoringRulePayload {
  @Field(() => ScoringRule) scoringRule!: ScoringRule;
}
