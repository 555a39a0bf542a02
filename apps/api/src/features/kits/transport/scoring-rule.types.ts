import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MISSING_RATING_RULES, type MissingRatingRule, SCORING_METHODS, type ScoringMethod } from '@touchstone/interviewing/kits';
import { NodeType } from '@touchstone/platform/graphql';

export const ScoringMethodEnum = Object.fromEntries(SCORING_METHODS.map((method) => [method, method])) as { [M in ScoringMethod]: M };
registerEnumType(ScoringMethodEnum, { name: 'ScoringMethod' });

export const MissingRatingRuleEnum = Object.fromEntries(MISSING_RATING_RULES.map((rule) => [rule, rule])) as {
  [R in MissingRatingRule]: R;
};
registerEnumType(MissingRatingRuleEnum, {
  name: 'MissingRatingRule',
  description:
    'REPORT: the total is taken over what was rated and says so. BLOCK: no recommendation while a competency that counts is unrated.',
});

@ObjectType()
export class CompetencyScoreWeight {
  @Field() competencySlug!: string;
  @Field(() => Float, { description: 'At least 0; only the ratios matter.' }) weight!: number;
}

@ObjectType({ description: 'A competency that must reach a value whatever the total.' })
export class MustHaveMinimum {
  @Field() competencySlug!: string;
  @Field(() => Float) minimum!: number;
}

@ObjectType({ description: 'The least total for each recommendation.' })
export class CutOffs {
  @Field(() => Float, { nullable: true }) strongHire!: number | null;
  @Field(() => Float) hire!: number;
}

@ObjectType({ description: 'The ends of the rating scale.' })
export class ScaleEnds {
  @Field(() => Int) min!: number;
  @Field(() => Int) max!: number;
}

@ObjectType({ implements: () => [NodeType], description: 'How scores become a recommendation. Never changed after it was made.' })
export class ScoringRule extends NodeType {
  @Field() name!: string;
  @Field(() => ScoringMethodEnum) method!: ScoringMethod;
  @Field(() => [CompetencyScoreWeight], { description: 'The heaviest first.' }) competencyWeights!: readonly CompetencyScoreWeight[];
  @Field(() => [MustHaveMinimum]) mustHaves!: readonly MustHaveMinimum[];
  @Field(() => CutOffs) cutOffs!: CutOffs;
  @Field(() => MissingRatingRuleEnum) missing!: MissingRatingRule;
  @Field(() => ScaleEnds) scale!: ScaleEnds;
  @Field({ description: 'SHA-256 of the rule in canonical JSON.' }) contentHash!: string;
  @Field() createdAt!: Date;
}
