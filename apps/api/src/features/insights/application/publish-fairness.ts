import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DecidedApplicant, Declaration, FairnessFigures } from '@touchstone/interviewing/insights';
import { canonicalJson, ok } from '@touchstone/kernel';
import { openSealsOf, type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { OpenLoops } from '../../interviews';
import { Decisions } from '../../scorecards';
import { DeclarationRepository, type DeclarationValue } from '../persistence/declaration.repository';
import { FairnessSettingRepository } from '../persistence/fairness-setting.repository';
import { InsightReportRepository } from '../persistence/insight-report.repository';
import { InsightDesk } from './insight-desk';
import { fairnessScope } from './report-scope';

const ENGINE = 'fairness/3';
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
    private readonly desk: InsightDesk,
  ) {}

  /** True where figures were published. */
  async execute(organizationId: string, stop?: AbortSignal): Promise<boolean> {
    const read = await this.unitOfWork.readIn(openSealsOf(organizationId), (tx) => this.read(tx, organizationId));
    if (read.former === null && read.applicants.length === 0) return false;
    const figures = await this.desk.work((ask) => ask({ kind: 'FAIRNESS', ...read }), stop);
    if (figures === null) return false;
    const summary = canonicalJson(figures);
    const inputHash = createHash('sha256').update(`${ENGINE} ${summary}`).digest('hex');
    await this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      const kept = { inputState: ENGINE, readAt: read.at, answered: 0, inputHash, figures: { summary, questions: '[]' } };
      await this.reports.keep(tx, organizationId, newId(), fairnessScope, kept);
      return ok(null);
    });
    return true;
  }

  private async read(tx: Transaction, organizationId: string) {
    const [report] = await this.reports.summaries(tx, organizationId, [fairnessScope.scope]);
    const summary = report?.inputState === ENGINE ? report.summary : null;
    const former = summary === null ? null : (JSON.parse(summary) as FairnessFigures);
    const { smallestGroup } = await this.settings.of(tx, organizationId);
    return { applicants: await this.applicants(tx, organizationId), smallestGroup, at: tx.now, former };
  }

  private async applicants(tx: Transaction, organizationId: string): Promise<readonly DecidedApplicant[]> {
    const declared = new Map((await this.declarations.all(tx, organizationId)).map((one) => [one.candidateId, one]));
    const found: DecidedApplicant[] = [];
    for await (const chunk of this.openLoops.inChunks(tx, organizationId, EVERYTHING, CHUNK)) {
      const decisions = await this.decisions.ofLoops(
        tx,
        organizationId,
        chunk.map(({ id }) => id),
      );
      const byLoop = new Map(decisions.map((decision) => [decision.loopId, decision]));
      for (const { id, candidateId, roleProfileId } of chunk) {
        const decision = byLoop.get(id);
        if (decision === undefined) continue;
        const said = declared.get(candidateId) ?? null;
        const declaration = said && declarationOf(said);
        const changedAt = said !== null && said.declaredAt > decision.decidedAt ? said.declaredAt : decision.decidedAt;
        found.push({ person: candidateId, roleProfileId, selected: decision.outcome === 'HIRE', declaration, changedAt });
      }
    }
    return found;
  }
}

const declarationOf = ({ gender, ageGroup, ethnicity, disability }: DeclarationValue): Declaration => ({
  gender,
  ageGroup,
  ethnicity,
  disability,
});
