import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One question of an interview, in its place.' })
export class InterviewItem {
  readonly versionId!: string;
  @Field(() => ID) questionVersionId!: string;
  @Field(() => Int) plannedMinutes!: number;
  @Field({ description: 'Was not asked, with a reason on record.' }) skipped!: boolean;
  @Field({ description: 'Was not in the kit round.' }) added!: boolean;
}
