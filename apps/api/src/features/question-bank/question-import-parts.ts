import type { Provider, Type } from '@nestjs/common';
import { ApplyQuestionImport } from './application/apply-question-import';
import { CancelQuestionImport } from './application/cancel-question-import';
import { FileLinks } from './application/file-links';
import { ExportQuestions } from './application/export-questions';
import { FetchQuestionExport } from './application/fetch-question-export';
import { ImportApplier } from './application/import-applier';
import { ImportAuthor } from './application/import-author';
import { ImportCalls } from './application/import-calls';
import { ImportDesk } from './application/import-desk';
import { ImportJournal } from './application/import-journal';
import { ImportPlanner } from './application/import-planner';
import { KeepQuestionUpload } from './application/keep-question-upload';
import { ListImportItems } from './application/list-import-items';
import { ListQuestionImports } from './application/list-question-imports';
import { PlanQuestionImport } from './application/plan-question-import';
import { QuestionImportLoader } from './application/question-import.loader';
import { QuestionSelection } from './application/question-selection';
import { RunQuestionImport } from './application/run-question-import';
import { UploadRoom } from './application/upload-room';
import { ImportBankRepository } from './persistence/import-bank.repository';
import './persistence/question-file-part.record';
import { QuestionFileRepository } from './persistence/question-file.repository';
import { QuestionImportItemRepository } from './persistence/question-import-item.repository';
import { QuestionImportRepository } from './persistence/question-import.repository';
import { ImportOriginLinksResolver, QuestionImportLinksResolver, QuestionOriginResolver } from './transport/question-import-links.resolver';
import { QuestionImportView } from './transport/question-import-view';
import { QuestionImportController } from './transport/question-import.controller';
import { QuestionImportResolver } from './transport/question-import.resolver';

/** The addresses at which files come and go. */
export const IMPORT_DOORS: readonly Type[] = [QuestionImportController];

/** What questions need to come in from files and to go out to files. */
export const IMPORT_PARTS: readonly Provider[] = [
  ApplyQuestionImport,
  CancelQuestionImport,
  FileLinks,
  ExportQuestions,
  FetchQuestionExport,
  ImportApplier,
  ImportAuthor,
  ImportBankRepository,
  ImportCalls,
  ImportDesk,
  ImportJournal,
  ImportOriginLinksResolver,
  ImportPlanner,
  KeepQuestionUpload,
  ListImportItems,
  ListQuestionImports,
  PlanQuestionImport,
  QuestionFileRepository,
  QuestionImportItemRepository,
  QuestionImportLinksResolver,
  QuestionImportLoader,
  QuestionImportRepository,
  QuestionImportResolver,
  QuestionImportView,
  QuestionOriginResolver,
  QuestionSelection,
  RunQuestionImport,
  UploadRoom,
];
