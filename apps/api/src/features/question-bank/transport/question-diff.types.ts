import { Field, ObjectType } from '@nestjs/graphql';
import { DiffPartKindEnum, QuestionChangeKindEnum } from './question-enums.types';

@ObjectType({ description: 'A stretch of a text.' })
export class DiffPart {
  @Field(() => DiffPartKindEnum) kind!: 'SAME' | 'REMOVED' | 'ADDED';
  @Field() text!: string;
}

@ObjectType({ description: 'A line of two columns; null where the other side has none to set beside it.' })
export class LinePair {
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
}

@ObjectType({ description: 'One difference between two contents.' })
export class QuestionChange {
  @Field(() => [String], { description: 'Members on the way to the place. Lists with ids are walked by id, others by place from 1.' })
  path!: readonly string[];
  @Field(() => QuestionChangeKindEnum) kind!: 'ADDED' | 'REMOVED' | 'CHANGED';
  @Field({ description: 'The change as a sentence.' }) words!: string;
  @Field(() => String, { nullable: true, description: 'Null where there was nothing.' }) before!: string | null;
  @Field(() => String, { nullable: true, description: 'Null where there is nothing.' }) after!: string | null;
  @Field({ description: 'May scores of before and after not be compared any more?' }) scoring!: boolean;
  @Field(() => [DiffPart], { description: 'What stayed, went and came, word by word.' }) parts!: readonly DiffPart[];
  @Field(() => [LinePair], { description: 'Both texts side by side.' }) lines!: readonly LinePair[];
}

@ObjectType({ description: 'What differs between two contents of a question, in the order of the format.' })
export class QuestionDiff {
  @Field({ description: 'contentHash of the one before.' }) fromHash!: string;
  @Field({ description: 'contentHash of the one after.' }) toHash!: string;
  @Field(() => [QuestionChange], { description: 'Only of what is open, for readers without the rubric.' })
  changes!: readonly QuestionChange[];
  @Field(() => Boolean, { nullable: true, description: 'For scorers. Can the changes move scores?' }) scoringTouched!: boolean | null;
  @Field(() => [LinePair], { nullable: true, description: 'For scorers. `text` of both, side by side.' })
  sideBySide!: readonly LinePair[] | null;
}
