import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, NodeType } from '@touchstone/platform/graphql';

@ObjectType({ implements: () => [NodeType], description: 'A field of competencies.' })
export class Category extends NodeType {
  @Field({ description: 'Stable name for programs and files.' }) slug!: string;
  @Field() name!: string;
  @Field() domain!: string;
  @Field({ description: 'Must be present in every kit.' }) mandatory!: boolean;
  @Field(() => Int) position!: number;
  @Field(() => Date, { nullable: true, description: 'No longer used for new questions since then.' }) retiredAt!: Date | null;
}

@ObjectType({ implements: () => [NodeType], description: 'Something that can be measured in an interview.' })
export class Competency extends NodeType {
  @Field({ description: 'Stable name for programs and files.' }) slug!: string;
  @Field() name!: string;
  @Field() definition!: string;
  @Field() categorySlug!: string;
  @Field() categoryName!: string;
  @Field(() => Int) position!: number;
  @Field(() => Date, { nullable: true, description: 'No longer used for new questions since then.' }) retiredAt!: Date | null;
}

export const CompetencyConnection = connectionType(Competency, 'Competency');

@ObjectType({ description: 'How much a competency counts in a role.' })
export class RoleProfileWeight {
  @Field(() => Competency) competency!: Competency;
  @Field(() => Float, { description: 'Percent; the weights of a profile add up to 100.' }) weight!: number;
  @Field({ description: 'A must-have: too low a rating here is not made up for elsewhere.' }) critical!: boolean;
  @Field({ description: 'Who named it, and in what.' }) source!: string;
  @Field() changedAt!: Date;
  /** For the field `changedBy`; null = as shipped. */
  changedById!: string | null;
}

@ObjectType({ implements: () => [NodeType], description: 'The job analysis of one role: weighted competencies.' })
export class RoleProfile extends NodeType {
  @Field({ description: 'Stable name for programs and files.' }) slug!: string;
  @Field() name!: string;
  @Field(() => Int) revision!: number;
  @Field(() => [RoleProfileWeight], { description: 'In the order of the framework.' }) weights!: RoleProfileWeight[];
}

@ObjectType()
export class RatingLevel {
  @Field(() => Int) value!: number;
  @Field() label!: string;
  @Field({ description: 'What the level says, whatever the question.' }) meaning!: string;
  @Field({ description: 'How it sounds in an answer.' }) inAnAnswer!: string;
}

@ObjectType({ implements: () => [NodeType], description: 'Ordered levels. Not observed is an answer beside the scale, never a level.' })
export class RatingScale extends NodeType {
  @Field() slug!: string;
  @Field() name!: string;
  @Field(() => [RatingLevel], { description: 'From the lowest to the highest.' }) levels!: RatingLevel[];
  @Field() notObservedLabel!: string;
  @Field() notObservedMeaning!: string;
}

@ObjectType()
export class UpdateRoleProfilePayload {
  @Field(() => RoleProfile) roleProfile!: RoleProfile;
}
