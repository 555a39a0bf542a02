import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { PageArgs } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsInt, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';

@ArgsType()
export class CompetencyArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Slug of a category.' })
  @IsOptional()
  @StoredText(1, 100)
  category?: string | null;
}

@InputType()
export class RoleProfileWeightInput {
  @Field(() => ID) @StoredText(1, 100) competencyId!: string;
  @Field(() => Float, { description: 'Percent, above 0, at most two decimals.' }) @IsNumber() @Min(0) @Max(100) weight!: number;
  @Field() @IsBoolean() critical!: boolean;
  @Field(() => String, { nullable: true, description: 'Who named it, and in what. May be left out where the line stays as it was.' })
  @IsOptional()
  @StoredText(0, 2000)
  source?: string | null;
}

@InputType()
export class UpdateRoleProfileInput {
  @Field(() => ID) @StoredText(1, 100) roleProfileId!: string;
  @Field(() => [RoleProfileWeightInput], {
    description: 'All lines of the profile, adding up to 100. A competency that is not named is no longer in it.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => RoleProfileWeightInput)
  weights!: RoleProfileWeightInput[];
  @Field(() => Int, { description: 'The revision that you read.' }) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
}
