import {
  DIALECTS,
  INCOMING_FORMATS,
  type IncomingFormat,
  OUTGOING_FORMATS,
  type OutgoingFormat,
  type QuestionKind,
  TABLE_FIELDS,
} from '@touchstone/bank-format';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '@touchstone/platform/graphql';
import { IdempotencyKey, StoredText } from '@touchstone/platform/validation';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { ImportOutcome } from '../application/list-import-items';
import { QuestionKindEnum } from './question-enums.types';
import { ImportOutcomeEnum } from './question-import.types';
import { QuestionFilter } from './question.inputs';

/** `qti-3.0` as `QTI_3_0`. */
const enumOf = <T extends string>(name: string, words: readonly T[], description: string): Readonly<Record<string, T>> => {
  const values = Object.fromEntries(words.map((word) => [word.toUpperCase().replace(/[^A-Z0-9]/g, '_'), word]));
  registerEnumType(values, { name, description });
  return values;
};

export const IncomingFormatEnum = enumOf('IncomingFormat', INCOMING_FORMATS, 'What a file that comes in may be.');
export const OutgoingFormatEnum = enumOf(
  'OutgoingFormat',
  OUTGOING_FORMATS,
  'What questions can be written as. YAML, JSON and ZIP lose nothing; the others say what they cannot carry.',
);

const MOST_ITEMS = 20_000;

@InputType({ description: 'A column of a table and what it is read as.' })
export class ImportColumnInput {
  @Field({ description: `One of ${TABLE_FIELDS.join(', ')}.` }) @IsIn(TABLE_FIELDS as readonly string[]) field!: string;
  @Field({ description: 'The text of its head, or its position from 1. Empty: no column.' }) @StoredText(0, 300) column!: string;
}

@InputType({ description: 'What is not to be found out from the file, and what questions get that do not say it themselves.' })
export class ImportSettingsInput {
  @Field(() => IncomingFormatEnum, { nullable: true }) @IsOptional() format?: IncomingFormat | null;
  @Field(() => String, { nullable: true, description: `Of Markdown: one of ${Object.keys(DIALECTS).join(', ')}.` })
  @IsOptional()
  @IsIn(Object.keys(DIALECTS))
  dialect?: string | null;
  @Field(() => [ImportColumnInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(100)
  @ArrayUnique(({ field }: ImportColumnInput) => field)
  @ValidateNested({ each: true })
  @Type(() => ImportColumnInput)
  columns?: ImportColumnInput[] | null;
  @Field(() => String, { nullable: true, description: 'For texts that are not in UTF-8, such as windows-1252.' })
  @IsOptional()
  @StoredText(1, 40)
  encoding?: string | null;
  @Field(() => [String], { nullable: true, description: 'Names of sheets to read, also hidden ones. Left out: all that are shown.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @StoredText(1, 100, { each: true })
  sheets?: string[] | null;
  @Field(() => String, { nullable: true, description: 'SPDX expression for questions that name no licence.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9.+() -]{0,79}$/, {
    message: 'license is the short name of a licence: letters, digits, blanks and . + ( ) -, at most 80',
  })
  license?: string | null;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag.' })
  @IsOptional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'language is a language tag such as "en" or "pt-br"' })
  language?: string | null;
  @Field(() => String, { nullable: true, description: 'Slug of the category of questions that name none of yours.' })
  @IsOptional()
  @StoredText(1, 80)
  category?: string | null;
  @Field(() => QuestionKindEnum, { nullable: true }) @IsOptional() kind?: QuestionKind | null;
  @Field(() => Int, { nullable: true, description: '1 to 5.' }) @IsOptional() @IsInt() @Min(1) @Max(5) difficulty?: number | null;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(480) minutes?: number | null;
}

@InputType()
export class PlanQuestionImportInput {
  @Field(() => ID, { description: 'Of what was sent to POST /uploads/questions.' }) @StoredText(1, 100) uploadId!: string;
  @Field(() => ImportSettingsInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ImportSettingsInput)
  settings?: ImportSettingsInput | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class ApplyQuestionImportInput {
  @Field(() => ID) @StoredText(1, 100) importId!: string;
  @Field(() => Int, { description: 'The revision that you read.' }) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
  @Field(() => [Int], { nullable: true, description: 'Numbers of the items that you want. Left out: all that are new or changed.' })
  @IsOptional()
  @ArrayMaxSize(MOST_ITEMS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MOST_ITEMS, { each: true })
  items?: number[] | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@InputType()
export class CancelQuestionImportInput {
  @Field(() => ID) @StoredText(1, 100) importId!: string;
  @Field(() => Int, { description: 'The revision that you read.' }) @IsInt() @Min(1) @Max(2_147_483_647) expectedRevision!: number;
}

@InputType()
export class ExportQuestionsInput {
  @Field(() => OutgoingFormatEnum) format!: OutgoingFormat;
  @Field({ defaultValue: true, description: 'Whether the file also carries everything in our own format, where it can.' })
  sidecar!: boolean;
  @Field(() => [ID], { nullable: true, description: 'These questions. Left out: all that the filter lets through.' })
  @IsOptional()
  @ArrayMaxSize(1_000)
  @StoredText(1, 100, { each: true })
  questionIds?: string[] | null;
  @Field(() => QuestionFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionFilter)
  filter?: QuestionFilter | null;
  @Field() @IdempotencyKey() idempotencyKey!: string;
}

@ArgsType()
export class ImportItemArgs extends PageArgs {
  @Field(() => [ImportOutcomeEnum], { nullable: true, description: 'Any of these. Left out: all.' })
  @IsOptional()
  @ArrayMaxSize(10)
  outcomes?: ImportOutcome[] | null;
}
