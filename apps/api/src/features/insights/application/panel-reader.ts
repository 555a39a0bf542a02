import { Injectable } from '@nestjs/common';
import type { QuestionDocument } from '@touchstone/bank-format';
import type { InterviewTime, PanelItem, PanelLoop, RatingFact } from '@touchstone/interviewing/insights';
import { type InterviewItem, isHeld, rates } from '@touchstone/interviewing/interviews';
import type { Transaction } from '@touchstone/platform/database';
import {
  InterviewItems,
  Interviews,
  type InterviewValue,
  type OpenLoopFilter,
  OpenLoops,
  type OpenLoopValue,
  Seats,
} from '../../interviews';
import { ScoringRules } from '../../kits';
import { SettledDocuments } from '../../question-bank';
import { PanelRatings, type PanelRatingValue } from '../../scorecards';

/** All that figures over a scope are made of. */
export interface PanelInput {
  /** Which loops were open: see `OpenLoops.state`. */
  readonly state: string;
  readonly loops: readonly PanelLoop[];
  /** Of the opening, where the scope is one opening; the rule under which candidates are compared. */
  readonly openingRuleHash: string | null;
  /** What questions and their criteria are called, by version id. */
  readonly documents: ReadonlyMap<string, QuestionDocument>;
}

/** Loops that are read by one statement: the policies look at every row, and a statement has its time limit. */
const CHUNK = 100;

/**
 * Reads open loops as figures need them. In a transaction of `openSealsOf` the policies show exactly the submitted cards of loops whose seal is open, so that no
 * slip here could let a sealed rating into a figure.
 */
@Injectable()
export class PanelReader {
  constructor(
    private readonly openLoops: OpenLoops,
    private readonly interviews: Interviews,
    private readonly items: InterviewItems,
    private readonly seats: Seats,
    private readonly ratings: PanelRatings,
    private readonly rules: ScoringRules,
    private readonly documents: SettledDocuments,
  ) {}

  async of(tx: Transaction, organizationId: string, filter: OpenLoopFilter): Promise<PanelInput> {
    const state = await this.openLoops.state(tx, organizationId, filter);
    const open = await this.openLoops.all(tx, organizationId, filter);
    const rules = await this.rules.byIds(tx, organizationId, [
      ...new Set(open.flatMap((loop) => [loop.scoringRuleId, loop.openingRuleId])),
    ]);
    const documents = new Map<string, QuestionDocument>();
    const loops: PanelLoop[] = [];
    for (let from = 0; from < open.length; from += CHUNK) {
      loops.push(...(await this.chunk(tx, organizationId, open.slice(from, from + CHUNK), rules, documents)));
    }
    const [first] = open;
    const openingRule = filter.openingId === null || first === undefined ? undefined : rules.get(first.openingRuleId);
    return { state, loops, documents, openingRuleHash: openingRule?.contentHash ?? null };
  }

  private async chunk(
    tx: Transaction,
    organizationId: string,
    open: readonly OpenLoopValue[],
    rules: Awaited<ReturnType<ScoringRules['byIds']>>,
    documents: Map<string, QuestionDocument>,
  ): Promise<readonly PanelLoop[]> {
    const ids = open.map(({ id }) => id);
    const held = (await this.interviews.ofLoops(tx, organizationId, ids)).filter(({ status }) => isHeld(status));
    const asked = await this.items.ofMany(tx, organizationId, held);
    const seats = await this.seats.ofLoops(tx, organizationId, ids);
    const kinds = new Map(seats.map(({ id, kind }) => [id, kind]));
    const given = await this.ratings.ofLoops(tx, organizationId, ids);
    const versions = [...asked.values()].flatMap((items) => items.map(({ questionVersionId }) => questionVersionId));
    const missing = [...new Set(versions)].filter((id) => !documents.has(id));
    for (const [id, document] of await this.documents.of(tx, organizationId, missing)) documents.set(id, document);
    return open.flatMap((loop): PanelLoop[] => {
      const rule = rules.get(loop.scoringRuleId);
      if (rule === undefined) return [];
      const interviews = held.filter(({ loopId }) => loopId === loop.id);
      const items = interviews.flatMap(({ id }) => itemsOf(id, asked.get(id) ?? [], documents));
      return [
        {
          loopId: loop.id,
          openedAt: loop.sealOpenedAt.toISOString(),
          ruleHash: rule.contentHash,
          competencyWeights: rule.rule.competencyWeights,
          scale: rule.rule.scale,
          items,
          ratings: ratingsOf(
            given.filter(({ loopId }) => loopId === loop.id),
            kinds,
            items,
          ),
          times: interviews.flatMap((interview) => timeOf(interview, asked.get(interview.id) ?? [])),
        },
      ];
    });
  }
}

const itemId = (interviewId: string, questionVersionId: string): string => `${interviewId}/${questionVersionId}`;

/** What was skipped was not asked. */
const itemsOf = (
  interviewId: string,
  asked: readonly InterviewItem[],
  documents: ReadonlyMap<string, QuestionDocument>,
): readonly PanelItem[] =>
  asked.flatMap(({ questionVersionId, skipped }) => {
    const document = documents.get(questionVersionId);
    if (skipped || document === undefined) return [];
    const criteria = document.rubric.criteria.map(({ id: criterionId, competency, weight }) => ({ criterionId, competency, weight }));
    return [{ itemId: itemId(interviewId, questionVersionId), questionVersionId, criteria }];
  });

function ratingsOf(
  given: readonly PanelRatingValue[],
  kinds: ReadonlyMap<string, Parameters<typeof rates>[0]>,
  items: readonly PanelItem[],
): readonly RatingFact[] {
  const known = new Set(items.flatMap((item) => item.criteria.map(({ criterionId }) => `${item.itemId} ${criterionId}`)));
  return given.flatMap(({ interviewId, seatId, memberId, questionVersionId, criterion, level }): RatingFact[] => {
    const kind = kinds.get(seatId);
    const id = itemId(interviewId, questionVersionId);
    return kind !== undefined && rates(kind) && known.has(`${id} ${criterion}`)
      ? [{ raterId: memberId, seat: kind, itemId: id, criterionId: criterion, level }]
      : [];
  });
}

const MINUTE = 60_000;

/** Only of interviews that were started and ended as such, and had something planned. */
function timeOf({ id, startedAt, endedAt }: InterviewValue, asked: readonly InterviewItem[]): readonly InterviewTime[] {
  const done = asked.filter(({ skipped }) => !skipped);
  const plannedMinutes = done.reduce((sum, item) => sum + item.plannedMinutes, 0);
  const usedMinutes = startedAt === null || endedAt === null ? -1 : (endedAt.getTime() - startedAt.getTime()) / MINUTE;
  if (plannedMinutes <= 0 || usedMinutes < 0) return [];
  return [{ interviewId: id, questionVersionIds: done.map(({ questionVersionId }) => questionVersionId), plannedMinutes, usedMinutes }];
}
