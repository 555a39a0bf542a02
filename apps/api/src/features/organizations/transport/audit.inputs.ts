import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { PageArgs } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { IsDate, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Changes by this member.' }) @IsOptional() @StoredText(1, 100) memberId?: string | null;
  @Field(() => String, { nullable: true, description: 'How the action begins: member. or member.update.' })
  @IsOptional()
  @StoredText(1, 80)
  action?: string | null;
  @Field(() => ID, { nullable: true, description: 'Changes of this thing.' }) @IsOptional() @StoredText(1, 100) subjectId?: string | null;
  @Field(() => Date, { nullable: true, description: 'From this instant on.' }) @IsOptional() @IsDate() from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Before this instant.' }) @IsOptional() @IsDate() to?: Date | null;
}

@ArgsType()
export class VerifyAuditTrailArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'With knownHash: the number of lines of an earlier report, to find a tail that was cut or written anew.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  knownLines?: number | null;
  @Field(() => String, { nullable: true, description: 'The head of that report.' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: 'knownHash is the head of an earlier report: 64 hexadecimal digits' })
  knownHash?: string | null;
}
