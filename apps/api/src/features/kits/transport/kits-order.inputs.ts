import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsBoolean, IsInt, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';

const MOST_KITS = 8;
const LAST_SEED = 2_147_483_647;

@InputType({
  description:
    'Choose among kits that are nearly the best those whose questions were used least, and by chance between equals, so that the bank wears evenly.',
})
export class VarietyInput {
  @Field(() => Float, { defaultValue: 0.02, description: 'Share of the best that may be given up: 0.02 for kits within 2 % of it.' })
  @IsNumber()
  @Min(0)
  @Max(1)
  share: number = 0.02;
  @Field(() => Int, { description: 'The same seed gives the same kits.' }) @IsInt() @Min(0) @Max(LAST_SEED) seed!: number;
}

@InputType({ description: 'How many kits of which blueprint.' })
export class WantedKitsInput {
  @Field(() => ID) @StoredText(1, 100) blueprintId!: string;
  @Field(() => Int, { description: '1 to 8.' }) @IsInt() @Min(1) @Max(MOST_KITS) kits!: number;
}

@InputType({
  description:
    'How alike the kits of one blueprint must be. Strictly parallel are kits with slotDifficultyApart 0 and sameKindBySlot; both need rounds with slots.',
})
export class FamilyLikenessInput {
  @Field(() => Float, { nullable: true, description: 'Levels by which the questions in the same slot of two kits may differ.' })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(4)
  slotDifficultyApart?: number | null;
  @Field({ defaultValue: false, description: 'The questions in the same slot are of the same kind.' })
  @IsBoolean()
  sameKindBySlot: boolean = false;
  @Field(() => Float, { nullable: true, description: 'Levels by which the sums of difficulty of two kits may differ.' })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(200)
  difficultySumApart?: number | null;
}

@InputType({ isAbstract: true })
export abstract class KitsOrderInput {
  @Field({ description: 'Kits are named after it, with a number.' }) @StoredText(1, 100) name!: string;
  @Field(() => [WantedKitsInput], { description: 'Up to eight kits together, of up to four blueprints; each blueprint once.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => WantedKitsInput)
  members!: WantedKitsInput[];
  @Field(() => Int, {
    defaultValue: 0,
    description: 'Questions that any two kits may have in common; 0: no question stands in two of them.',
  })
  @IsInt()
  @Min(0)
  @Max(50)
  maxOverlap: number = 0;
  @Field(() => FamilyLikenessInput, { nullable: true, description: 'Leave it out for kits that need not be alike.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => FamilyLikenessInput)
  likeness?: FamilyLikenessInput | null;
  @Field(() => VarietyInput, { nullable: true, description: 'Leave it out for the best kits there are.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => VarietyInput)
  variety?: VarietyInput | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class AssembleFamilyInput extends KitsOrderInput {
  @Field(() => Int, { defaultValue: 20, description: 'Seconds of solving, 1 to 30. The best kits found until then are kept.' })
  @IsInt()
  @Min(1)
  @Max(30)
  timeLimitSeconds: number = 20;
}

@InputType()
export class StartAssemblyInput extends KitsOrderInput {
  @Field(() => Int, { defaultValue: 120, description: 'Seconds of solving, 1 to 900. The best kits found until then are kept.' })
  @IsInt()
  @Min(1)
  @Max(900)
  timeLimitSeconds: number = 120;
  @Field(() => Float, {
    defaultValue: 0,
    description: 'Relative distance to the best at which kits are good enough: 0, the proven best, to 0.5.',
  })
  @IsNumber()
  @Min(0)
  @Max(0.5)
  gap: number = 0;
}

@InputType()
export class CancelAssemblyInput {
  @Field(() => ID) @StoredText(1, 100) assemblyId!: string;
}
