import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { CreateQuestion } from '../application/create-question';
import { CreateQuestionVersion } from '../application/create-question-version';
import { RetireQuestion } from '../application/retire-question';
import { ReviewQuestion } from '../application/review-question';
import { SaveQuestionDraft } from '../application/save-question-draft';
import { SubmitQuestionForReview } from '../application/submit-question-for-review';
import { WithdrawQuestion } from '../application/withdraw-question';
import {
  CreateQuestionInput,
  CreateQuestionVersionInput,
  RetireQuestionInput,
  ReviewQuestionInput,
  SaveQuestionDraftInput,
  SubmitQuestionForReviewInput,
  WithdrawQuestionInput,
} from './question-draft.inputs';
import {
  CreateQuestionResult,
  CreateQuestionVersionResult,
  RetireQuestionResult,
  ReviewQuestionResult,
  SaveQuestionDraftResult,
  SubmitQuestionForReviewResult,
  WithdrawQuestionResult,
} from './question-results';
import { QuestionView } from './question-view';

/** The life of a question: written, reviewed, retired. */
@Resolver()
export class QuestionDraftResolver {
  constructor(
    private readonly view: QuestionView,
    private readonly createVerb: CreateQuestion,
    private readonly createVersionVerb: CreateQuestionVersion,
    private readonly saveVerb: SaveQuestionDraft,
    private readonly submitVerb: SubmitQuestionForReview,
    private readonly withdrawVerb: WithdrawQuestion,
    private readonly reviewVerb: ReviewQuestion,
    private readonly retireVerb: RetireQuestion,
  ) {}

  @Mutation(() => CreateQuestionResult.type, { description: 'Puts a new question into the bank, as a draft of yours.' })
  @Allow('question.create')
  async createQuestion(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: CreateQuestionInput,
  ): Promise<object> {
    const made = await this.createVerb.execute(actor, input);
    return CreateQuestionResult.of(made.ok ? ok({ question: await this.view.changedQuestion(context, made.value.questionId) }) : made);
  }

  @Mutation(() => CreateQuestionVersionResult.type, { description: 'Starts a new draft from the newest version of a question.' })
  @Allow('question.create')
  async createQuestionVersion(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: CreateQuestionVersionInput,
  ): Promise<object> {
    const made = await this.createVersionVerb.execute(actor, { ...input, questionId: localId(actor, 'Question', input.questionId) });
    return CreateQuestionVersionResult.of(
      made.ok ? ok({ question: await this.view.changedQuestion(context, made.value.questionId) }) : made,
    );
  }

  @Mutation(() => SaveQuestionDraftResult.type, { description: 'Keeps the whole content of your draft.' })
  @Allow('question.edit')
  async saveQuestionDraft(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: SaveQuestionDraftInput,
  ): Promise<object> {
    const saved = await this.saveVerb.execute(actor, { ...input, versionId: localId(actor, 'QuestionVersion', input.versionId) });
    return SaveQuestionDraftResult.of(saved.ok ? ok({ version: await this.view.changedVersion(context, saved.value.versionId) }) : saved);
  }

  @Mutation(() => SubmitQuestionForReviewResult.type, { description: 'Hands your complete draft to the reviewers.' })
  @Allow('question.submitForReview')
  async submitQuestionForReview(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: SubmitQuestionForReviewInput,
  ): Promise<object> {
    const submitted = await this.submitVerb.execute(actor, { ...input, versionId: localId(actor, 'QuestionVersion', input.versionId) });
    return SubmitQuestionForReviewResult.of(
      submitted.ok ? ok({ version: await this.view.changedVersion(context, submitted.value.versionId) }) : submitted,
    );
  }

  @Mutation(() => WithdrawQuestionResult.type, { description: 'Takes your version back from review.' })
  @Allow('question.submitForReview')
  async withdrawQuestion(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: WithdrawQuestionInput,
  ): Promise<object> {
    const withdrawn = await this.withdrawVerb.execute(actor, { ...input, versionId: localId(actor, 'QuestionVersion', input.versionId) });
    return WithdrawQuestionResult.of(
      withdrawn.ok ? ok({ version: await this.view.changedVersion(context, withdrawn.value.versionId) }) : withdrawn,
    );
  }

  @Mutation(() => ReviewQuestionResult.type, {
    description: 'Approves a version for good, or requests changes, which gives it back to its authors. Never your own.',
  })
  @Allow('question.review')
  async reviewQuestion(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: ReviewQuestionInput,
  ): Promise<object> {
    const reviewed = await this.reviewVerb.execute(actor, { ...input, versionId: localId(actor, 'QuestionVersion', input.versionId) });
    return ReviewQuestionResult.of(
      reviewed.ok
        ? ok({ status: reviewed.value.status, version: await this.view.changedVersion(context, reviewed.value.versionId) })
        : reviewed,
    );
  }

  @Mutation(() => RetireQuestionResult.type, { description: 'Takes a question out of use. Kits that hold it keep it.' })
  @Allow('question.retire')
  async retireQuestion(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') input: RetireQuestionInput,
  ): Promise<object> {
    const retired = await this.retireVerb.execute(actor, { ...input, questionId: localId(actor, 'Question', input.questionId) });
    return RetireQuestionResult.of(
      retired.ok ? ok({ question: await this.view.changedQuestion(context, retired.value.questionId) }) : retired,
    );
  }
}
