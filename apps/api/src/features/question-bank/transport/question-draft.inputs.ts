import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { IsIn, IsInt, IsObject, Matches, Max, Min } from 'class-validator';
import { ReviewVerdictEnum } from './question-enums.types';
import { QuestionDocumentInput } from './question-document-input';

/** A change is made to what was read: its revision. */
const ExpectedRevision = (): PropertyDecorator => (target, property) => {
  Field(() => Int, { description: 'The revision that you read.' })(target, property);
  IsInt()(target, property);
  Min(1)(target, property);
  Max(2_147_483_647)(target, property);
};

@InputType()
export class CreateQuestionInput {
  @Field({ description: 'Stable name, for ever: lower-case letters, digits, ".", "_" or "-".' }) @StoredText(1, 80) slug!: string;
  @Field(() => QuestionDocumentInput) @IsObject() document!: Record<string, unknown>;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class CreateQuestionVersionInput {
  @Field(() => ID) @StoredText(1, 100) questionId!: string;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class SaveQuestionDraftInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @Field(() => QuestionDocumentInput) @IsObject() document!: Record<string, unknown>;
  @ExpectedRevision() expectedRevision!: number;
}

@InputType()
export class SubmitQuestionForReviewInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @ExpectedRevision() expectedRevision!: number;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class WithdrawQuestionInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @ExpectedRevision() expectedRevision!: number;
}

@InputType()
export class ReviewQuestionInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @Field(() => ReviewVerdictEnum) @IsIn(['APPROVE', 'REJECT']) verdict!: 'APPROVE' | 'REJECT';
  @Field({ defaultValue: '', description: 'What the author should know. Required to reject.' }) @StoredText(0, 10_000) comment!: string;
  @Field({ description: 'The contentHash of what you read: nothing else is approved.' })
  @Matches(/^[0-9a-f]{64}$/, { message: 'contentHash is 64 hexadecimal digits' })
  contentHash!: string;
  @ExpectedRevision() expectedRevision!: number;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class RetireQuestionInput {
  @Field(() => ID) @StoredText(1, 100) questionId!: string;
  @ExpectedRevision() expectedRevision!: number;
}
