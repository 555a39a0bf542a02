import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { type LintReport, QuestionLinter } from './question-linter';
import { QuestionVersionLoader } from './question-version.loader';
import { giveWay } from '@touchstone/platform/time/give-way';

/** What the linter says of versions. It quotes what is for scorers, so it is for those who may read that. */
@Injectable()
export class QuestionLintLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: QuestionVersionLoader,
    private readonly linter: QuestionLinter,
  ) {}

  private readonly loader = requestLoader<string, LintReport>(async (context, ids) => {
    const { actor } = context;
    if (actor === null) return new Map();
    const facts = await this.unitOfWork.read(actor, (tx) => this.linter.facts(tx, actor.organizationId));
    const reports = new Map<string, LintReport>();
    for (const { version } of await this.versions.readableMany(context, ids)) {
      reports.set(version.id, this.linter.of(version.document, facts));
      // A page of questions takes its time; others are served in between.
      await giveWay();
    }
    return reports;
  });

  /** Null where the actor may not read it. */
  async of(context: RequestContext, versionId: string): Promise<LintReport | null> {
    const readable = await this.versions.readable(context, versionId);
    return readable?.rubric === true ? this.loader(context).load(versionId) : null;
  }

  /** After a change in the same request. */
  forget(context: RequestContext, versionId: string): void {
    this.loader(context).clear(versionId);
  }
}
