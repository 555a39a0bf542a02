import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, NodeType } from '@touchstone/platform/graphql';

@ObjectType({ description: 'What somebody said in a thread. Never changed.' })
export class QuestionComment {
  @Field() body!: string;
  @Field() createdAt!: Date;
  /** For the field `author`. */
  authorId!: string;
}

@ObjectType({ implements: () => [NodeType], description: 'What was said of one place of a version while it was reviewed.' })
export class QuestionThread extends NodeType {
  @Field({ description: 'A JSON pointer into the document; empty = the whole.' }) place!: string;
  @Field(() => String, { nullable: true, description: 'How the text there began when the thread was opened.' }) excerpt!: string | null;
  @Field({ description: 'Must it be resolved before the version is approved?' }) blocking!: boolean;
  @Field({ description: 'Of the content that the thread was opened on; the place may have moved since.' }) contentHash!: string;
  @Field() openedAt!: Date;
  @Field(() => Date, { nullable: true }) resolvedAt!: Date | null;
  @Field(() => Int) revision!: number;
  /** For the fields `opener` and `resolver`, and the comments. */
  openedBy!: string;
  resolvedBy!: string | null;
  localId!: string;
}

export const QuestionCommentConnection = connectionType(QuestionComment, 'QuestionComment');
export const QuestionThreadConnection = connectionType(QuestionThread, 'QuestionThread');

@ObjectType({ description: 'How many threads of a version are not resolved.' })
export class OpenThreads {
  @Field(() => Int) total!: number;
  @Field(() => Int) blocking!: number;
}

@ObjectType()
export class OpenQuestionThreadPayload {
  @Field(() => QuestionThread, { nullable: true }) thread!: QuestionThread | null;
}

@ObjectType()
export class AddQuestionCommentPayload {
  @Field(() => QuestionThread, { nullable: true }) thread!: QuestionThread | null;
}

@ObjectType()
export class ResolveQuestionThreadPayload {
  @Field(() => QuestionThread, { nullable: true }) thread!: QuestionThread | null;
}

@ObjectType()
export class ReopenQuestionThreadPayload {
  @Field(() => QuestionThread, { nullable: true }) thread!: QuestionThread | null;
}
