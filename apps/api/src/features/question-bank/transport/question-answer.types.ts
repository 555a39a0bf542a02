import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { ResponseMode } from '@touchstone/bank-format';
import { AnswerModeEnum } from './question-enums.types';

@ObjectType({ description: 'What can be chosen, as the candidate reads it.' })
export class AnswerChoice {
  @Field() id!: string;
  @Field() text!: string;
}

@ObjectType({ description: 'How the answer is given, where it is not simply spoken.' })
export class QuestionResponse {
  @Field(() => AnswerModeEnum) mode!: ResponseMode;
  @Field(() => Int, { nullable: true, description: 'For recorded answers.' }) maxSeconds?: number;
  @Field(() => Int, { nullable: true }) minWords?: number;
  @Field(() => Int, { nullable: true }) maxWords?: number;
  @Field(() => String, { nullable: true, description: 'For code: the programming language.' }) language?: string;
  @Field(() => String, { nullable: true, description: 'What the field holds when the candidate begins.' }) template?: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether the order of the choices means nothing.' }) shuffle?: boolean;
  @Field(() => [AnswerChoice], { nullable: true }) choices?: readonly AnswerChoice[];
}

@ObjectType({ description: 'Whether a choice is right, and what it is worth.' })
export class ChoiceKey {
  @Field() choiceId!: string;
  @Field(() => Boolean, { nullable: true }) correct?: boolean;
  @Field(() => Float, { nullable: true }) score?: number;
  @Field(() => String, { nullable: true }) feedback?: string;
}
