import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ScoringRule, validateScoringRule } from '@touchstone/interviewing/kits';
import { canonicalJson, err, invalid, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { Competencies, RoleProfiles } from '../../competencies';
import type { CreateScoringRuleError } from '../errors';
import { ScoringRuleRepository, type ScoringRuleValue } from '../persistence/scoring-rule.repository';

export interface CreateScoringRuleInput {
  readonly name: string;
  /** Whose weights count where the rule gives none; undefined where none is named, null where it is not here. */
  readonly roleProfileId?: string | null;
  readonly rule: Omit<ScoringRule, 'competencyWeights'> & { readonly competencyWeights: Readonly<Record<string, number>> | null };
  readonly idempotencyKey: string;
}

const PATH = ['input', 'rule'];

/** Writes down, before the first interview and for good, how scores become a recommendation. */
@Injectable()
export class CreateScoringRule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: ScoringRuleRepository,
    private readonly competencies: Competencies,
    private readonly profiles: RoleProfiles,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey, ...input }: CreateScoringRuleInput,
  ): Promise<Result<{ scoringRule: ScoringRuleValue }, CreateScoringRuleError>> {
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const { roleProfileId } = input;
        const profile = roleProfileId ? await this.profiles.byId(tx, organizationId, roleProfileId) : null;
        if (roleProfileId !== undefined && profile === null) return err(notFound('role profile', ['input', 'roleProfileId']));
        const usual = profile && Object.fromEntries(profile.weights.map(({ competencySlug, weight }) => [competencySlug, weight]));
        const competencyWeights = input.rule.competencyWeights ?? usual;
        if (competencyWeights === null) {
          return err(
            invalid('Give the weights of the competencies, or the role profile to take them from.', [...PATH, 'competencyWeights']),
          );
        }
        const rule = validateScoringRule({ ...input.rule, competencyWeights }, PATH);
        if (!rule.ok) return rule;
        const known = await this.competencies.known(tx, organizationId);
        const stranger = input.rule.competencyWeights && Object.keys(competencyWeights).find((slug) => !known.competencies.has(slug));
        if (stranger)
          return err(
            invalid(`There is no competency '${stranger}' in use here. Check the spelling.`, [...PATH, 'competencyWeights', stranger]),
          );

        const contentHash = createHash('sha256').update(canonicalJson(rule.value)).digest('hex');
        const scoringRule = { organizationId, id: newId(), name: input.name, rule: rule.value, contentHash, createdAt: tx.now };
        await this.rules.add(tx, { ...scoringRule, createdBy: memberId });
        tx.audit({ action: 'scoringRule.create', subjectType: 'ScoringRule', subjectId: scoringRule.id, detail: { contentHash } });
        return ok({ scoringRule });
      },
      { once: { operation: 'scoringRule.create', key: idempotencyKey, input } },
    );
  }
}
