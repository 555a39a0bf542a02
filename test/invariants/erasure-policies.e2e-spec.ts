import { randomUUID } from 'node:crypto';
import { ERASED } from '@touchstone/interviewing/interviews';
import type { Person } from '@touchstone/testing';
import { describePanel } from '../e2e/scorecards/panel';
import { type WrittenLoops, writtenLoops } from '../e2e/scorecards/written-loops';

/** The tables out of reach of an update, with their words, and how a row of the loop `$loop` is found. */
const TABLES = {
  scorecard: { words: ['summary'], of: `loop_id = '$loop'` },
  rating: {
    words: ['evidence', 'judgement', 'not_observed_reason'],
    of: `scorecard_id IN (SELECT id FROM scorecard WHERE loop_id = '$loop')`,
  },
  second_rating: { words: ['reason'], of: `loop_id = '$loop'` },
  decision: { words: ['reason'], of: `loop_id = '$loop'` },
  deviation: { words: ['reason'], of: `interview_id IN (SELECT id FROM interview WHERE loop_id = '$loop')` },
} as const;
type Table = keyof typeof TABLES;

const DENIED = /row-level security|permission denied/;
const left = (word: string): string => `${word} = CASE WHEN ${word} <> '' THEN '${ERASED}' ELSE ${word} END`;
/** The one statement that is allowed, perhaps with something more. */
const erasing = (table: Table, loop: string, more = ''): string =>
  `UPDATE ${table} SET ${TABLES[table].words.map(left).join(', ')}, text_erased_at = now() ${more} WHERE ${TABLES[table].of.replace('$loop', loop)} RETURNING 1`;

/** Another value than the one that is there, by type. */
const OTHER: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => `'${randomUUID()}'`,
  text: (column) => `${column} || 'x'`,
  integer: (column) => `coalesce(${column}, 3) % 5 + 1`,
  boolean: (column) => `NOT ${column}`,
  'timestamp with time zone': (column) => `coalesce(${column}, now()) - interval '1 hour'`,
  ARRAY: (column) => `${column} || 'x'::text`,
  jsonb: () => `'{"made": "up"}'`,
};

describePanel('erasing in SQL', (panel) => {
  let hers: WrittenLoops;
  let others: WrittenLoops;
  beforeAll(async () => {
    hers = await writtenLoops(panel, 'hers');
    others = await writtenLoops(panel, 'others');
    // Her data is gone, and what was put down about her is still there: the moment in which the words go.
    await panel.world.owner.query(`UPDATE candidate SET name = NULL, email = NULL, erased_at = now() WHERE id = $1`, [
      hers.decided.candidateId,
    ]);
  }, 60_000);

  /** Runs a statement as the role that serves requests, for this person, in a transaction that erases this candidate; undone afterwards. */
  async function as(person: Person, erased: string | null, sql: string): Promise<unknown[]> {
    const runner = panel.world.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET LOCAL ROLE touchstone_app');
      await runner.query(`SET LOCAL app.organization_id = '${person.organizationId}'`);
      await runner.query(`SET LOCAL app.member_id = '${person.memberId}'`);
      await runner.query(`SET LOCAL app.oversees = 'off'`);
      if (erased !== null) await runner.query(`SET LOCAL app.erased_candidate_id = '${erased}'`);
      return ((await runner.query(sql, [], true)) as { records?: unknown[] }).records ?? [];
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
  const loopOf = (table: Table, loops: WrittenLoops): string =>
    (table === 'rating' || table === 'scorecard' ? loops.running : loops.decided).id;

  it.each(Object.keys(TABLES) as Table[])('takes the words out of %s, for whoever erases, under a shut seal as well', async (table) => {
    const { admin, observer } = panel;
    const id = hers.decided.candidateId;
    for (const person of [admin, observer]) expect((await as(person, id, erasing(table, loopOf(table, hers)))).length).toBeGreaterThan(0);
  });

  it.each(Object.keys(TABLES) as Table[])('reaches no row of %s but those of whom it erases', async (table) => {
    const { world, admin, lead } = panel;
    const id = hers.decided.candidateId;
    const stranger = await world.organization();
    // Nobody is erased; somebody whose data is still there; another candidate's loop; another organization.
    for (const [person, erased, loops] of [
      [admin, null, hers],
      [lead, others.decided.candidateId, others],
      [admin, id, others],
      [stranger, id, hers],
    ] as const) {
      const done = as(person, erased, erasing(table, loopOf(table, loops)));
      // One's own draft is within reach of one's own statements, and is not let through.
      const outcome = await done.catch((error: Error) => (DENIED.test(error.message) ? [] : Promise.reject(error)));
      expect(outcome).toEqual([]);
    }
  });

  it.each(Object.keys(TABLES) as Table[])('leaves every other column of %s as it is', async (table) => {
    const { world, admin } = panel;
    const id = hers.decided.candidateId;
    const loop = loopOf(table, hers);
    const columns: { name: string; type: string }[] = await world.owner.query(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [table],
    );
    const { words } = TABLES[table];
    const kept = columns.filter(({ name }) => name !== 'text_erased_at' && !(words as readonly string[]).includes(name));
    expect(kept.length).toBe(columns.length - words.length - 1);
    for (const { name, type } of kept) {
      const other = OTHER[type];
      if (other === undefined) throw new Error(`no other value of type ${type}`);
      await expect(as(admin, id, erasing(table, loop, `, ${name} = ${other(name)}`))).rejects.toThrow(DENIED);
    }
  });

  it.each(Object.keys(TABLES) as Table[])('takes all words out of %s, marks the row, and writes nothing in their place', async (table) => {
    const { admin } = panel;
    const id = hers.decided.candidateId;
    const where = `WHERE ${TABLES[table].of.replace('$loop', loopOf(table, hers))}`;
    const { words } = TABLES[table];
    const all = words.map(left);
    for (const set of [
      ...words.map((word) => [
        ...all.filter((each) => !each.startsWith(`${word} `)),
        `${word} = 'something else'`,
        'text_erased_at = now()',
      ]),
      ...words
        .slice(0, 2)
        .map((word) => [...all.filter((each) => !each.startsWith(`${word} `)), `${word} = ${word}`, 'text_erased_at = now()']),
      [...all, 'text_erased_at = NULL'],
      all,
    ]) {
      await expect(as(admin, id, `UPDATE ${table} SET ${set.join(', ')} ${where}`)).rejects.toThrow(DENIED);
    }
    await expect(as(admin, id, `DELETE FROM ${table} ${where}`)).rejects.toThrow(DENIED);
  });

  it('keeps what was not observed as it was', async () => {
    const { admin } = panel;
    const id = hers.decided.candidateId;
    const unobserved = `, not_observed_reason = NULL`;
    const set = ['evidence', 'judgement'].map(left).join(', ');
    const where = `WHERE not_observed_reason IS NOT NULL AND ${TABLES.rating.of.replace('$loop', hers.decided.id)}`;
    await expect(as(admin, id, `UPDATE rating SET ${set}, text_erased_at = now() ${unobserved} ${where}`)).rejects.toThrow(DENIED);
  });

  it('is no way for an author to mark her own draft, or to add marked rows', async () => {
    const { lead, admin, fixture } = panel;
    const draft = `loop_id = '${others.running.id}' AND member_id = '${lead.memberId}'`;
    expect(await as(lead, null, `UPDATE scorecard SET summary = 'better' WHERE ${draft} RETURNING 1`)).toHaveLength(1);
    const marked = `summary = CASE WHEN summary <> '' THEN '${ERASED}' ELSE summary END, text_erased_at = now()`;
    for (const erased of [null, others.decided.candidateId, hers.decided.candidateId])
      await expect(as(lead, erased, `UPDATE scorecard SET ${marked} WHERE ${draft}`)).rejects.toThrow(DENIED);
    await expect(
      as(
        lead,
        null,
        `INSERT INTO deviation (organization_id, id, interview_id, kind, question_version_id, reason, recorded_by, created_at, text_erased_at)
         VALUES ('${admin.organizationId}', '${randomUUID()}', '${others.running.interviews[0]?.id}', 'SKIPPED', '${fixture.versions[0]}', 'x', '${lead.memberId}', now(), now())`,
      ),
    ).rejects.toThrow(DENIED);
  });

  it('shuts a draft for its author once its words are gone', async () => {
    const { world, lead, fixture } = panel;
    const id = hers.decided.candidateId;
    const card = `(SELECT id FROM scorecard WHERE loop_id = '${hers.running.id}' AND member_id = '${lead.memberId}')`;
    await world.owner.query(`UPDATE scorecard SET summary = '${ERASED}', text_erased_at = now() WHERE id = ${card}`);
    await world.owner.query(
      `UPDATE rating SET evidence = '${ERASED}', judgement = '${ERASED}', text_erased_at = now() WHERE scorecard_id = ${card}`,
    );
    for (const erased of [null, id]) {
      await expect(as(lead, erased, `UPDATE scorecard SET summary = 'once more' WHERE id = ${card}`)).rejects.toThrow(DENIED);
    }
    const ratings = `UPDATE rating SET evidence = 'once more' WHERE scorecard_id = ${card} RETURNING 1`;
    expect(await as(lead, null, ratings)).toEqual([]);
    await expect(as(lead, id, ratings)).rejects.toThrow(DENIED);
    await expect(
      as(
        lead,
        null,
        `INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at)
         VALUES ('${lead.organizationId}', ${card}, '${fixture.versions[1]}', 'c1', 3, 'once more', '', '{}', now())`,
      ),
    ).rejects.toThrow(DENIED);
  });
});
