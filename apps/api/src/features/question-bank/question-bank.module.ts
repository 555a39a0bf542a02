import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies';
import { OrganizationsModule } from '../organizations';
import { AddQuestionComment } from './application/add-question-comment';
import { ApplyLintFix } from './application/apply-lint-fix';
import { ApprovalObstacles } from './application/approval-obstacles';
import { BankFramework } from './application/bank-framework';
import { ChangesSinceReviewLoader } from './application/changes-since-review.loader';
import { CompareQuestionVersions } from './application/compare-question-versions';
import { CountQuestions } from './application/count-questions';
import { CreateQuestion } from './application/create-question';
import { CreateQuestionVersion } from './application/create-question-version';
import { DraftKeeper } from './application/draft-keeper';
import { LintQuestion } from './application/lint-question';
import { ListQuestions } from './application/list-questions';
import { ListReviewInbox } from './application/list-review-inbox';
import { LoadShippedBank } from './application/load-shipped-bank';
import { OpenQuestionThread } from './application/open-question-thread';
import { QuestionLintLoader } from './application/question-lint.loader';
import { QuestionLinter } from './application/question-linter';
import { QuestionReviewLoader } from './application/question-review.loader';
import { QuestionRights } from './application/question-rights';
import { QuestionThreadLoader } from './application/question-thread.loader';
import { QuestionVersionLoader } from './application/question-version.loader';
import { QuestionLoader } from './application/question.loader';
import { ReopenQuestionThread } from './application/reopen-question-thread';
import { ResolveQuestionThread } from './application/resolve-question-thread';
import { RetireQuestion } from './application/retire-question';
import { ReviewQuestion } from './application/review-question';
import { SaveQuestionDraft } from './application/save-question-draft';
import { ShippedBank } from './application/shipped-bank';
import { SubmitQuestionForReview } from './application/submit-question-for-review';
import { ThreadDesk } from './application/thread-desk';
import { VersionDesk } from './application/version-desk';
import { WithdrawQuestion } from './application/withdraw-question';
import { DocumentCache } from './persistence/document-cache';
import './persistence/question-comment.record';
import './persistence/question-document.record';
import { QuestionListRepository } from './persistence/question-list.repository';
import { QuestionReviewRepository } from './persistence/question-review.repository';
import { QuestionThreadRepository } from './persistence/question-thread.repository';
import './persistence/question-version.record';
import { QuestionVersionRepository } from './persistence/question-version.repository';
import { QuestionRepository } from './persistence/question.repository';
import { SettledDocuments } from './persistence/settled-documents';
import { VersionWriter } from './persistence/version-writer';
import { IMPORT_DOORS, IMPORT_PARTS } from './question-import-parts';
import { QuestionDocumentInput } from './transport/question-document-input';
import { QuestionDraftResolver } from './transport/question-draft.resolver';
import { QuestionHistoryResolver } from './transport/question-history.resolver';
import { QuestionLinksResolver } from './transport/question-links.resolver';
import { QuestionLintResolver } from './transport/question-lint.resolver';
import { QuestionReviewFieldsResolver } from './transport/question-review-fields.resolver';
import { QuestionCommentLinksResolver, QuestionThreadLinksResolver } from './transport/question-thread-links.resolver';
import { QuestionThreadView } from './transport/question-thread-view';
import { QuestionThreadResolver } from './transport/question-thread.resolver';
import { QuestionReviewLinksResolver, QuestionVersionLinksResolver } from './transport/question-version-links.resolver';
import { QuestionView } from './transport/question-view';
import { QuestionNode } from './transport/question.node';
import { QuestionResolver } from './transport/question.resolver';
import { ShippedBankResolver } from './transport/shipped-bank.resolver';

@Module({
  imports: [CompetenciesModule, OrganizationsModule],
  controllers: [...IMPORT_DOORS],
  providers: [
    ...IMPORT_PARTS,
    AddQuestionComment,
    ApplyLintFix,
    ApprovalObstacles,
    BankFramework,
    ChangesSinceReviewLoader,
    CompareQuestionVersions,
    CountQuestions,
    CreateQuestion,
    CreateQuestionVersion,
    DraftKeeper,
    LintQuestion,
    ListQuestions,
    ListReviewInbox,
    LoadShippedBank,
    OpenQuestionThread,
    QuestionLintLoader,
    QuestionLinter,
    QuestionLoader,
    QuestionReviewLoader,
    QuestionRights,
    QuestionThreadLoader,
    QuestionVersionLoader,
    ReopenQuestionThread,
    ResolveQuestionThread,
    RetireQuestion,
    ReviewQuestion,
    SaveQuestionDraft,
    ShippedBank,
    SubmitQuestionForReview,
    ThreadDesk,
    VersionDesk,
    WithdrawQuestion,
    DocumentCache,
    QuestionListRepository,
    QuestionRepository,
    QuestionReviewRepository,
    QuestionThreadRepository,
    QuestionVersionRepository,
    SettledDocuments,
    VersionWriter,
    QuestionDocumentInput,
    QuestionDraftResolver,
    QuestionCommentLinksResolver,
    QuestionHistoryResolver,
    QuestionLinksResolver,
    QuestionLintResolver,
    QuestionNode,
    QuestionResolver,
    QuestionReviewFieldsResolver,
    QuestionReviewLinksResolver,
    QuestionThreadLinksResolver,
    QuestionThreadResolver,
    QuestionThreadView,
    QuestionVersionLinksResolver,
    QuestionView,
    ShippedBankResolver,
  ],
  exports: [QuestionLoader, QuestionRights, QuestionVersionLoader, QuestionRepository, QuestionVersionRepository, SettledDocuments],
})
export class QuestionBankModule {}
