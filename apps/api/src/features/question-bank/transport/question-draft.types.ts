import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { QuestionVersionState } from '@touchstone/interviewing/question-bank';
import { DomainErrorType } from '@touchstone/platform/graphql';
import { QuestionVersionStatusEnum, ReviewVerdictEnum } from './question-enums.types';
import { QuestionVersion } from './question-version.types';
import { Question } from './question.types';

@ObjectType({ description: 'One thing to mend in a question document.' })
export class QuestionFault {
  @Field() code!: string;
  @Field({ description: 'Where in the document, such as rubric.criteria[2].weight; empty = the whole.' }) path!: string;
  @Field() message!: string;
  @Field(() => Int, { nullable: true, description: 'From 1, where the document was sent as a text.' }) line!: number | null;
  @Field(() => Int, { nullable: true, description: 'From 1, where the document was sent as a text.' }) column!: number | null;
}

@ObjectType('InvalidQuestionError', {
  implements: () => [DomainErrorType],
  description: 'The document has faults; all of them are listed.',
})
export class InvalidQuestionErrorType extends DomainErrorType {
  @Field(() => [QuestionFault]) faults!: readonly QuestionFault[];
}

@ObjectType({ description: 'An error of the linter that was right as it is, in the eyes of who approved.' })
export class ReviewException {
  @Field() rule!: string;
  @Field({ description: 'The place; empty = wherever the rule complained.' }) path!: string;
  @Field() reason!: string;
}

@ObjectType({ description: 'What a reviewer said of a version.' })
export class QuestionReview {
  @Field(() => ReviewVerdictEnum) verdict!: 'APPROVE' | 'REQUEST_CHANGES';
  @Field() comment!: string;
  @Field(() => [ReviewException]) exceptions!: readonly ReviewException[];
  @Field({ description: 'Of the content that was reviewed.' }) contentHash!: string;
  @Field() createdAt!: Date;
  /** For the field `reviewer`. */
  reviewerId!: string;
}

@ObjectType()
export class CreateQuestionPayload {
  @Field(() => Question, { nullable: true }) question!: Question | null;
}

@ObjectType()
export class CreateQuestionVersionPayload {
  @Field(() => Question, { nullable: true }) question!: Question | null;
}

@ObjectType()
export class SaveQuestionDraftPayload {
  @Field(() => QuestionVersion, { nullable: true }) version!: QuestionVersion | null;
}

@ObjectType()
export class SubmitQuestionForReviewPayload {
  @Field(() => QuestionVersion, { nullable: true }) version!: QuestionVersion | null;
}

@ObjectType()
export class WithdrawQuestionPayload {
  @Field(() => QuestionVersion, { nullable: true }) version!: QuestionVersion | null;
}

@ObjectType()
export class ReviewQuestionPayload {
  @Field(() => QuestionVersionStatusEnum, { description: 'Where the review led.' }) status!: QuestionVersionState;
  @Field(() => QuestionVersion, {
    nullable: true,
    description: 'Null where it went back to its authors and is a draft again, which is theirs alone.',
  })
  version!: QuestionVersion | null;
}

@ObjectType()
export class RetireQuestionPayload {
  @Field(() => Question, { nullable: true }) question!: Question | null;
}
