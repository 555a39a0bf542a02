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
import { ChoiceKey, QuestionResponse } from './question-answer.types';
import { ExternalName, QuestionPlot, QuestionReference, QuestionTranslation, ReviewedFact, Wording } from './question-upkeep.types';
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
  @Field(() => QuestionResponse, { nullable: true, description: 'How the answer is given, where it is not simply spoken.' })
  response!: QuestionResponse | null;

  @Field({ description: 'May you read what is for scorers?' }) scorerFields!: boolean;
  @ForScorers('What was changed and why, as the author said it when she submitted.') note!: string | null;
  @Field(() => [EvidenceOnRequest], { nullable: true, description: 'For scorers. Shown piece by piece when asked for.' })
  evidenceOnRequest!: readonly EvidenceOnRequest[] | null;
  @Field(() => [ChoiceKey], { nullable: true, description: 'For scorers. Which choices are right.' }) choiceKey!:
    readonly ChoiceKey[] | null;
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
  @Field(() => [String], { nullable: true, description: 'For scorers. What must be written down, in the words of the candidate.' })
  noteDown!: readonly string[] | null;
  @Field(() => Rubric, { nullable: true, description: 'For scorers.' }) rubric!: Rubric | null;
  @ForScorers('Free scoring text of a question that came without a rubric.') scoringNotes!: string | null;
  @ForScorers('What an observer can see and score.') construct!: string | null;
  @ForScorers('What must not move the score.') notMeasured!: string | null;
  @ForScorers('What really happened.') groundTruth!: string | null;
  @ForScorers('The sums that show that the exhibits agree.') arithmeticCheck!: string | null;
  @Field(() => QuestionPlot, { nullable: true, description: 'For scorers.' }) plot!: QuestionPlot | null;
  @ForScorers('The figures a candidate can derive.') numbersKey!: string | null;
  @Field(() => [String], { nullable: true, description: 'For scorers. The sums of the page, one a line; the linter computes them.' })
  relations!: readonly string[] | null;
  @ForScorers('An answer that earns the top level.') modelAnswer!: string | null;
  @Field(() => [String], { nullable: true, description: 'For scorers. Other ways that are worth the same.' })
  acceptAlso!: readonly string[] | null;
  @Field(() => [PlausibleWrongAnswer], { nullable: true, description: 'For scorers.' }) plausibleWrongAnswers!:
    readonly PlausibleWrongAnswer[] | null;
  @ForScorers('Slug of the family of parallel variants.') variantFamily!: string | null;
  @ForScorers('How to write a question of equal difficulty.') parallelRecipe!: string | null;
  @ForScorers('How long a published version can still decide something.') leakHalfLife!: string | null;
  @Field(() => [String], { nullable: true, description: 'For scorers. Slugs of questions that must not share a kit with this one.' })
  enemies!: readonly string[] | null;
  @Field(() => [Wording], { nullable: true, description: 'For scorers. Equal phrasings of the prompt.' }) wordings!:
    readonly Wording[] | null;
  @Field(() => [QuestionReference], { nullable: true, description: 'For scorers.' }) references!: readonly QuestionReference[] | null;
  @Field(() => [ReviewedFact], { nullable: true, description: 'For scorers.' }) reviewedFacts!: readonly ReviewedFact[] | null;
  @ForScorers('What was checked against bias.') biasCheck!: string | null;
  @ForScorers('How it is asked of people who need it another way.') accessibility!: string | null;
  @Field(() => QuestionTranslation, { nullable: true, description: 'For scorers.' }) translationOf!: QuestionTranslation | null;
  @Field(() => [ExternalName], { nullable: true, description: 'For scorers. Its names in other systems.' })
  external!: readonly ExternalName[] | null;
  @Field(() => JsonScalar, { nullable: true, description: 'For scorers. Foreign fields without a home here.' }) extensions!: Json | null;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'For scorers. The whole canonical document, of which `contentHash` is the hash.',
  })
  document!: Json | null;
}
