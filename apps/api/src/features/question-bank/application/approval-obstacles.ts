import { Injectable } from '@nestjs/common';
import { isWithin } from '@touchstone/bank-format';
import { err, invalid, ok, type Result, type ValidationError } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import { reviewBlocked, type ReviewBlockedError } from '../errors';
import { QuestionThreadRepository } from '../persistence/question-thread.repository';
import type { QuestionVersionValue } from '../persistence/question-version-row';
import { type LintFinding, QuestionLinter } from './question-linter';

/** Why a complaint of the linter is right as it is, said by whoever approves. */
export interface ReviewException {
  readonly rule: string;
  /** The place that the complaint names; empty = wherever the rule complains. */
  readonly path: string;
  readonly reason: string;
}

/** What cannot be read, or names what does not exist, is not answered by any reason. */
const UNANSWERABLE = 'L01';

const answers = ({ rule, path }: ReviewException, finding: LintFinding): boolean =>
  rule === finding.rule && rule !== UNANSWERABLE && (path === '' || isWithin(finding.path, path));

/** What stands between a version and its approval: threads that block it, and errors of the linter that nobody answers. */
@Injectable()
export class ApprovalObstacles {
  constructor(
    private readonly linter: QuestionLinter,
    private readonly threads: QuestionThreadRepository,
  ) {}

  async check(
    tx: Transaction,
    { organizationId, id, document }: QuestionVersionValue,
    exceptions: readonly ReviewException[],
  ): Promise<Result<true, ReviewBlockedError | ValidationError>> {
    const blocking = (await this.threads.unresolved(tx, organizationId, [id])).get(id)?.blocking ?? 0;
    const { findings } = this.linter.of(document, await this.linter.facts(tx, organizationId));
    const idle = exceptions.findIndex((exception) => !findings.some((finding) => answers(exception, finding)));
    if (idle >= 0)
      return err(
        invalid('This exception answers nothing: no such complaint can be answered there. Leave it out.', [
          'input',
          'exceptions',
          String(idle),
        ]),
      );
    const open = findings.filter((finding) => finding.severity === 'ERROR' && !exceptions.some((exception) => answers(exception, finding)));
    return blocking === 0 && open.length === 0 ? ok(true) : err(reviewBlocked(blocking, open, ['input', 'versionId']));
  }
}
