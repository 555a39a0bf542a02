import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The behaviour that earns a level.' })
export class Anchor {
  @Field(() => Int) level!: number;
  @Field() text!: string;
}

@ObjectType({ description: 'One thing that is rated on its own.' })
export class Criterion {
  @Field({ description: 'Stable within the question; ratings name it.' }) id!: string;
  @Field() title!: string;
  @Field(() => String, { nullable: true, description: 'What belongs to it and what does not.' }) description?: string;
  @Field({ description: 'Slug of the competency it gives evidence for.' }) competency!: string;
  @Field(() => Float, { description: 'Fraction of the question; those of all criteria add up to 1.' }) weight!: number;
  @Field(() => Int, { nullable: true, description: 'Level below which the answer as a whole does not pass.' }) mustReach?: number;
  @Field(() => [Anchor], { description: 'From the lowest level to the highest.' }) anchors!: readonly Anchor[];
}

@ObjectType({ description: 'How an answer is scored. Signals help the ear and add no points.' })
export class Rubric {
  @Field({ description: 'Slug of the rating scale.' }) scale!: string;
  @Field(() => Float, { nullable: true, description: 'Mean from which on the answer passes, where one was set.' }) pass?: number;
  @Field(() => [Criterion]) criteria!: readonly Criterion[];
  @Field(() => [String]) strongSignals!: readonly string[];
  @Field(() => [String]) weakSignals!: readonly string[];
  @Field(() => [String]) redFlags!: readonly string[];
}
