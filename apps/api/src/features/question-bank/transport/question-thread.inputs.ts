import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { PageArgs } from '@touchstone/platform/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { IsBoolean } from 'class-validator';
import { ExpectedRevision } from './question-draft.inputs';

@ArgsType()
export class QuestionThreadArgs extends PageArgs {
  @Field({ defaultValue: false, description: 'Only those that are not resolved.' }) @IsBoolean() unresolved: boolean = false;
}

@InputType()
export class OpenQuestionThreadInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @Field({ defaultValue: '', description: 'A JSON pointer into the document, such as /rubric/criteria/0; empty = the whole.' })
  @StoredText(0, 500)
  place!: string;
  @Field() @StoredText(1, 10_000) body!: string;
  @Field({ defaultValue: false, description: 'Must it be resolved before the version is approved?' }) @IsBoolean() blocking!: boolean;
  @ExpectedRevision() expectedRevision!: number;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class AddQuestionCommentInput {
  @Field(() => ID) @StoredText(1, 100) threadId!: string;
  @Field() @StoredText(1, 10_000) body!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class ResolveQuestionThreadInput {
  @Field(() => ID) @StoredText(1, 100) threadId!: string;
  @ExpectedRevision() expectedRevision!: number;
}

@InputType()
export class ReopenQuestionThreadInput {
  @Field(() => ID) @StoredText(1, 100) threadId!: string;
  @ExpectedRevision() expectedRevision!: number;
}
