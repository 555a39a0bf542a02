/* What later rooms may touch */
export { QuestionBankModule } from './question-bank.module';
export {
  QuestionVersionRepository as QuestionVersions,
  type ApprovedFilter,
  LARGEST_POOL,
} from './persistence/question-version.repository';
export { QuestionRepository as Questions } from './persistence/question.repository';
export { SettledDocuments } from './persistence/settled-documents';
export type { QuestionVersionRow, QuestionVersionValue } from './persistence/question-version-row';
export { QuestionVersionLoader, type ReadableVersion } from './application/question-version.loader';
export { canonicalContent } from './persistence/document-cache';
export { VersionWriter } from './persistence/version-writer';
export { QuestionLoader } from './application/question.loader';
export { ShippedBank } from './application/shipped-bank';
export { ImportCalls, type ImportCall } from './application/import-calls';
export { RunQuestionImport } from './application/run-question-import';
export { QuestionRights, type RubricSource } from './application/question-rights';
export { Question } from './transport/question.types';
export { QuestionVersion } from './transport/question-version.types';
export { Anchor, Criterion, Rubric } from './transport/rubric.types';
export { EvidenceOnRequest, Exhibit, FollowUp, Hint, Probe } from './transport/question-script.types';
export { QuestionKindEnum, QuestionUsageEnum, QuestionVersionStatusEnum, SeniorityEnum } from './transport/question-enums.types';
export { presentQuestionVersion } from './transport/present-question-version';
export { presentQuestion } from './transport/present-question';
