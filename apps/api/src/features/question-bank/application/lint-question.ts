import { Injectable } from '@nestjs/common';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { type LintReport, QuestionLinter } from './question-linter';
import type { SentDocument } from './read-question-document';

export interface LintQuestionInput {
  readonly document: SentDocument;
  /** Of the question that is written; a new one may have none yet. */
  readonly slug: string | null;
}

/** What stands for the name of a question that has none yet. */
const UNNAMED = 'new-question';

/** What the linter says of a text while it is written. Nothing is kept; a text that cannot be read has findings, too. */
@Injectable()
export class LintQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly linter: QuestionLinter,
  ) {}

  async execute(actor: Actor, { document, slug }: LintQuestionInput): Promise<LintReport> {
    const facts = await this.unitOfWork.read(actor, (tx) => this.linter.facts(tx, actor.organizationId));
    const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
    return this.linter.ofText(text, slug ?? UNNAMED, facts);
  }
}
