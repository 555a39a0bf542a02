import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DecidedApplicant, type FairnessFigures, fairnessFigures } from '@touchstone/interviewing/insights';
import { canonicalJson, ok } from '@touchstone/kernel';
import { openSealsOf, type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { OpenLoops } from '../../interviews';
import { Decisions } from '../../scorecards';
import { DeclarationRepository } from '../persistence/declaration.repository';
import { FairnessSettingRepository } from '../persistence/fairness-setting.repository';
import { InsightReportRepository } from '../persistence/insight-report.repository';
import { fairnessScope } from './report-scope';

const ENGINE = 'fairness/2';
const CHUNK = 500;
const EVERYTHING = { openingId: null, roleProfileId: null, from: null, until: null };

/**
 * Publishes figures on selection rates of groups: not with every declaration, but when so many people are new or gone that two publications do not differ by one of them.
 * What was published stays as it is until then, also where somebody withdrew: figures over groups are no data of hers.
 */
@Injectable()
export class PublishFairness {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openLoops: OpenLoops,
    private readonly decisions: Decisions,
    private readonly declarations: DeclarationRepository,
    private readonly settings: FairnessSettingRepository,
    private readonly reports: InsightReportRepository,
  ) {}

  /** True where figures were published. */
  async execute(organizationId: string): Promise<boolean> {
    const found = await this.unitOfWork.readIn(openSealsOf(organizationId), (tx) => this.read(tx, organizationId));
    if (found === null) return false;
    const { figures, readAt } = found;
    const summary = canonicalJson(figures);
    const inputHash = createHash('sha256').update(`${ENGINE} ${summary}`).digest('hex');
    await this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      const kept = { inputState: ENGINE, readAt, answered: 0, inputHash, figures: { summary, questions: '[]' } };
      await this.reports.keep(tx, organizationId, newId(), fairnessScope, kept);
      return ok(null);
    });
    return true;
  }

  /** Null while what is published stays. */
  private async read(
    tx: Transaction,
    organizationId: string,
  ): Promise<{ readonly figures: FairnessFigures; readonly readAt: Date } | null> {
    const [report] = await this.reports.summaries(tx, organizationId, [fairnessScope.scope]);
    const summary = report?.inputState === ENGINE ? report.summary : null;
    const published = summary === null ? null : (JSON.parse(summary) as FairnessFigures);
    const { smallestGroup } = await this.settings.of(tx, organizationId);
    const applicants = await this.applicants(tx, organizationId);
    if (published === null && applicants.length === 0) return null;
    const figures = fairnessFigures(applicants, smallestGroup, tx.now, published);
    return figures === published ? null : { figures, readAt: tx.now };
  }

  private async applicants(tx: Transaction, organizationId: string): Promise<readonly DecidedApplicant[]> {
    const loops = await this.openLoops.all(tx, organizationId, EVERYTHING);
    const declared = new Map((await this.declarations.all(tx, organizationId)).map((one) => [one.candidateId, one]));
    const found: DecidedApplicant[] = [];
    for (let from = 0; from < loops.length; from += CHUNK) {
      const chunk = loops.slice(from, from + CHUNK);
      const decisions = await this.decisions.ofLoops(
        tx,
        organizationId,
        chunk.map(({ id }) => id),
      );
      const byLoop = new Map(decisions.map((decision) => [decision.loopId, decision]));
      for (const { id, candidateId, roleProfileId } of chunk) {
        const decision = byLoop.get(id);
        if (decision === undefined) continue;
        const declaration = declared.get(candidateId) ?? null;
        const changedAt = declaration !== null && declaration.declaredAt > decision.decidedAt ? declaration.declaredAt : decision.decidedAt;
        found.push({ person: candidateId, roleProfileId, selected: decision.outcome === 'HIRE', declaration, changedAt });
      }
    }
    return found;
  }
}
