import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { QuestionForm, QuestionKind, QuestionUsage, Seniority } from '@touchstone/bank-format';
import type { QuestionVersionState } from '@touchstone/interviewing/question-bank';
import type { Json } from '@touchstone/kernel';
import { JsonScalar, NodeType } from '@touchstone/platform/graphql';
import { QuestionFormEnum, QuestionKindEnum, QuestionUsageEnum, QuestionVersionStatusEnum, SeniorityEnum } from './question-enums.types';
import {
  EvidenceOnRequest,
  Exhibit,
  FollowUp,
  Hint,
  PlausibleWrongAnswer,
  Probe,
  QuestionTiming,
  Technology,
} from './question-script.types';
import { Rubric } from './rubric.types';

/** A text for scorers only: null for who may not read it, and where the author wrote none. */
const ForScorers = (description: string): PropertyDecorator =>
  Field(() => String, { nullable: true, description: `For scorers. ${description}` });

@ObjectType({
  implements: () => [NodeType],
  description:
    'The content of one version of a question. What is marked "For scorers" is null unless `scorerFields` says that you may read it.',
})
export class QuestionVersion extends NodeType {
  @Field(() => ID) questionId!: string;
  @Field({ description: 'Stable name of the question.' }) slug!: string;
  @Field(() => Int, { description: 'Counts the versions of the question from 1.' }) number!: number;
  @Field(() => QuestionVersionStatusEnum) status!: QuestionVersionState;
  @Field({ description: 'SHA-256 of the canonical document (RFC 8785), in hex.' }) contentHash!: string;
  @Field(() => Int) revision!: number;
  @Field() createdAt!: Date;
  @Field() updatedAt!: Date;
  @Field(() => Date, { nullable: true }) submittedAt!: Date | null;
  @Field(() => Date, { nullable: true }) approvedAt!: Date | null;
  /** For the field `author`. */
  authorId!: string;

  @Field() title!: string;
  @Field(() => QuestionKindEnum) kind!: QuestionKind;
  @Field(() => QuestionFormEnum, { nullable: true }) form?: QuestionForm;
  @Field(() => Int, { description: '1 to 5.' }) difficulty!: number;
  @Field(() => Int, { description: 'Whole minutes to plan; `timing` has them to the half minute.' }) minutes!: number;
  @Field(() => QuestionTiming) timing!: QuestionTiming;
  @Field() categorySlug!: string;
  @Field(() => [String], { description: 'The one that is measured first.' }) competencySlugs!: readonly string[];
  @Field(() => [String], { description: 'Slugs of the role profiles it was written for; empty = any.' }) roles!: readonly string[];
  @Field(() => [SeniorityEnum]) seniority!: readonly Seniority[];
  @Field(() => [String]) tags!: readonly string[];
  @Field(() => [Technology]) technologies!: readonly Technology[];
  @Field(() => QuestionUsageEnum) usage!: QuestionUsage;
  @Field({ description: 'BCP 47 tag.' }) language!: string;
  @Field({ description: 'SPDX expression.' }) license!: string;
  @Field(() => String, { nullable: true }) edition?: string;

  @Field(() => String, { nullable: true, description: 'Sent to every candidate before the day.' }) advanceNotice?: string;
  @Field(() => String, { nullable: true }) context?: string;
  @Field({ description: 'Read aloud word for word.' }) prompt!: string;
  @Field(() => [Exhibit]) exhibits!: readonly Exhibit[];

  @Field({ description: 'May you read what is for scorers?' }) scorerFields!: boolean;
  @Field(() => [EvidenceOnRequest], { nullable: true, description: 'For scorers. Shown piece by piece when asked for.' })
  evidenceOnRequest!: readonly EvidenceOnRequest[] | null;
  @ForScorers('What the interviewer does and does not say.') scriptNotes!: string | null;
  @ForScorers('The way out when a candidate has no such case.') ifNoSuchCase!: string | null;
  @Field(() => [Probe], { nullable: true, description: 'For scorers. Asked in this order, only those not yet answered.' }) probes!:
    readonly Probe[] | null;
  @ForScorers('The rule for hints, in words.') hintPolicy!: string | null;
  @Field(() => [Hint], { nullable: true, description: 'For scorers. The only help allowed.' }) hints!: readonly Hint[] | null;
  @Field(() => [String], { nullable: true, description: 'For scorers. Changes of the situation that are played in.' }) failureCards!:
    readonly string[] | null;
  @ForScorers('How the other side is played.') rolePlayKey!: string | null;
  @ForScorers('How to tell a lived case from a told one.') authenticityChecks!: string | null;
  @Field(() => [FollowUp], { nullable: true, description: 'For scorers. What is asked next at which level.' }) followUps!:
    readonly FollowUp[] | null;
  @ForScorers('What a good answer to the follow-ups holds.') followUpKey!: string | null;
  @Field(() => Rubric, { nullable: true, description: 'For scorers.' }) rubric!: Rubric | null;
  @ForScorers('What an observer can see and score.') construct!: string | null;
  @ForScorers('What must not move the score.') notMeasured!: string | null;
  @ForScorers('What really happened.') groundTruth!: string | null;
  @ForScorers('The sums that show that the exhibits agree.') arithmeticCheck!: string | null;
  @ForScorers('The figures a candidate can derive.') numbersKey!: string | null;
  @ForScorers('An answer that earns the top level.') modelAnswer!: string | null;
  @Field(() => [PlausibleWrongAnswer], { nullable: true, description: 'For scorers.' }) plausibleWrongAnswers!:
    readonly PlausibleWrongAnswer[] | null;
  @ForScorers('Slug of the family of parallel variants.') variantFamily!: string | null;
  @ForScorers('How to write a question of equal difficulty.') parallelRecipe!: string | null;
  @ForScorers('How long a published version can still decide something.') leakHalfLife!: string | null;
  @Field(() => [String], { nullable: true, description: 'For scorers. Slugs of questions that must not share a kit with this one.' })
  enemies!: readonly string[] | null;
  @Field(() => [String], { nullable: true, description: 'For scorers.' }) references!: readonly string[] | null;
  @Field(() => [String], { nullable: true, description: 'For scorers.' }) reviewedFacts!: readonly string[] | null;
  @ForScorers('What was checked against bias.') biasCheck!: string | null;
  @ForScorers('How it is asked of people who need it another way.') accessibility!: string | null;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'For scorers. The whole canonical document, of which `contentHash` is the hash.',
  })
  document!: Json | null;
}
