import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { IsDefined, IsOptional } from 'class-validator';
import type { SentDocument } from '../application/read-question-document';
import { ExpectedRevision } from './question-draft.inputs';
import { QuestionDocumentInput } from './question-document-input';

@ArgsType()
export class LintQuestionArgs {
  @Field(() => QuestionDocumentInput) @IsDefined() document!: SentDocument;
  @Field(() => String, { nullable: true, description: 'Of the question that is written; a new one may have none yet.' })
  @IsOptional()
  @StoredText(1, 80)
  slug?: string | null;
}

@InputType()
export class ApplyLintFixInput {
  @Field(() => ID) @StoredText(1, 100) versionId!: string;
  @Field(() => String, { nullable: true, description: 'Only findings of this rule; left out = of any.' })
  @IsOptional()
  @StoredText(1, 20)
  rule?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only at this place and below, as `path` of a finding says it; left out = anywhere.',
  })
  @IsOptional()
  @StoredText(1, 500)
  path?: string | null;
  @ExpectedRevision() expectedRevision!: number;
}
