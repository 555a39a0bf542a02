import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor, CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, PageArgs, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { ApplyQuestionImport } from '../application/apply-question-import';
import { CancelQuestionImport } from '../application/cancel-question-import';
import { ExportQuestions } from '../application/export-questions';
import { ListQuestionImports } from '../application/list-question-imports';
import { PlanQuestionImport } from '../application/plan-question-import';
import { filterOf } from './filter-of';
import { importSettingsOf } from './import-settings-of';
import { presentImport } from './present-question-import';
import {
  ApplyQuestionImportInput,
  CancelQuestionImportInput,
  ExportQuestionsInput,
  PlanQuestionImportInput,
} from './question-import.inputs';
import {
  ApplyQuestionImportResult,
  CancelQuestionImportResult,
  ExportQuestionsResult,
  PlanQuestionImportResult,
} from './question-import-results';
import { QuestionImport, QuestionImportConnection } from './question-import.types';
import { QuestionImportView } from './question-import-view';

/** Questions come in from files, by a plan and a decision, and go out to files. */
@Resolver()
export class QuestionImportResolver {
  constructor(
    private readonly view: QuestionImportView,
    private readonly list: ListQuestionImports,
    private readonly planVerb: PlanQuestionImport,
    private readonly applyVerb: ApplyQuestionImport,
    private readonly cancelVerb: CancelQuestionImport,
    private readonly exportVerb: ExportQuestions,
  ) {}

  @Query(() => QuestionImportConnection, { description: 'Your imports, the newest first; of everybody if you are ADMIN.' })
  @Allow('question.import')
  async questionImports(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<ConnectionValue<QuestionImport>> {
    const list = 'questionImports';
    const request = pageRequest(actor, list, args);
    return toConnection(actor, list, request, await this.list.execute(actor, request), presentImport);
  }

  @Query(() => QuestionImport, { nullable: true, description: 'One import; null where there is no such thing for you.' })
  @Allow('question.import')
  questionImport(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<QuestionImport | null> {
    return this.view.one(context, localId(actor, 'QuestionImport', id));
  }

  @Mutation(() => PlanQuestionImportResult.type, {
    description:
      'Finds out what an uploaded file would do to the bank, and changes nothing in it. Ask for the import until it is PLANNED or REFUSED.',
  })
  @Allow('question.import')
  async planQuestionImport(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') { uploadId, settings, idempotencyKey }: PlanQuestionImportInput,
  ): Promise<object> {
    const planned = await this.planVerb.execute(actor, {
      uploadId: localId(actor, 'QuestionUpload', uploadId),
      settings: importSettingsOf(settings),
      idempotencyKey,
    });
    return PlanQuestionImportResult.of(planned.ok ? ok({ import: await this.view.changed(context, planned.value.importId) }) : planned);
  }

  @Mutation(() => ApplyQuestionImportResult.type, {
    description: 'Writes what a plan found, all of it or the items you choose, as drafts of yours. Ask for the import until it is APPLIED.',
  })
  @Allow('question.import')
  async applyQuestionImport(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') { importId, items, ...input }: ApplyQuestionImportInput,
  ): Promise<object> {
    const applied = await this.applyVerb.execute(actor, {
      ...input,
      items: items ?? null,
      importId: localId(actor, 'QuestionImport', importId),
    });
    return ApplyQuestionImportResult.of(applied.ok ? ok({ import: await this.view.changed(context, applied.value.importId) }) : applied);
  }

  @Mutation(() => CancelQuestionImportResult.type, {
    description: 'Takes an import back that is not finished. Of what was applied nothing is undone.',
  })
  @Allow('question.import')
  async cancelQuestionImport(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') { importId, expectedRevision }: CancelQuestionImportInput,
  ): Promise<object> {
    const cancelled = await this.cancelVerb.execute(actor, { expectedRevision, importId: localId(actor, 'QuestionImport', importId) });
    return CancelQuestionImportResult.of(
      cancelled.ok ? ok({ import: await this.view.changed(context, cancelled.value.importId) }) : cancelled,
    );
  }

  @Mutation(() => ExportQuestionsResult.type, {
    description:
      'Writes the questions that you name, or that a list of yours holds, into a file; gives a link to it for a quarter of an hour.',
  })
  @Allow('question.export')
  async exportQuestions(@CurrentActor() actor: Actor, @Args('input') input: ExportQuestionsInput): Promise<object> {
    const { format, sidecar, questionIds, filter, idempotencyKey } = input;
    return ExportQuestionsResult.of(
      await this.exportVerb.execute(actor, {
        format,
        sidecar,
        questionIds: questionIds?.map((id) => localId(actor, 'Question', id)) ?? null,
        filter: filterOf(actor, filter),
        idempotencyKey,
      }),
    );
  }
}
