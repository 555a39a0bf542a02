import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { ApplyLintFix } from '../application/apply-lint-fix';
import { LintQuestion } from '../application/lint-question';
import { ApplyLintFixInput, LintQuestionArgs } from './question-lint.inputs';
import { QuestionLint } from './question-lint.types';
import { ApplyLintFixResult } from './question-results';
import { QuestionView } from './question-view';

/** The linter, for whoever writes. */
@Resolver()
export class QuestionLintResolver {
  constructor(
    private readonly lint: LintQuestion,
    private readonly fix: ApplyLintFix,
    private readonly view: QuestionView,
  ) {}

  @Query(() => QuestionLint, { description: 'What the linter says of a text while it is written. Nothing is kept.' })
  @Allow('question.edit')
  lintQuestion(@CurrentActor() actor: Actor, @Args() { document, slug }: LintQuestionArgs): Promise<QuestionLint> {
    return this.lint.execute(actor, { document, slug: slug ?? null });
  }

  @Mutation(() => ApplyLintFixResult.type, { description: 'Makes the repairs in your draft that need no thought.' })
  @Allow('question.edit')
  async applyLintFix(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') { versionId, rule, path, expectedRevision }: ApplyLintFixInput,
  ): Promise<object> {
    const fixed = await this.fix.execute(actor, {
      versionId: localId(actor, 'QuestionVersion', versionId),
      rule: rule ?? null,
      path: path ?? null,
      expectedRevision,
    });
    return ApplyLintFixResult.of(
      fixed.ok ? ok({ version: await this.view.changedVersion(context, fixed.value.versionId), repairs: fixed.value.repairs }) : fixed,
    );
  }
}
