import { Injectable } from '@nestjs/common';
import { checkNotErased } from '@touchstone/interviewing/interviews';
import { checkDecision, type DecisionOutcome, isOverride } from '@touchstone/interviewing/scorecards';
import { conflict, err, notAllowed, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { LoopRights, Loops } from '../../interviews';
import { ScoringRules } from '../../kits';
import type { RecordDecisionError } from '../errors';
import { DecisionRepository } from '../persistence/decision.repository';
import { DECISION_TOPIC } from './decision-announcement';
import { LoopEvidence, recommendationOf } from './loop-evidence';

export interface RecordDecisionInput {
  readonly loopId: string | null;
  readonly outcome: DecisionOutcome;
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

/** Records what becomes of an application: the person's decision beside what the registered rule said at that moment. Once, for good. */
@Injectable()
export class RecordDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: Loops,
    private readonly loopRights: LoopRights,
    private readonly rules: ScoringRules,
    private readonly evidence: LoopEvidence,
    private readonly decisions: DecisionRepository,
  ) {}

  async execute(actor: Actor, input: RecordDecisionInput): Promise<Result<{ readonly loopId: string }, RecordDecisionError>> {
    const { loopId, outcome, idempotencyKey: key } = input;
    const unknown = err(notFound('loop', ['input', 'loopId']));
    if (loopId === null) return unknown;
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        if (!(await this.loopRights.mayRead(tx, actor, loopId))) return unknown;
        const loop = await this.loops.lock(tx, organizationId, loopId);
        const rule = loop === null ? null : await this.rules.byId(tx, organizationId, loop.scoringRuleId);
        if (loop === null || rule === null) return unknown;
        if (!actor.roles.includes('ADMIN') && loop.hiringManagerId !== memberId) {
          return err(notAllowed('Only the hiring manager of this opening or an administrator records its decisions.'));
        }
        if (loop.sealOpenedAt === null)
          return err(conflict('The seal of this loop is not open yet. Decide after the debrief.', ['input', 'loopId']));
        const open = checkNotErased(loop, ['input', 'loopId']);
        if (!open.ok) return open;
        const computed = recommendationOf(rule.rule, await this.evidence.of(tx, loop));
        const reason = checkDecision(computed.recommendation, outcome, input.reason);
        if (!reason.ok) return reason;
        const added = await this.decisions.add(tx, {
          organizationId,
          id: newId(),
          loopId,
          applicationId: loop.applicationId,
          computed: { ...computed, ruleHash: rule.contentHash },
          outcome,
          reason: reason.value,
          decidedBy: memberId,
          decidedAt: tx.now,
        });
        if (!added) return err(conflict('This loop is decided already. A decision stays as it was recorded.', ['input', 'loopId']));
        await this.loops.markDecided(tx, organizationId, loopId);
        tx.announce({ topic: DECISION_TOPIC, payload: { organizationId, loopId } });
        tx.audit({
          action: 'decision.record',
          subjectType: 'Loop',
          subjectId: loopId,
          detail: { overridesRule: isOverride(computed.recommendation, outcome), ruleHash: rule.contentHash },
        });
        return ok({ loopId });
      },
      { once: { operation: 'decision.record', key, input: { loopId, outcome, reason: input.reason } } },
    );
  }
}
