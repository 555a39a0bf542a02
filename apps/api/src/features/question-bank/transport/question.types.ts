import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import { QuestionVersion } from './question-version.types';

@ObjectType({ implements: () => [NodeType], description: 'A question of the bank: a stable identity over its versions.' })
export class Question extends NodeType {
  @Field({ description: 'Stable name, never used again.' }) slug!: string;
  @Field() categorySlug!: string;
  @Field(() => Int) revision!: number;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Not offered for new kits since then.' }) retiredAt!: Date | null;
  @Field(() => QuestionVersion, { description: 'The version that stands for the question here: your own open one, else the approved one.' })
  version!: QuestionVersion;
  /** For the field `owner`. */
  ownerId!: string;
}

export const QuestionConnection = connectionType(Question, 'Question');
export const QuestionVersionConnection = connectionType(QuestionVersion, 'QuestionVersion');

@ObjectType({ description: 'How many questions have this value.' })
export class FacetValue {
  @Field({ description: 'Slug, enum value or number, as text.' }) value!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'How many questions a list holds, by what it can be narrowed to; the most frequent first.' })
export class QuestionFacets {
  @Field(() => Int) total!: number;
  @Field(() => [FacetValue]) categories!: readonly FacetValue[];
  @Field(() => [FacetValue]) kinds!: readonly FacetValue[];
  @Field(() => [FacetValue]) difficulties!: readonly FacetValue[];
}
