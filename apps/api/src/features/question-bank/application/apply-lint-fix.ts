import { Injectable } from '@nestjs/common';
import { applyFixes, isWithin, lintQuestion, pathText, validateQuestionDocument } from '@touchstone/bank-format';
import { transitionQuestionVersion } from '@touchstone/interviewing/question-bank';
import { conflict, err, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { type ApplyLintFixError, invalidQuestion } from '../errors';
import { DraftKeeper } from './draft-keeper';
import { QuestionLinter } from './question-linter';
import { checkRevision, VersionDesk } from './version-desk';

export interface ApplyLintFixInput {
  readonly versionId: string | null;
  /** Only the findings of this rule; null = of any. */
  readonly rule: string | null;
  /** Only at this place and below; null = anywhere. */
  readonly path: string | null;
  readonly expectedRevision: number;
}

/** Makes the repairs in a draft that need no thought: those of one finding, of one rule, or all there are. */
@Injectable()
export class ApplyLintFix {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: VersionDesk,
    private readonly linter: QuestionLinter,
    private readonly drafts: DraftKeeper,
  ) {}

  async execute(
    actor: Actor,
    { versionId, rule, path, expectedRevision }: ApplyLintFixInput,
  ): Promise<Result<{ versionId: string; repairs: number }, ApplyLintFixError>> {
    return this.unitOfWork.write(actor, async (tx) => {
      const held = await this.desk.holdOwn(tx, actor, versionId);
      if (!held.ok) return held;
      const { version } = held.value;
      const allowed = transitionQuestionVersion(version.status, 'EDIT');
      if (!allowed.ok) return allowed;
      const current = checkRevision(version, expectedRevision);
      if (!current.ok) return current;
      const facts = await this.linter.facts(tx, actor.organizationId);
      const fixes = lintQuestion(version.document, facts)
        .filter((found) => (rule === null || found.rule === rule) && (path === null || isWithin(pathText(found.path), path)))
        .flatMap(({ fix }) => fix ?? []);
      if (fixes.length === 0)
        return err(conflict('Nothing there can be mended without a thought. Read the findings again.', ['input', 'rule']));
      const mended = validateQuestionDocument(applyFixes(version.document, fixes));
      if (!mended.ok) return err(invalidQuestion(mended.error, ['input', 'versionId'], 'After the repair the question has'));
      const how = { path: ['input', 'versionId'], action: 'question.applyLintFix' };
      const kept = await this.drafts.keep(tx, actor, held.value, mended.value, how);
      return kept.ok ? ok({ ...kept.value, repairs: fixes.length }) : kept;
    });
  }
}
