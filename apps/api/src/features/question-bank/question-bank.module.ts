import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies';
import { OrganizationsModule } from '../organizations';
import { BankFramework } from './application/bank-framework';
import { CountQuestions } from './application/count-questions';
import { CreateQuestion } from './application/create-question';
import { CreateQuestionVersion } from './application/create-question-version';
import { ListQuestions } from './application/list-questions';
import { ListReviewInbox } from './application/list-review-inbox';
import { LoadShippedQuestions } from './application/load-shipped-questions';
import { QuestionReviewLoader } from './application/question-review.loader';
import { QuestionRights } from './application/question-rights';
import { QuestionVersionLoader } from './application/question-version.loader';
import { QuestionLoader } from './application/question.loader';
import { RetireQuestion } from './application/retire-question';
import { ReviewQuestion } from './application/review-question';
import { SaveQuestionDraft } from './application/save-question-draft';
import { SubmitQuestionForReview } from './application/submit-question-for-review';
import { VersionDesk } from './application/version-desk';
import { WithdrawQuestion } from './application/withdraw-question';
import { DocumentCache } from './persistence/document-cache';
import './persistence/question-document.record';
import { QuestionListRepository } from './persistence/question-list.repository';
import { QuestionReviewRepository } from './persistence/question-review.repository';
import './persistence/question-version.record';
import { QuestionVersionRepository } from './persistence/question-version.repository';
import { QuestionRepository } from './persistence/question.repository';
import { SettledDocuments } from './persistence/settled-documents';
import { VersionWriter } from './persistence/version-writer';
import { QuestionDocumentInput } from './transport/question-document-input';
import { QuestionDraftResolver } from './transport/question-draft.resolver';
import { QuestionLinksResolver } from './transport/question-links.resolver';
import { QuestionReviewLinksResolver, QuestionVersionLinksResolver } from './transport/question-version-links.resolver';
import { QuestionView } from './transport/question-view';
import { QuestionNode } from './transport/question.node';
import { QuestionResolver } from './transport/question.resolver';

@Module({
  imports: [CompetenciesModule, OrganizationsModule],
  providers: [
    BankFramework,
    CountQuestions,
    CreateQuestion,
    CreateQuestionVersion,
    ListQuestions,
    ListReviewInbox,
    LoadShippedQuestions,
    QuestionLoader,
    QuestionReviewLoader,
    QuestionRights,
    QuestionVersionLoader,
    RetireQuestion,
    ReviewQuestion,
    SaveQuestionDraft,
    SubmitQuestionForReview,
    VersionDesk,
    WithdrawQuestion,
    DocumentCache,
    QuestionListRepository,
    QuestionRepository,
    QuestionReviewRepository,
    QuestionVersionRepository,
    SettledDocuments,
    VersionWriter,
    QuestionDocumentInput,
    QuestionDraftResolver,
    QuestionLinksResolver,
    QuestionNode,
    QuestionResolver,
    QuestionReviewLinksResolver,
    QuestionVersionLinksResolver,
    QuestionView,
  ],
  exports: [
    LoadShippedQuestions,
    QuestionLoader,
    QuestionRights,
    QuestionVersionLoader,
    QuestionRepository,
    QuestionVersionRepository,
    SettledDocuments,
  ],
})
export class QuestionBankModule {}
