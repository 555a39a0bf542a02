import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDefined, IsIn, IsInt, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { SentDocument } from '../application/read-question-document';
import { ReviewVerdictEnum } from './question-enums.types';
import { QuestionDocumentInput } from './question-document-input';

/** A change is made to what was read: its revision. */
export const ExpectedRevision = (): PropertyDecorator => (target, property) => {
  Field(() => Int, { description: 'The revision that you read.' })(target, property);
  IsInt()(target, property);
  Min(1)(target, property);
  Max(2_147_483_647)(target, property);
};

@InputType()
export class CreateQuestionInput {
  @Field({ description: 'Stable name, for ever: lower-case letters, digits, ".", "_" or "-".' }) @StoredText(1, 80) slug!: string;
  @Field(() => QuestionDocumentInput) @IsDefined() document!: SentDocument;
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
  @Field(() => QuestionDocumentInput) @IsDefined() document!: SentDocument;
  @ExpectedRevision() expectedRevision!: number;
}

@InputType()
export class SubmitQuestionForReviewInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @Field({ defaultValue: '', description: 'What was changed and why, for reviewers and for the history.' })
  @StoredText(0, 2_000)
  note!: string;
  @ExpectedRevision() expectedRevision!: number;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class WithdrawQuestionInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @ExpectedRevision() expectedRevision!: number;
}

@InputType({ description: 'An error of the linter that is right as it is.' })
export class ReviewExceptionInput {
  @Field({ description: 'The rule that complains, such as L24. L01 cannot be answered.' }) @StoredText(1, 20) rule!: string;
  @Field({ defaultValue: '', description: 'The place, as `path` of the finding says it; empty = wherever the rule complains.' })
  @StoredText(0, 500)
  path!: string;
  @Field({ description: 'Why it is right as it is.' }) @StoredText(3, 2_000) reason!: string;
}

@InputType()
export class ReviewQuestionInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @Field(() => ReviewVerdictEnum) @IsIn(['APPROVE', 'REQUEST_CHANGES']) verdict!: 'APPROVE' | 'REQUEST_CHANGES';
  @Field({ defaultValue: '', description: 'What the authors should know. Required to request changes.' })
  @StoredText(0, 10_000)
  comment!: string;
  @Field(() => [ReviewExceptionInput], {
    defaultValue: [],
    description: 'Errors of the linter that are right as they are; for an approval.',
  })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ReviewExceptionInput)
  exceptions!: ReviewExceptionInput[];
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
