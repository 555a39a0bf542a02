import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { ExhibitFormat, ProbeKind } from '@touchstone/bank-format';
import { ExhibitFormatEnum, ProbeKindEnum } from './question-enums.types';

@ObjectType({ description: 'Minutes, whole or half. `target` is all of it.' })
export class QuestionTiming {
  @Field(() => Float) target!: number;
  @Field(() => Float, { nullable: true, description: 'The latest end.' }) max?: number;
  @Field(() => Float, { nullable: true, description: 'Silent reading.' }) preparation?: number;
  @Field(() => Float, { nullable: true }) answer?: number;
  @Field(() => Float, { nullable: true }) probes?: number;
}

@ObjectType({ description: 'A technology and, where it matters, its version.' })
export class Technology {
  @Field() name!: string;
  @Field(() => String, { nullable: true }) detail?: string;
}

@ObjectType({ description: 'A file beside the text of an exhibit, such as an image.' })
export class ExhibitAttachment {
  @Field({ description: 'Where the file lies beside the bank file.' }) file!: string;
  @Field() mediaType!: string;
  @Field(() => String, { nullable: true, description: 'SHA-256 of its bytes, in hex.' }) sha256?: string;
}

@ObjectType({ description: 'Something the candidate is shown, as plain text.' })
export class Exhibit {
  @Field() id!: string;
  @Field() title!: string;
  @Field(() => ExhibitFormatEnum) format!: ExhibitFormat;
  @Field() content!: string;
  @Field(() => String, { nullable: true, description: 'What it shows, told to someone who cannot see it.' }) alt?: string;
  @Field(() => ExhibitAttachment, { nullable: true }) attachment?: ExhibitAttachment;
}

@ObjectType({ description: 'Shown to the candidate who asks for the equivalent.' })
export class EvidenceOnRequest {
  @Field() id!: string;
  @Field({ description: 'What a candidate may ask for, in other words. Never shown.' }) askLike!: string;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => ExhibitFormatEnum, { nullable: true }) format?: ExhibitFormat;
  @Field() content!: string;
}

@ObjectType({ description: 'Asked after another probe, where its condition holds.' })
export class FollowingProbe {
  @Field() id!: string;
  @Field() ask!: string;
  @Field(() => String, { nullable: true, description: 'Condition in plain words; absent = when not yet answered.' }) when?: string;
  @Field(() => ProbeKindEnum, { nullable: true }) kind?: ProbeKind;
  @Field(() => [String], { nullable: true, description: 'Ids of the criteria that the answer gives evidence for.' })
  evidenceFor?: readonly string[];
  @Field(() => [String], { nullable: true, description: 'What to listen for. Adds no points beyond the anchors.' })
  lookFor?: readonly string[];
}

@ObjectType({ description: 'A follow-up that is the same for every candidate.' })
export class Probe extends FollowingProbe {
  @Field(() => [FollowingProbe], { nullable: true, description: 'Asked after this one.' }) probes?: readonly FollowingProbe[];
}

@ObjectType({ description: 'The highest level that is still possible for a criterion once the hint was given.' })
export class HintCap {
  @Field() criterionId!: string;
  @Field(() => Int) level!: number;
}

@ObjectType({ description: 'The only help allowed, and what it costs.' })
export class Hint {
  @Field() id!: string;
  @Field() text!: string;
  @Field(() => String, { nullable: true }) when?: string;
  @Field(() => [HintCap]) caps!: HintCap[];
  @Field(() => [String], { nullable: true, description: 'Ids of the criteria that the answer gives evidence for.' })
  evidenceFor?: readonly string[];
}

@ObjectType({ description: 'What is asked next when the answer so far stands at one of these levels.' })
export class FollowUp {
  @Field(() => [Int]) levels!: readonly number[];
  @Field() ask!: string;
}

@ObjectType({ description: 'An error that attracts good people, and why it is one.' })
export class PlausibleWrongAnswer {
  @Field() claim!: string;
  @Field() whyAttractive!: string;
  @Field() whyWrong!: string;
}
