import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { QuestionKind } from '@touchstone/bank-format';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import { QuestionKindEnum } from '../../question-bank';
import { BlueprintWishes } from './wishes.types';

@ObjectType({ implements: () => [NodeType], description: 'What is wished of kits for one role.' })
export class Blueprint extends NodeType {
  @Field() name!: string;
  @Field(() => BlueprintWishes) wishes!: BlueprintWishes;
  @Field(() => Int) revision!: number;
  @Field() createdAt!: Date;
  /** For the field that another resolver adds; not in the schema. */
  roleProfileKey!: string;
}

export const BlueprintConnection = connectionType(Blueprint, 'Blueprint');

@ObjectType({ description: 'One place for one question in a template.' })
export class TemplateSlot {
  @Field() label!: string;
  @Field(() => Float) minutes!: number;
  @Field(() => [String]) categories!: readonly string[];
  @Field(() => [String]) competencies!: readonly string[];
  @Field(() => [QuestionKindEnum]) kinds!: readonly QuestionKind[];
}

@ObjectType()
export class TemplateRound {
  @Field() name!: string;
  @Field(() => Int, { description: 'Question time at most.' }) maxMinutes!: number;
  @Field(() => [TemplateSlot]) slots!: readonly TemplateSlot[];
}

@ObjectType({ description: 'A ready-made blueprint that is shipped with the product.' })
export class BlueprintTemplate {
  @Field({ description: 'For createBlueprintFromTemplate.' }) slug!: string;
  @Field() name!: string;
  @Field({ description: 'Slug of the role profile whose weights its kits are for.' }) roleProfileSlug!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => [TemplateRound]) rounds!: readonly TemplateRound[];
  @Field(() => [String]) mandatoryCategories!: readonly string[];
}

@ObjectType()
export class CreateBlueprintPayload {
  @Field(() => Blueprint) blueprint!: Blueprint;
}

@ObjectType()
export class CreateBlueprintFromTemplatePayload {
  @Field(() => Blueprint) blueprint!: Blueprint;
}

@ObjectType()
export class UpdateBlueprintPayload {
  @Field(() => Blueprint) blueprint!: Blueprint;
}

@ObjectType()
export class DeleteBlueprintPayload {
  @Field(() => ID) blueprintId!: string;
}
