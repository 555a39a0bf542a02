import { type Person, World } from '@touchstone/testing';
import { LoopFixture } from './loop-fixture';
import { Rater, SAVE_RATING, SAVE_SUMMARY } from './rater';

describe('what a rating may be', () => {
  let world: World;
  let fixture: LoopFixture;
  let lead: Person;
  let rater: Rater;
  let cardId: string;
  beforeAll(async () => {
    world = await World.open();
    const admin = await world.organization('Input');
    fixture = await LoopFixture.in(world, admin);
    lead = await world.member(admin, ['INTERVIEWER']);
    rater = new Rater(lead, fixture, await fixture.loop([{ seats: [[lead, 'LEAD']], questions: [0] }]));
    cardId = await rater.cardId();
  }, 60_000);
  afterAll(() => world.close());
  afterEach(async () => {
    const [stored] = await world.owner.query(
      'SELECT count(*)::int AS ratings FROM rating WHERE scorecard_id IN (SELECT id FROM scorecard WHERE member_id = $1)',
      [lead.memberId],
    );
    expect(stored.ratings).toBeLessThanOrEqual(1);
  });

  const input = (change: Readonly<Record<string, unknown>>) => ({
    input: { scorecardId: cardId, questionVersionId: rater.version(0), criterion: 'c1', expectedRevision: 0, ...change },
  });
  /** The code and path of the refusal by rule. */
  const refused = async (change: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const { saveRating } = await lead.client.ask(SAVE_RATING, input(change));
    return { type: saveRating.__typename, path: saveRating.path };
  };
  /** The code and path of the refusal by shape, which never is INTERNAL. */
  const misshapen = async (change: Readonly<Record<string, unknown>>): Promise<string | null> =>
    lead.client.refusal(SAVE_RATING, input(change));

  it.each([[0], [6], [-1], [7], [2147483647], [-2147483648]])('has no level %s on a scale of 1 to 5', async (level) => {
    expect(await refused({ level, evidence: 'x' })).toEqual({ type: 'ValidationError', path: ['input', 'level'] });
  });

  it.each([[2.5], ['3'], [true], [2147483648], [-2147483649], [1e308], [[3]], [{}]])('cannot even be asked to be %j', async (level) => {
    expect(await misshapen({ level })).toBe('BAD_USER_INPUT');
  });

  it.each(['NaN', 'Infinity', '3.0', '"3"', '-', '1e400'])('has no literal %s', async (literal) => {
    const query = `mutation { saveRating(input: { scorecardId: "${cardId}", questionVersionId: "${rater.version(0)}", criterion: "c1", expectedRevision: 0, level: ${literal} }) { __typename } }`;
    expect(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']).toContain(await lead.client.refusal(query));
  });

  it('is a level or a reason for none, never both, and a reason says something', async () => {
    expect(await refused({ level: 3, notObservedReason: 'no time' })).toEqual({
      type: 'ValidationError',
      path: ['input', 'notObservedReason'],
    });
    for (const notObservedReason of ['', '  ', '--', 'x', '...']) {
      expect(await refused({ notObservedReason })).toEqual({ type: 'ValidationError', path: ['input', 'notObservedReason'] });
    }
  });

  it('belongs to a criterion of a question of this interview', async () => {
    expect(await refused({ criterion: 'c3', level: 3 })).toEqual({ type: 'ValidationError', path: ['input', 'criterion'] });
    expect(await refused({ criterion: '__proto__', level: 3 })).toEqual({ type: 'ValidationError', path: ['input', 'criterion'] });
    // Asked in another interview, of another organization, no id, an id of something else.
    const elsewhere = await LoopFixture.in(world, await world.organization('Other'));
    const foreign = new Rater(lead, elsewhere, rater.loop).version(0);
    for (const questionVersionId of [rater.version(1), foreign, 'QuestionVersion_x', rater.loopId, cardId]) {
      expect(await refused({ questionVersionId, level: 3 })).toEqual({ type: 'NotFoundError', path: ['input', 'questionVersionId'] });
    }
    for (const scorecardId of ['Scorecard_x', rater.loopId, `${cardId}x`, cardId.toLowerCase()]) {
      expect(await refused({ scorecardId, level: 3 })).toEqual({ type: 'NotFoundError', path: ['input', 'scorecardId'] });
    }
  });

  it('ticks probes of the question, each once', async () => {
    expect(await refused({ level: 3, probesUsed: ['p9'] })).toEqual({ type: 'ValidationError', path: ['input', 'probesUsed'] });
    expect(await refused({ level: 3, probesUsed: ['p1', 'p1'] })).toEqual({ type: 'ValidationError', path: ['input', 'probesUsed'] });
    for (const probesUsed of [Array(101).fill('p1'), [''], [null], ['x'.repeat(201)], ['p\u0000']])
      expect(await misshapen({ level: 3, probesUsed })).toBe('BAD_USER_INPUT');
  });

  it.each(['evidence', 'judgement', 'notObservedReason'])('holds up to 10,000 characters of %s that can be stored', async (field) => {
    const others = field === 'notObservedReason' ? {} : { level: 3 };
    for (const text of ['x'.repeat(10_001), '🚀'.repeat(10_001), 'x'.repeat(400_000), 'a\u0000b', '\ud800', 'x\udc00']) {
      expect(await misshapen({ ...others, [field]: text })).toBe('BAD_USER_INPUT');
    }
  });

  it('refuses a revision or field that there cannot be', async () => {
    for (const change of [
      { expectedRevision: -1 },
      { expectedRevision: 1.5 },
      { expectedRevision: null },
      { scorecardId: null },
      { scorecardId: 'x'.repeat(101) },
      { criterion: '' },
      { criterion: 'c\u0000' },
      { memberId: 'x' },
      { status: 'SUBMITTED' },
      { organizationId: 'x' },
    ]) {
      expect(await misshapen(change)).toBe('BAD_USER_INPUT');
    }
    for (const change of [
      { recommendation: 'MAYBE' },
      { summary: 'x'.repeat(10_001) },
      { summary: '\u0000' },
      { submittedAt: '2026-01-01T00:00:00Z' },
    ]) {
      expect(await lead.client.refusal(SAVE_SUMMARY, { input: { scorecardId: cardId, expectedRevision: 1, ...change } })).toBe(
        'BAD_USER_INPUT',
      );
    }
  });

  it('comes back byte for byte', async () => {
    const evidence = `e\u0301 é \ufb01 ${'👩‍👩‍👧‍👦'.repeat(3)} \u202eabc\u202c İi 　 \r\n\t<script>alert(1)</script> %_\\ ${'🚀'.repeat(9_000)}`;
    const saved = await rater.save(cardId, 0, 'c1', { level: 5, evidence, judgement: ' \n ' });
    expect(saved.rating).toMatchObject({ evidence, judgement: ' \n ', level: 5 });
    const { scorecard } = await lead.client.ask('query ($id: ID!) { scorecard(id: $id) { ratings { evidence judgement } } }', {
      id: cardId,
    });
    expect(scorecard.ratings).toEqual([{ evidence, judgement: ' \n ' }]);
  });

  it('is checked by the table as well', async () => {
    const [card] = await world.owner.query('SELECT id FROM scorecard WHERE member_id = $1', [lead.memberId]);
    const insert = (level: number | null, reason: string | null): Promise<unknown> =>
      world.owner.query(
        `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, not_observed_reason, evidence, judgement, probes_used, rated_at) VALUES ($1, $2, $3, 'c9', $4, $5, '', '', '{}', now())`,
        [fixture.admin.organizationId, card.id, fixture.versions[0], level, reason],
      );
    await expect(insert(0, null)).rejects.toThrow('rating_level_ck');
    await expect(insert(8, null)).rejects.toThrow('rating_level_ck');
    await expect(insert(3, 'both')).rejects.toThrow('rating_missing_ck');
  });
});
