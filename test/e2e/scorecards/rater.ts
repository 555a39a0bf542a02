import { globalId } from '@touchstone/platform/graphql';
import type { Person } from '@touchstone/testing';
import { type BuiltLoop, CRITERIA, type LoopFixture } from './loop-fixture';

/** Fields of every error member of a result union, and of a card. */
export const ERRORS = `... on DomainError { code message path }`;
const REVISION = '... on RevisionConflictError { currentRevision }';
export const CARD = `id status recommendation summary revision submittedAt afterOpening ratings { questionVersionId criterion level notObservedReason evidence judgement probesUsed revision }`;

export const OPEN = `mutation ($input: OpenScorecardInput!) { openScorecard(input: $input) { __typename ${ERRORS} ... on OpenScorecardPayload { scorecard { ${CARD} missing { questionVersionId criterion what } } } } }`;
export const SAVE_RATING = `mutation ($input: SaveRatingInput!) { saveRating(input: $input) { __typename ${ERRORS}
  ... on RatingConflictError { currentRevision stored { level notObservedReason evidence judgement probesUsed } attempted { level notObservedReason evidence judgement probesUsed } }
  ... on SaveRatingPayload { rating { questionVersionId criterion level notObservedReason evidence judgement probesUsed revision } scorecard { id revision } } } }`;
export const SAVE_SUMMARY = `mutation ($input: SaveSummaryInput!) { saveSummary(input: $input) { __typename ${ERRORS} ${REVISION} ... on SaveSummaryPayload { scorecard { ${CARD} } } } }`;
export const SUBMIT = `mutation ($input: SubmitScorecardInput!) { submitScorecard(input: $input) { __typename ${ERRORS} ${REVISION}
  ... on IncompleteScorecardError { missing { questionVersionId criterion what } }
  ... on SubmitScorecardPayload { scorecard { ${CARD} } loop { id sealOpenedAt seal { open submitted of } } } } }`;
export const OPEN_EARLY = `mutation ($input: OpenSealEarlyInput!) { openSealEarly(input: $input) { __typename ${ERRORS} ... on OpenSealEarlyPayload { loop { id seal { open openedAt submitted of early { reason by { name } } } } } } }`;
export const RATE_AGAIN = `mutation ($input: RateAgainInput!) { rateAgain(input: $input) { __typename ${ERRORS} ... on RateAgainPayload { secondRating { id level reason drift change towardsOthers } loop { id } } } }`;
export const DECIDE = `mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { __typename ${ERRORS}
  ... on RecordDecisionPayload { decision { id outcome reason overridesRule decidedBy { name } computed { recommendation basis total ratedWeightShare unrated ruleHash hireCutOff strongHireCutOff mustHaves { competency minimum value met } } } loop { id state } } } }`;

let count = 0;
/** A key that was not used before. */
export const freshKey = (): string => `key-${Date.now()}-${(count += 1)}`;

export interface RatingWords {
  readonly level?: number | null;
  readonly evidence?: string;
  readonly judgement?: string;
  readonly notObservedReason?: string | null;
  readonly probesUsed?: readonly string[];
}

/** A member who works on her scorecard of one interview, over the API. */
export class Rater {
  constructor(
    readonly person: Person,
    readonly fixture: LoopFixture,
    readonly loop: BuiltLoop,
    readonly round = 0,
  ) {}

  get interviewId(): string {
    return this.id('Interview', this.loop.interviews[this.round]?.id ?? '');
  }

  get loopId(): string {
    return this.id('Loop', this.loop.id);
  }

  id(noun: string, id: string): string {
    return globalId(noun, this.fixture.admin.organizationId, id);
  }

  version(index: number): string {
    return this.id('QuestionVersion', this.fixture.versions[index] ?? '');
  }

  async open() {
    return (await this.person.client.ask(OPEN, { input: { interviewId: this.interviewId } })).openScorecard;
  }

  async cardId(): Promise<string> {
    const opened = await this.open();
    if (opened.__typename !== 'OpenScorecardPayload') throw new Error(JSON.stringify(opened));
    return opened.scorecard.id;
  }

  async save(scorecardId: string, question: number, criterion: string, words: RatingWords, expectedRevision = 0) {
    const input = { scorecardId, questionVersionId: this.version(question), criterion, ...words, expectedRevision };
    return (await this.person.client.ask(SAVE_RATING, { input })).saveRating;
  }

  async summarize(scorecardId: string, recommendation: string | null, summary = '', expectedRevision = 1) {
    return (await this.person.client.ask(SAVE_SUMMARY, { input: { scorecardId, recommendation, summary, expectedRevision } })).saveSummary;
  }

  async submit(scorecardId: string, expectedRevision = 2, idempotencyKey = freshKey()) {
    return (await this.person.client.ask(SUBMIT, { input: { scorecardId, expectedRevision, idempotencyKey } })).submitScorecard;
  }

  /** A complete draft: the same level and words on every criterion, unless said otherwise. */
  async complete(
    words: RatingWords & { readonly recommendation?: string; readonly summary?: string; readonly questions?: readonly number[] } = {},
  ): Promise<string> {
    const { recommendation = 'HIRE', summary = '', questions = [0, 1], level = 3, evidence = 'She said so.', ...rest } = words;
    const cardId = await this.cardId();
    for (const question of questions) {
      for (const criterion of CRITERIA) {
        const saved = await this.save(cardId, question, criterion, { level, evidence, ...rest });
        if (saved.__typename !== 'SaveRatingPayload') throw new Error(JSON.stringify(saved));
      }
    }
    await this.summarize(cardId, recommendation, summary);
    return cardId;
  }

  /** Rates everything and submits. */
  async finish(words: Parameters<Rater['complete']>[0] = {}): Promise<string> {
    const cardId = await this.complete(words);
    const submitted = await this.submit(cardId);
    if (submitted.__typename !== 'SubmitScorecardPayload') throw new Error(JSON.stringify(submitted));
    return cardId;
  }
}
