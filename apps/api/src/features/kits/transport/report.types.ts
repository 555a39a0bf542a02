import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ASSEMBLY_STATUSES, type AssemblyStatus } from '@touchstone/interviewing/kits';

export const AssemblyStatusEnum = Object.fromEntries(ASSEMBLY_STATUSES.map((status) => [status, status])) as { [S in AssemblyStatus]: S };
registerEnumType(AssemblyStatusEnum, {
  name: 'AssemblyStatus',
  description:
    'OPTIMAL: proven, no better kit exists in the pool. TIME_LIMIT: the best found in time. EDITED: a person has changed it since.',
});

const WishSideEnum = { min: 'min', max: 'max' } as const;
registerEnumType(WishSideEnum, { name: 'WishSide', valuesMap: { min: { description: 'At least.' }, max: { description: 'At most.' } } });

@ObjectType({ description: 'How one wish fares; figures in the unit of the wish: minutes, questions, levels of difficulty.' })
export class WishSlack {
  @Field({ description: 'The wish in words.' }) wish!: string;
  @Field(() => WishSideEnum) side!: 'min' | 'max';
  @Field() soft!: boolean;
  @Field(() => Float) required!: number;
  @Field(() => Float, { nullable: true }) achieved!: number | null;
  @Field(() => Float, { description: 'Room left before the limit; negative where it is missed.' }) slack!: number;
  @Field() violated!: boolean;
  @Field(() => Float, { description: 'Points lost.' }) penalty!: number;
}

@ObjectType({ description: 'A hard wish or rule that the kit breaks.' })
export class WishViolation {
  @Field({ description: 'Machine name of the wish, such as round1.minutes.max.' }) wish!: string;
  @Field() message!: string;
}

@ObjectType({ description: 'A way out: changes that help together.' })
export class Relaxation {
  @Field(() => [String], { description: 'What to change, in words.' }) changes!: readonly string[];
  @Field(() => Float, {
    description: 'Sum of the shares by which limits move: 0.25 for 100 instead of 80 minutes; 1 for what is given up.',
  })
  cost!: number;
}

@ObjectType({ description: 'What one wish costs a kit: how much better the best kit would be without it.' })
export class WishCost {
  @Field({ description: 'Machine name of the wish, such as round1.minutes.max.' }) wish!: string;
  @Field({ description: 'The wish in words.' }) label!: string;
  @Field(() => Float, { description: 'Points that the best kit without this wish has more.' }) points!: number;
  @Field(() => Float, { description: 'Percent of the role that it would cover in addition; may be negative.' }) coverage!: number;
  @Field({ description: 'The cost in words.' }) message!: string;
}

@ObjectType({ description: 'How a kit covers one competency of the role profile.' })
export class CompetencyCoverage {
  @Field() competencySlug!: string;
  @Field(() => Float, { description: 'Percent of the role profile.' }) weight!: number;
  @Field(() => Int, { description: 'How many questions of the kit carry it.' }) questions!: number;
  @Field({ description: 'Could it have been covered: does any question of the pool carry it?' }) inPool!: boolean;
}

@ObjectType({ description: 'The parts of the objective, in points; what is lost is negative.' })
export class KitScore {
  @Field(() => Float) coverage!: number;
  @Field(() => Float) quality!: number;
  @Field(() => Float) exposure!: number;
  @Field(() => Float) closeness!: number;
  @Field(() => Float) softWishes!: number;
}

@ObjectType({ description: 'How good a kit is against its blueprint, and how one knows. Points compare within one blueprint only.' })
export class AssemblyReport {
  @Field(() => AssemblyStatusEnum) status!: AssemblyStatus;
  @Field() solver!: string;
  @Field(() => Float) objective!: number;
  @Field(() => Float, { description: 'No kit of the pool as it was at assembly can have more points.' }) bound!: number;
  @Field(() => Float, { description: 'Relative distance to the bound; 0 means proven best.' }) gap!: number;
  @Field(() => Float, { nullable: true }) seconds!: number | null;
  @Field(() => KitScore) score!: KitScore;
  @Field(() => [WishSlack]) slack!: readonly WishSlack[];
  @Field(() => [WishViolation], { description: 'Hard wishes that are broken; the kit cannot be published while there are any.' })
  violations!: readonly WishViolation[];
  @Field(() => [CompetencyCoverage], { description: 'The heaviest competency first.' }) coverage!: readonly CompetencyCoverage[];
  @Field(() => Int, { description: 'How many questions there were to choose from.' }) poolSize!: number;
  @Field(() => Int, {
    description: 'Questions that were published with their answers. Above 0 the kit is for practice, not for selection.',
  })
  trainingQuestions!: number;
}
