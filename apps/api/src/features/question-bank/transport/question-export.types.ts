import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A part of questions that the format has no place for.' })
export class ExportLoss {
  @Field() part!: string;
  @Field(() => Int, { description: 'How many questions have it.' }) questions!: number;
  @Field({ description: 'Does the file carry it all the same, in our own format inside?' }) inSidecar!: boolean;
}

@ObjectType()
export class ExportQuestionsPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Where the file is fetched, until it expires. Whoever has it has the file. The same key again gives the same file a new link, and the earlier one opens nothing; null where the file has expired.',
  })
  link!: string | null;
  @Field() expiresAt!: string;
  @Field() fileName!: string;
  @Field(() => Int) byteCount!: number;
  @Field(() => Int) questions!: number;
  @Field(() => Int, { description: 'Of them those that went out without what is for scorers, because you may not read it.' })
  withoutRubric!: number;
  @Field(() => [ExportLoss]) losses!: readonly ExportLoss[];
}
