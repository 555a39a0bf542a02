import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Severity } from '@touchstone/bank-format';
import { DomainErrorType } from '@touchstone/platform/graphql';
import { LintSeverityEnum } from './question-enums.types';
import { QuestionVersion } from './question-version.types';

@ObjectType({ description: 'A repair that needs no thought: the value at `pointer`, or each `from` in the text there, becomes `to`.' })
export class LintFix {
  @Field({ description: 'A JSON pointer into the document.' }) pointer!: string;
  @Field(() => String, { nullable: true, description: 'Null where the whole value is replaced.' }) from!: string | null;
  @Field() to!: string;
}

@ObjectType({ description: 'A complaint of the linter at its place.' })
export class LintFinding {
  @Field({ description: 'Such as L04.' }) rule!: string;
  @Field(() => LintSeverityEnum) severity!: Severity;
  @Field() message!: string;
  @Field({ description: 'The place in the document, such as rubric.criteria[0].weight; empty = the whole.' }) path!: string;
  @Field({ description: 'The same place as a JSON pointer, for a thread.' }) pointer!: string;
  @Field(() => Int, { description: 'In the text, from 1: the one that was sent, or `text` of the version.' }) line!: number;
  @Field(() => Int, { description: 'From 1.' }) column!: number;
  @Field({ description: 'Why the rule is there.' }) explanation!: string;
  @Field(() => LintFix, { nullable: true, description: 'Null where mending takes thought.' }) fix!: LintFix | null;
  @Field(() => String, { nullable: true, description: 'What would stand there after the repair.' }) suggestion!: string | null;
}

@ObjectType({ description: 'What the linter says of one question, in the order of its text.' })
export class QuestionLint {
  @Field(() => [LintFinding]) findings!: readonly LintFinding[];
  @Field(() => Int) errors!: number;
  @Field(() => Int) warnings!: number;
}

@ObjectType('ReviewBlockedError', {
  implements: () => [DomainErrorType],
  description: 'The version cannot be approved yet: threads block it, or the linter has errors that nobody answers.',
})
export class ReviewBlockedErrorType extends DomainErrorType {
  @Field(() => Int, { description: 'Threads that have to be resolved first.' }) blockingThreads!: number;
  @Field(() => [LintFinding], { description: 'Errors without an answer.' }) findings!: readonly LintFinding[];
}

@ObjectType()
export class ApplyLintFixPayload {
  @Field(() => QuestionVersion, { nullable: true }) version!: QuestionVersion | null;
  @Field(() => Int, { description: 'How many repairs were made.' }) repairs!: number;
}
