import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isHeld } from '@touchstone/interviewing/interviews';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { QuestionRights } from '../../question-bank';
import { InterviewRepository } from '../persistence/interview.repository';
import { InterviewItems } from './interview-items';

/**
 * Answers what the question bank asks: of these question versions, which are asked at an interview where this member holds a seat? From the
 * moment she is seated, so that she can prepare; not where the interview was cancelled, and no longer once her seat was removed.
 */
@Injectable()
export class AnswerRubricRights implements OnModuleInit {
  constructor(
    private readonly rights: QuestionRights,
    private readonly interviews: InterviewRepository,
    private readonly items: InterviewItems,
  ) {}

  onModuleInit(): void {
    this.rights.addSource((tx, actor, versionIds) => this.execute(tx, actor, versionIds));
  }

  private async execute(tx: Transaction, { organizationId, memberId }: Actor, versionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const seated = (await this.interviews.ofSeated(tx, organizationId, memberId)).filter(({ status }) => isHeld(status));
    const asked = new Set<string>();
    for (const items of (await this.items.ofMany(tx, organizationId, seated)).values()) {
      for (const { questionVersionId } of items) asked.add(questionVersionId);
    }
    return new Set(versionIds.filter((id) => asked.has(id)));
  }
}
