import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DECLARED_GROUPS, type Dimension, DIMENSIONS, type WithheldBecause } from '@touchstone/interviewing/insights';
import { Estimate } from './estimate.types';

export const DimensionEnum = Object.fromEntries(DIMENSIONS.map((one) => [one, one])) as { [D in Dimension]: D };
registerEnumType(DimensionEnum, { name: 'DeclaredDimension', description: 'What candidates may declare of themselves.' });

const enumOf = <D extends Dimension>(dimension: D) =>
  Object.fromEntries(DECLARED_GROUPS[dimension].map((group) => [group, group])) as Record<(typeof DECLARED_GROUPS)[D][number], string>;
export const DeclaredGender = enumOf('gender');
export const DeclaredAgeGroup = enumOf('ageGroup');
export const DeclaredEthnicity = enumOf('ethnicity');
export const DeclaredDisability = enumOf('disability');
registerEnumType(DeclaredGender, { name: 'DeclaredGender' });
registerEnumType(DeclaredAgeGroup, { name: 'DeclaredAgeGroup' });
registerEnumType(DeclaredEthnicity, { name: 'DeclaredEthnicity' });
registerEnumType(DeclaredDisability, { name: 'DeclaredDisability' });

const WITHHELD = {
  TOO_FEW_GROUPS: 'TOO_FEW_GROUPS',
  OUTCOME_TOO_RARE: 'OUTCOME_TOO_RARE',
  REST_TOO_SMALL: 'REST_TOO_SMALL',
  TOO_FEW_CHANGES: 'TOO_FEW_CHANGES',
} as const satisfies { [B in WithheldBecause]: B };
registerEnumType(WITHHELD, {
  name: 'FairnessWithheld',
  description:
    'TOO_FEW_GROUPS: no two groups of enough people. OUTCOME_TOO_RARE: too few selected, or too few rejected. REST_TOO_SMALL: what is left of the whole would be too few. ' +
    'TOO_FEW_CHANGES: too few people are new since the figures before.',
});

@ObjectType({ description: 'Fisher’s exact test of a difference of this size by chance.' })
export class ExactTest {
  @Field(() => Float, { nullable: true }) twoSided!: number | null;
  @Field(() => Float, { nullable: true, description: 'That the group fares as badly, or worse.' }) less!: number | null;
}

@ObjectType({ description: 'How one group, or several small ones together, fared.' })
export class GroupSelection {
  @Field(() => [String], { description: 'Several where they are too small to be shown alone.' }) groups!: readonly string[];
  @Field(() => Int) applicants!: number;
  @Field(() => Int) selected!: number;
  @Field(() => Estimate) rate!: Estimate;
  @Field({ description: 'The group with the highest rate, with which the others are compared.' }) reference!: boolean;
  @Field(() => Estimate, { nullable: true, description: 'Its rate as a part of the highest; null for the reference.' })
  ratio!: Estimate | null;
  @Field(() => Boolean, { nullable: true, description: 'The ratio is less than four fifths. Read it together with the test.' })
  violatesFourFifths!: boolean | null;
  @Field(() => ExactTest, { nullable: true }) fisher!: ExactTest | null;
}

@ObjectType({ description: 'Selection rates over one dimension.' })
export class DimensionFairness {
  @Field(() => DimensionEnum) dimension!: Dimension;
  @Field(() => WITHHELD, { nullable: true, description: 'Why nothing is shown; null where it is.' }) withheld!: WithheldBecause | null;
  @Field() sentence!: string;
  @Field(() => Date, {
    nullable: true,
    description:
      'As of when the groups are shown; null where nothing is. They stay until every cell that has moved has moved by enough people, so that no two publications tell one person.',
  })
  asOf!: Date | null;
  @Field(() => [GroupSelection]) groups!: readonly GroupSelection[];
}

@ObjectType({
  description:
    'Selection rates of self-declared groups, over decided applications. Neither a ratio below four fifths nor a test proves discrimination, or its absence; they say where to look.',
})
export class Fairness {
  @Field(() => Int, { description: 'People behind a figure over a group, at least.' }) smallestGroup!: number;
  @Field(() => Int, { description: 'Of this setting, for updateFairnessSettings.' }) settingRevision!: number;
  @Field(() => Float, { nullable: true, description: 'The part of the applicants who declared, in tenths.' }) answered!: number | null;
  @Field(() => [DimensionFairness], { description: 'Empty until something was published.' }) dimensions!: readonly DimensionFairness[];
  @Field(() => Date, { nullable: true }) computedAt!: Date | null;
}

@ObjectType()
export class CreateDeclarationLinkPayload {
  @Field(() => String, { nullable: true, description: 'For the candidate alone, shown once; null where the request is a repetition.' })
  link!: string | null;
  @Field() expiresAt!: Date;
}

@ObjectType({ description: 'A link by which a candidate declares to which groups she belongs, as it says of itself.' })
export class DeclarationLink {
  @Field({ description: 'Who asks.' }) organizationName!: string;
  @Field() expiresAt!: Date;
  @Field({ description: 'One may declare by it. False: it has run out, and one may only take back what one declared by it.' })
  open!: boolean;
}

@ObjectType()
export class DeclareGroupsPayload {
  @Field() declared!: boolean;
  @Field({
    description:
      'A link was made for you before this one. If you declared by that, what you declared then stands, and this is not kept: take that back by that link first. Says nothing of whether you did.',
  })
  hasEarlierLink!: boolean;
}

@ObjectType()
export class WithdrawDeclarationPayload {
  @Field() withdrawn!: boolean;
}

@ObjectType()
export class UpdateFairnessSettingsPayload {
  @Field(() => Int) smallestGroup!: number;
  @Field(() => Int) revision!: number;
}
