import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Claim, Culprit, Ending, External, Plot } from '@touchstone/bank-format';
import { ClaimClassEnum, ClaimResultEnum, CulpritEnum, EndingEnum, ExternalRelationEnum, FirstGuessEnum } from './question-enums.types';

@ObjectType({ description: 'The story behind the page, in words that a bank can count.' })
export class QuestionPlot {
  @Field(() => String, { nullable: true, description: 'The one sentence that names the cause or the conflict.' }) cause?: string;
  @Field(() => String, { nullable: true, description: 'Questions of one family have the same cause.' }) family?: string;
  @Field(() => CulpritEnum, { nullable: true }) culprit?: Culprit;
  @Field(() => FirstGuessEnum, { nullable: true }) firstGuess?: Plot['firstGuess'];
  @Field(() => EndingEnum, { nullable: true }) ending?: Ending;
  @Field(() => String, { nullable: true, description: 'Where it plays, such as `retail`.' }) industry?: string;
}

@ObjectType({ description: 'The same task in other words.' })
export class Wording {
  @Field() id!: string;
  @Field(() => String, { nullable: true, description: 'What differs, such as "concise".' }) style?: string;
  @Field() prompt!: string;
}

@ObjectType({ description: 'A source of facts that scores depend on, with everything that is known of it.' })
export class QuestionReference {
  @Field({ description: 'What it is.' }) title!: string;
  @Field(() => String, { nullable: true }) uri?: string;
  @Field(() => String, { nullable: true }) author?: string;
  @Field(() => String, { nullable: true, description: 'The version or date that was read.' }) version?: string;
  @Field(() => String, { nullable: true, description: 'SPDX expression.' }) license?: string;
  @Field(() => String, { nullable: true, description: 'The day on which it was read.' }) accessed?: string;
  @Field(() => String, { nullable: true, description: 'What in the question rests on it.' }) supports?: string;
  @Field(() => [String], { nullable: true, description: 'Ids of the criteria that rest on it.' }) criteria?: readonly string[];
  @Field(() => Boolean, { nullable: true, description: 'Whether text was taken over.' }) derived?: boolean;
}

@ObjectType({ description: 'A claim that was checked, with the log of the check.' })
export class ReviewedFact {
  @Field({ description: 'One sentence that can be false.' }) fact!: string;
  @Field(() => ClaimClassEnum, { nullable: true }) class?: Claim['class'];
  @Field(() => [String], { nullable: true, description: 'Ids of the criteria that depend on it.' }) criteria?: readonly string[];
  @Field(() => String, { nullable: true, description: 'Oldest and newest version for which it is known to hold.' }) versions?: string;
  @Field(() => String, { nullable: true, description: 'Path or section that says so.' }) source?: string;
  @Field(() => String, { nullable: true, description: 'The day on which it was looked up.' }) checked?: string;
  @Field(() => String, { nullable: true, description: 'What was opened, computed or asked.' }) how?: string;
  @Field(() => ClaimResultEnum, { nullable: true }) result?: Claim['result'];
  @Field(() => String, { nullable: true, description: 'Under which condition it holds.' }) condition?: string;
}

@ObjectType({ description: 'The question that this is a translation of.' })
export class QuestionTranslation {
  @Field({ description: 'Id of the question, or bank/id.' }) ref!: string;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'A name in another system.' })
export class ExternalName {
  @Field() system!: string;
  @Field() id!: string;
  @Field(() => String, { nullable: true }) uri?: string;
  @Field(() => ExternalRelationEnum, { nullable: true, description: 'SAME unless given.' }) relation?: External['relation'];
}
