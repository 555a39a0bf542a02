import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { QUESTION_KINDS, type QuestionKind } from '@touchstone/bank-format';
import { StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { QuestionKindEnum } from '../../question-bank';

const DEAREST = 1_000_000;

@InputType({ isAbstract: true })
abstract class BoundInput {
  @Field(() => Int, { nullable: true, description: 'Leave it out for a hard limit; otherwise the points lost for each unit missed.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DEAREST)
  soft?: number | null;
}

@InputType({ description: 'Question time of a round, in minutes.' })
export class MinutesWishInput extends BoundInput {
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(600) min?: number | null;
  @Field(() => Int) @IsInt() @Min(1) @Max(600) max!: number;
}

@InputType({ description: 'How many questions a round holds.' })
export class QuestionCountWishInput extends BoundInput {
  @Field(() => Int) @IsInt() @Min(1) @Max(50) min!: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(50) max!: number;
}

@InputType({ description: 'How many questions of one competency or category a round holds: min, max, or both.' })
export class NamedWishInput extends BoundInput {
  @Field({ description: 'Of the competency or category.' }) @StoredText(1, 80) slug!: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(50) min?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(50) max?: number | null;
}

@InputType({ description: 'How many questions of one kind a round holds: min, max, or both.' })
export class KindWishInput extends BoundInput {
  @Field(() => QuestionKindEnum) @IsIn(QUESTION_KINDS) kind!: QuestionKind;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(50) min?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(50) max?: number | null;
}

@InputType({ description: 'Question time of a slot, in minutes.' })
export class SlotMinutesInput {
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(600) min?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(600) max?: number | null;
}

@InputType({ description: 'A place for one question. An empty list allows anything.' })
export class SlotWishInput {
  @Field({ description: 'Unique within its round.' }) @StoredText(1, 100) label!: string;
  @Field(() => SlotMinutesInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => SlotMinutesInput)
  minutes?: SlotMinutesInput | null;
  @Field(() => [String], { defaultValue: [] }) @ArrayMaxSize(60) @StoredText(1, 80, { each: true }) categories: string[] = [];
  @Field(() => [String], { defaultValue: [], description: 'One of them is the first competency of the question.' })
  @ArrayMaxSize(60)
  @StoredText(1, 80, { each: true })
  competencies: string[] = [];
  @Field(() => [QuestionKindEnum], { defaultValue: [] }) @ArrayMaxSize(20) @IsIn(QUESTION_KINDS, { each: true }) kinds: QuestionKind[] = [];
}

@InputType()
export class RoundWishInput {
  @Field({ description: 'Unique within the blueprint.' }) @StoredText(1, 100) name!: string;
  @Field(() => MinutesWishInput) @ValidateNested() @Type(() => MinutesWishInput) minutes!: MinutesWishInput;
  @Field(() => QuestionCountWishInput) @ValidateNested() @Type(() => QuestionCountWishInput) questions!: QuestionCountWishInput;
  @Field(() => [NamedWishInput], { defaultValue: [] })
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => NamedWishInput)
  competencies: NamedWishInput[] = [];
  @Field(() => [NamedWishInput], { defaultValue: [] })
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => NamedWishInput)
  categories: NamedWishInput[] = [];
  @Field(() => [KindWishInput], { defaultValue: [] })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => KindWishInput)
  kinds: KindWishInput[] = [];
  @Field(() => [SlotWishInput], {
    defaultValue: [],
    description:
      'Places in the order of asking, one question each; where there are any, no question stands besides. Strictly parallel kits need them.',
  })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SlotWishInput)
  slots: SlotWishInput[] = [];
}

@InputType({ description: 'The mean difficulty of the kit, levels 1 to 5 with at most two decimals.' })
export class DifficultyWishInput {
  @Field(() => Float) @IsNumber() @Min(1) @Max(5) target!: number;
  @Field(() => Float) @IsNumber() @Min(0) @Max(4) tolerance!: number;
  @Field(() => Int, { nullable: true, description: 'Leave it out for a hard limit; otherwise points lost for each hundredth of a level.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DEAREST)
  soft?: number | null;
}

@InputType()
export class ExposureLimitInput {
  @Field(() => Int) @IsInt() @Min(1) @Max(120) months!: number;
  @Field(() => Int) @IsInt() @Min(0) @Max(1000) uses!: number;
}

@InputType()
export class EnemyPairInput {
  @Field(() => ID) @StoredText(1, 100) questionId!: string;
  @Field(() => ID) @StoredText(1, 100) otherQuestionId!: string;
}

@InputType({ description: 'All that is asked of a kit.' })
export class BlueprintWishesInput {
  @Field(() => [RoundWishInput])
  @ArrayNotEmpty()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => RoundWishInput)
  rounds!: RoundWishInput[];

  @Field(() => DifficultyWishInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => DifficultyWishInput)
  difficulty?: DifficultyWishInput | null;

  @Field(() => [String], { defaultValue: [], description: 'Each of these categories has a question somewhere in the kit.' })
  @ArrayMaxSize(60)
  @StoredText(1, 80, { each: true })
  mandatoryCategories: string[] = [];

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(500)
  @StoredText(1, 100, { each: true })
  excludedQuestionIds: string[] = [];

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(100)
  @StoredText(1, 100, { each: true })
  mustHaveQuestionIds: string[] = [];

  @Field(() => [EnemyPairInput], {
    defaultValue: [],
    description: 'Pairs that never meet in this kit, beyond those that the questions name.',
  })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => EnemyPairInput)
  enemies: EnemyPairInput[] = [];

  @Field({ defaultValue: false, description: 'No two questions of a kit have the same first competency.' })
  @IsBoolean()
  distinctCompetencies: boolean = false;

  @Field(() => ExposureLimitInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExposureLimitInput)
  exposureLimit?: ExposureLimitInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Draw from questions that were published with their answers, too; such a kit is for practice. By default only in an organization for trying out.',
  })
  @IsOptional()
  @IsBoolean()
  includeTraining?: boolean | null;
}
