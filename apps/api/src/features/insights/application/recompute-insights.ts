import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { panelReport, REPORT_ENGINE } from '@touchstone/interviewing/insights';
import { canonicalJson, ok } from '@touchstone/kernel';
import { openSealsOf, type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { OpenLoops } from '../../interviews';
import { InsightReportRepository, type ReportHead } from '../persistence/insight-report.repository';
import { packQuestions } from './kept-questions';
import { type PanelInput, PanelReader } from './panel-reader';
import { inputStateOf } from './report-state';
import { fairnessScope, filterOfScope, openingScope, type ReportScope, roleProfileScope, wholeOrganizationScope } from './report-scope';

export interface Recomputed {
  /** Scopes whose input was read, and of those the ones whose input had changed. */
  readonly checked: number;
  readonly computed: number;
}

interface DueScope {
  readonly scope: ReportScope;
  readonly known: ReportHead | null;
}

/**
 * Works out what is due in one organization: for everything, each role profile, each opening, and what somebody asked for. Reads the input, and where its hash is
 * the one of the stored figures leaves these as they are, to the byte. May be called at any time, by several at once, again after a crash: what is due stands in the
 * database, and the same input gives the same bytes whoever works it out.
 */
@Injectable()
export class RecomputeInsights {
  private readonly logger = new Logger(RecomputeInsights.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openLoops: OpenLoops,
    private readonly panels: PanelReader,
    private readonly reports: InsightReportRepository,
  ) {}

  /** One scope that fails stops no other; it throws at the end, so that the queue sends the job again. */
  async execute(organizationId: string): Promise<Recomputed> {
    const due = await this.unitOfWork.readIn(openSealsOf(organizationId), (tx) => this.dueScopes(tx, organizationId));
    let computed = 0;
    let failed = 0;
    for (const one of due) {
      try {
        if (await this.bringUpToDate(organizationId, one)) computed += 1;
      } catch (error) {
        failed += 1;
        this.logger.error({ organizationId, scope: one.scope.scope, err: error }, 'insights failed');
      }
    }
    if (failed > 0) throw new Error(`Insights failed for ${failed} of ${due.length} scopes; the log says why.`);
    return { checked: due.length, computed };
  }

  private async dueScopes(tx: Transaction, organizationId: string): Promise<readonly DueScope[]> {
    const heads = (await this.reports.heads(tx, organizationId)).filter(({ scope }) => scope !== fairnessScope.scope);
    const openings = await this.openLoops.statesOfOpenings(tx, organizationId, null);
    const always = openings.length === 0 ? [] : [wholeOrganizationScope];
    const profiles = [...new Set(openings.map(({ roleProfileId }) => roleProfileId))].map(roleProfileScope);
    const stateOfOpening = new Map(openings.map(({ openingId, state }) => [openingScope(openingId).scope, state]));
    const scopes = new Map<string, ReportScope>(
      [...always, ...profiles, ...openings.map(({ openingId }) => openingScope(openingId)), ...heads].map((scope) => [scope.scope, scope]),
    );
    const due: DueScope[] = [];
    for (const scope of scopes.values()) {
      const known = heads.find((head) => head.scope === scope.scope) ?? null;
      const state = stateOfOpening.get(scope.scope) ?? (await this.openLoops.state(tx, organizationId, filterOfScope(scope)));
      if (isDue(known, inputStateOf(state))) due.push({ scope, known });
    }
    return due;
  }

  /** True where figures were worked out. */
  private async bringUpToDate(organizationId: string, { scope, known }: DueScope): Promise<boolean> {
    const { input, readAt } = await this.unitOfWork.readIn(openSealsOf(organizationId), async (tx) => ({
      input: await this.panels.of(tx, organizationId, filterOfScope(scope)),
      readAt: tx.now,
    }));
    const inputHash = hashOf(scope, input);
    const figures = known?.inputHash === inputHash ? null : figuresOf(input);
    await this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      await this.reports.keep(tx, organizationId, newId(), scope, {
        inputState: inputStateOf(input.state),
        readAt,
        answered: known?.requests ?? 0,
        inputHash,
        figures,
      });
      return ok(null);
    });
    return figures !== null;
  }
}

const isDue = (known: ReportHead | null, state: string): boolean =>
  known === null || known.checkedAt === null || known.inputState !== state || known.requests > known.answered;

function hashOf(scope: ReportScope, { loops, openingRuleHash }: PanelInput): string {
  const hash = createHash('sha256').update(canonicalJson({ engine: REPORT_ENGINE, scope: scope.scope, openingRuleHash }));
  // Loop by loop: the text of all of them at once may be tens of megabytes.
  for (const loop of loops) hash.update(canonicalJson(loop));
  return hash.digest('hex');
}

function figuresOf({ loops, openingRuleHash, documents }: PanelInput): { readonly summary: string; readonly questions: string } {
  const { summary, questions } = panelReport(loops, openingRuleHash);
  const linked = summary.comparison?.links.flatMap(({ between, repair }) => [...between, repair.item]) ?? [];
  return {
    summary: canonicalJson({ ...summary, names: namesOf(linked, documents) }),
    questions: packQuestions(questions, documents),
  };
}

/** What criteria are called, by `criterionName`; names of raters are none of these. */
function namesOf(names: readonly string[], documents: PanelInput['documents']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const [version, criterion] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)];
      const document = documents.get(version);
      const title = document?.rubric.criteria.find(({ id }) => id === criterion)?.title;
      return document === undefined || title === undefined ? [] : [[name, `${document.title}: ${title}`] as const];
    }),
  );
}
