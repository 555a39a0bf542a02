import { Injectable } from '@nestjs/common';
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
import { ScoringRules, type ScoringRuleValue } from '../../kits';
import { SettledDocuments } from '../../question-bank';
import { PanelRatings, type PanelRatingValue } from '../../scorecards';
import type { NamedQuestion, PanelPart } from './insight-tasks';

/** What is to be known of the input of a report beside its parts. */
export interface PanelFrame {
  /** Which loops were open: see `OpenLoops.state`. */
  readonly state: string;
  /** Of the opening, where the scope is one opening; the rule under which candidates are compared. */
  readonly openingRuleHash: string | null;
}

/** Loops that are read by one statement: the policies look at every row, a statement has its time limit, and its rows pass through the event loop at once. */
const CHUNK = 50;
/** Documents of questions that are read by one statement, for the same reason. */
const DOCUMENTS = 100;

type Rules = Awaited<ReturnType<ScoringRules['byIds']>>;

/** What stays the same over the parts of one report. */
interface Reading {
  readonly tx: Transaction;
  readonly organizationId: string;
  readonly rules: Map<string, ScoringRuleValue>;
  readonly asked: Map<string, AskedQuestion>;
}

/** A question as items of every loop need it. One object for all of them: a thread is sent it once for each part. */
interface AskedQuestion {
  readonly named: NamedQuestion;
  readonly criteria: PanelItem['criteria'];
}

/**
 * Reads open loops as figures need them, part by part, so that requests are served in between. In a transaction of `openSealsOf` the policies show exactly the
 * submitted cards of loops whose seal is open, so that no slip here could let a sealed rating into a figure.
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

  /** Hands over all parts, in the order of the loops' ids, one when the last was taken. */
  async read(
    tx: Transaction,
    organizationId: string,
    filter: OpenLoopFilter,
    take: (part: PanelPart) => Promise<unknown>,
  ): Promise<PanelFrame> {
    const state = await this.openLoops.state(tx, organizationId, filter);
    const reading: Reading = { tx, organizationId, rules: new Map(), asked: new Map() };
    let openingRule: string | null = null;
    for await (const open of this.openLoops.inChunks(tx, organizationId, filter, CHUNK)) {
      await this.learnRules(reading, open);
      openingRule ??= open[0]?.openingRuleId ?? null;
      await take(await this.part(reading, open));
    }
    const rule = filter.openingId === null || openingRule === null ? undefined : reading.rules.get(openingRule);
    return { state, openingRuleHash: rule?.contentHash ?? null };
  }

  private async learnRules({ tx, organizationId, rules }: Reading, open: readonly OpenLoopValue[]): Promise<void> {
    const ids = open.flatMap(({ scoringRuleId, openingRuleId }) => [scoringRuleId, openingRuleId]);
    const missing = [...new Set(ids)].filter((id) => !rules.has(id));
    if (missing.length === 0) return;
    const found: Rules = await this.rules.byIds(tx, organizationId, missing);
    for (const [id, rule] of found) rules.set(id, rule);
  }

  /** Gives those that were not known before. */
  private async learnQuestions({ tx, organizationId, asked }: Reading, versions: readonly string[]): Promise<readonly NamedQuestion[]> {
    const missing = [...new Set(versions)].filter((id) => !asked.has(id));
    const learnt: NamedQuestion[] = [];
    for (let from = 0; from < missing.length; from += DOCUMENTS) {
      for (const [id, { title, rubric }] of await this.documents.of(tx, organizationId, missing.slice(from, from + DOCUMENTS))) {
        const named = { id, title, criteria: Object.fromEntries(rubric.criteria.map((one) => [one.id, one.title])) };
        const criteria = rubric.criteria.map((one) => ({ criterionId: one.id, competency: one.competency, weight: one.weight }));
        asked.set(id, { named, criteria });
        learnt.push(named);
      }
    }
    return learnt;
  }

  private async part(reading: Reading, open: readonly OpenLoopValue[]): Promise<PanelPart> {
    const { tx, organizationId, rules, asked: questions } = reading;
    const ids = open.map(({ id }) => id);
    const held = (await this.interviews.ofLoops(tx, organizationId, ids)).filter(({ status }) => isHeld(status));
    const asked = await this.items.ofMany(tx, organizationId, held);
    const seats = await this.seats.ofLoops(tx, organizationId, ids);
    const kinds = new Map(seats.map(({ id, kind }) => [id, kind]));
    const given = await this.ratings.ofLoops(tx, organizationId, ids);
    const versions = [...asked.values()].flatMap((items) => items.map(({ questionVersionId }) => questionVersionId));
    const learnt = await this.learnQuestions(reading, versions);
    const loops = open.flatMap((loop): PanelLoop[] => {
      const rule = rules.get(loop.scoringRuleId);
      if (rule === undefined) return [];
      const interviews = held.filter(({ loopId }) => loopId === loop.id);
      const items = interviews.flatMap(({ id }) => itemsOf(id, asked.get(id) ?? [], questions));
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
    return { loops, questions: learnt };
  }
}

const itemId = (interviewId: string, questionVersionId: string): string => `${interviewId}/${questionVersionId}`;

/** What was skipped was not asked. */
const itemsOf = (
  interviewId: string,
  asked: readonly InterviewItem[],
  questions: ReadonlyMap<string, AskedQuestion>,
): readonly PanelItem[] =>
  asked.flatMap(({ questionVersionId, skipped }) => {
    const question = questions.get(questionVersionId);
    if (skipped || question === undefined) return [];
    return [{ itemId: itemId(interviewId, questionVersionId), questionVersionId, criteria: question.criteria }];
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
