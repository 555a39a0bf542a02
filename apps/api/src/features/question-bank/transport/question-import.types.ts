import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Json } from '@touchstone/kernel';
import { connectionType, JsonScalar, NodeType } from '@touchstone/platform/graphql';
import { IMPORT_EFFECTS, IMPORT_OUTCOMES, type ImportEffect, type ImportOutcome } from '../application/list-import-items';
import { IMPORT_STATES, IMPORT_STEPS, type ImportState, type ImportStep } from '../application/list-question-imports';

const enumOf = <T extends string>(name: string, words: readonly T[], description: string): Readonly<Record<string, T>> => {
  const values = Object.fromEntries(words.map((word) => [word, word]));
  registerEnumType(values, { name, description });
  return values;
};

export const ImportStateEnum = enumOf(
  'QuestionImportState',
  IMPORT_STATES,
  'PLANNING and APPLYING are worked on, PLANNED waits for you, the others are ends. REFUSED: the file cannot be read; FAILED: it broke off, try again.',
);
export const ImportStepEnum = enumOf('QuestionImportStep', IMPORT_STEPS, 'What is done at this moment.');
export const ImportOutcomeEnum = enumOf(
  'QuestionImportOutcome',
  IMPORT_OUTCOMES,
  'What a question of the file is to the bank. CONFLICT: something in the bank is in the way; REFUSED: the question cannot be taken in.',
);
export const ImportEffectEnum = enumOf(
  'QuestionImportEffect',
  IMPORT_EFFECTS,
  'What writing it does. NOTHING: it is there already; NOT_CHOSEN: it was left out on purpose; LEFT_OUT: it could not be written.',
);

@ObjectType({ description: 'Where in a file. Lines, columns and rows count from 1.' })
export class FilePlace {
  @Field(() => String, { nullable: true, description: 'A name inside an archive.' }) file!: string | null;
  @Field(() => Int, { nullable: true }) line!: number | null;
  @Field(() => Int, { nullable: true }) column!: number | null;
  @Field(() => String, { nullable: true }) sheet!: string | null;
  @Field(() => Int, { nullable: true }) row!: number | null;
  @Field(() => String, { nullable: true, description: 'The way to a member, such as questions[0].title.' }) path!: string | null;
}

@ObjectType({ description: 'One thing about the file: what is the matter, where, and how to mend it.' })
export class FileNotice {
  @Field() code!: string;
  @Field() message!: string;
  @Field({ description: 'What to do about it; empty where nothing needs to be done.' }) fix!: string;
  @Field(() => FilePlace) place!: FilePlace;
}

@ObjectType({ description: 'How often something was said about the file.' })
export class NoticeCount {
  @Field() code!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'What a column of a table was taken for.' })
export class ImportColumn {
  @Field(() => Int, { description: 'Counts from 0.' }) column!: number;
  @Field() head!: string;
  @Field(() => String, { nullable: true, description: 'The field; null = not read.' }) use!: string | null;
}

@ObjectType({ description: 'What the file was taken for. Plan it again with settings to have it taken for something else.' })
export class DetectedFile {
  @Field() format!: string;
  @Field(() => String, { nullable: true }) dialect!: string | null;
  @Field(() => String, { nullable: true }) encoding!: string | null;
  @Field(() => [ImportColumn]) columns!: readonly ImportColumn[];
}

@ObjectType({ description: 'How far it is.' })
export class ImportProgress {
  @Field(() => ImportStepEnum) step!: ImportStep;
  @Field(() => Int) done!: number;
  @Field(() => Int, { nullable: true, description: 'Null while nobody knows.' }) total!: number | null;
}

@ObjectType({ description: 'Questions of the file by what they are to the bank. After it was applied, by what they turned out to be.' })
export class ImportCounts {
  @Field(() => Int) questions!: number;
  @Field(() => Int) added!: number;
  @Field(() => Int) changed!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) conflicts!: number;
  @Field(() => Int) refused!: number;
  @Field(() => Int, { description: 'They can come in as drafts; nobody can submit them for review before their licence is set.' })
  unknownLicense!: number;
  @Field(() => Int, { description: 'Nearly the same as another one in the file or in the bank.' }) alike!: number;
  @Field(() => Int, { description: 'With findings of the linter.' }) withFindings!: number;
}

@ObjectType({ description: 'What was done.' })
export class ImportReport {
  @Field(() => Int) newQuestions!: number;
  @Field(() => Int) newVersions!: number;
  @Field(() => Int) draftsReplaced!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) notChosen!: number;
  @Field(() => Int) leftOut!: number;
}

@ObjectType({ description: 'A question that another one is nearly the same as.' })
export class AlikeQuestion {
  @Field() slug!: string;
  @Field() title!: string;
  @Field(() => Float, { description: 'Share of the runs of five words that both have, 0 to 1.' }) share!: number;
  @Field({ description: 'FILE or BANK.' }) where!: string;
}

@ObjectType({ description: 'What the linter, or the rules of review, have to say about a question.' })
export class ImportFinding {
  @Field({ description: 'The rule, or the code of the fault.' }) rule!: string;
  @Field({ description: 'ERROR or WARNING.' }) severity!: string;
  @Field({ description: 'Where in the question, such as rubric.criteria[0].weight.' }) path!: string;
  @Field() message!: string;
}

@ObjectType({ description: 'A question of the file.' })
export class ImportItem {
  @Field(() => Int, { description: 'Counts from 1, in the order of the file.' }) number!: number;
  @Field() slug!: string;
  @Field() title!: string;
  @Field(() => ImportOutcomeEnum) outcome!: ImportOutcome;
  @Field(() => ImportEffectEnum, { description: 'What writing it would do.' }) effect!: ImportEffect;
  @Field(() => String, { nullable: true, description: 'Why it cannot be written, and what to do.' }) reason!: string | null;
  @Field() license!: string;
  @Field() contentHash!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The whole content, for those who may read rubrics; null once it was written, and where it will not be.',
  })
  document!: Json | null;
  @Field(() => [ImportFinding], { description: 'What keeps it from being submitted for review.' }) faults!: readonly ImportFinding[];
  @Field(() => [ImportFinding], { description: 'Of the linter.' }) findings!: readonly ImportFinding[];
  @Field(() => [AlikeQuestion]) alike!: readonly AlikeQuestion[];
  @Field(() => ImportEffectEnum, { nullable: true, description: 'What was done; null before it was applied.' })
  result!: ImportEffect | null;
  @Field(() => ID, { nullable: true }) questionId!: string | null;
  @Field(() => ID, { nullable: true }) versionId!: string | null;
}
export const ImportItemConnection = connectionType(ImportItem, 'ImportItem');

@ObjectType({
  implements: () => [NodeType],
  description: 'A file that comes in: a plan, the decision, and what became of it. Kept for good.',
})
export class QuestionImport extends NodeType {
  @Field(() => ImportStateEnum) state!: ImportState;
  @Field(() => Int) revision!: number;
  @Field() fileName!: string;
  @Field(() => Int) byteCount!: number;
  @Field() sha256!: string;
  @Field(() => JsonScalar, { description: 'As they were said.' }) settings!: Json;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true }) plannedAt!: Date | null;
  @Field(() => Date, { nullable: true }) appliedAt!: Date | null;
  @Field({ description: 'Until then a plan can be applied.' }) expiresAt!: Date;
  @Field(() => ImportProgress) progress!: ImportProgress;
  @Field(() => DetectedFile, { nullable: true }) detected!: DetectedFile | null;
  @Field(() => [FileNotice], { description: 'Why the file cannot be read.' }) refusals!: readonly FileNotice[];
  @Field(() => [FileNotice], { description: 'What was lost, changed or deserves a look; of many alike the first twenty.' })
  warnings!: readonly FileNotice[];
  @Field(() => [FileNotice], { description: 'What was guessed, supplied or left out; of many alike the first twenty.' })
  notes!: readonly FileNotice[];
  @Field(() => [NoticeCount], { description: 'How often each was said.' }) noticeCounts!: readonly NoticeCount[];
  /** For the field `importer`. */
  memberId!: string;
}
export const QuestionImportConnection = connectionType(QuestionImport, 'QuestionImport');

@ObjectType({ description: 'From which file a version is.' })
export class ImportOrigin {
  @Field() fileName!: string;
  @Field() sha256!: string;
  @Field(() => String, { nullable: true }) format!: string | null;
  @Field() importedAt!: Date;
  @Field({ description: 'The licence with which it came in; `license` of the version is what holds now.' }) license!: string;
  @Field(() => String, { nullable: true, description: 'The system that it comes from, such as csv:bank.' }) system!: string | null;
  @Field(() => String, { nullable: true, description: 'Its name there.' }) nameThere!: string | null;
  /** For the field `importer`. */
  memberId!: string;
}

@ObjectType()
export class PlanQuestionImportPayload {
  @Field(() => QuestionImport, { nullable: true }) import!: QuestionImport | null;
}

@ObjectType()
export class ApplyQuestionImportPayload {
  @Field(() => QuestionImport, { nullable: true }) import!: QuestionImport | null;
}

@ObjectType()
export class CancelQuestionImportPayload {
  @Field(() => QuestionImport, { nullable: true }) import!: QuestionImport | null;
}
