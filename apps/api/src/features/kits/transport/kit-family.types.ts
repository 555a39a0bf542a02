import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { QuestionKind } from '@touchstone/bank-format';
import type { AssemblyStatus } from '@touchstone/interviewing/kits';
import { NodeType } from '@touchstone/platform/graphql';
import { QuestionKindEnum } from '../../question-bank';
import { AssemblyStatusEnum } from './report.types';

@ObjectType({ description: 'How alike the kits of one blueprint must be; null asks nothing.' })
export class FamilyLikeness {
  @Field(() => Float, { nullable: true, description: 'Levels by which the questions in the same slot may differ; 0 is strictly parallel.' })
  slotDifficultyApart!: number | null;
  @Field({ description: 'Are the questions in the same slot of the same kind?' }) sameKindBySlot!: boolean;
  @Field(() => Float, { nullable: true, description: 'Levels by which the sums of difficulty of two kits may differ.' })
  difficultySumApart!: number | null;
}

@ObjectType({ description: 'Kits of one blueprint within a family.' })
export class FamilyMember {
  @Field(() => ID) blueprintId!: string;
  @Field({ description: 'The name of the blueprint when the kits were assembled.' }) name!: string;
  @Field(() => Int, { description: 'How many kits were assembled.' }) kits!: number;
}

@ObjectType({ description: 'One slot across the kits of a blueprint, in the order of the kits.' })
export class FamilySlot {
  @Field({ description: 'The name of the blueprint.' }) member!: string;
  @Field() round!: string;
  @Field() slot!: string;
  @Field(() => [QuestionKindEnum]) kinds!: readonly QuestionKind[];
  @Field(() => [Float]) difficulties!: readonly number[];
}

@ObjectType({ description: 'How good a family is, and how one knows, as it was when it was assembled.' })
export class FamilyReport {
  @Field(() => AssemblyStatusEnum) status!: AssemblyStatus;
  @Field() solver!: string;
  @Field(() => Float, { description: 'Points of all kits together.' }) objective!: number;
  @Field(() => Float, { description: 'No such family from the pool can have more points.' }) bound!: number;
  @Field(() => Float, { description: 'Relative distance to the bound; 0 means proven best.' }) gap!: number;
  @Field(() => Float, { nullable: true }) seconds!: number | null;
  @Field({ description: 'Counted again from the questions, apart from the solver: every wish and every rule between the kits held.' })
  verified!: boolean;
  @Field(() => [FamilySlot], { description: 'Empty where rounds have no slots.' }) slots!: readonly FamilySlot[];
  @Field(() => [Float], { description: 'The sum of the difficulties of each kit, in the order of the kits.' })
  difficultySums!: readonly number[];
  @Field(() => Int, { description: 'The most questions that any two kits share.' }) mostShared!: number;
  @Field(() => Int, { description: 'How many questions there were to choose from.' }) poolSize!: number;
}

@ObjectType({ implements: () => [NodeType], description: 'Kits that were assembled together, to be parallel to each other.' })
export class KitFamily extends NodeType {
  @Field() name!: string;
  @Field(() => [FamilyMember]) members!: readonly FamilyMember[];
  @Field(() => Int, { description: 'Questions that any two kits may have in common; 0 where no question stands in two of them.' })
  maxOverlap!: number;
  @Field(() => FamilyLikeness) likeness!: FamilyLikeness;
  @Field(() => FamilyReport) report!: FamilyReport;
  @Field() createdAt!: Date;
  /** For the fields that another resolver adds; not in the schema. */
  familyKey!: string;
}
