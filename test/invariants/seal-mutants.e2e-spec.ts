import { World } from '@touchstone/testing';
import fc from 'fast-check';
import { randomLoop, SealHarness } from './seal-harness';

/**
 * A test of the test: with any one clause of the seal taken out of the database, the property of `seal-policies` must fail.
 * Each mutant names what is replaced in the function or policy, by what, and which occurrence.
 */
const FUNCTION_MUTANTS: readonly (readonly [clause: string, by: string, occurrence: number])[] = [
  ['public.touchstone_oversees()', 'true', 0],
  ['public.touchstone_oversees()', 'false', 0],
  ['held.loop_id = loop', 'true', 0],
  ['held.member_id = public.touchstone_member_id()', 'true', 0],
  ['sealed.seal_opened_at IS NOT NULL', 'true', 0],
  ['sealed.seal_opened_at IS NOT NULL', 'false', 0],
  ["sealed.seal_policy = 'OWN_SUBMITTED'", 'true', 0],
  ["sealed.seal_policy = 'OWN_SUBMITTED'", 'false', 0],
  ["own.kind <> 'OBSERVER'", 'true', 0],
  ["own.kind <> 'OBSERVER'", 'true', 1],
  ['own.removed_at IS NULL', 'true', 0],
  ["round.status NOT IN ('CANCELLED', 'NO_SHOW')", 'true', 0],
  ["round.status NOT IN ('CANCELLED', 'NO_SHOW')", 'true', 1],
  ['own.submitted_at IS NULL', 'false', 0],
  ['own.member_id = public.touchstone_member_id()', 'true', 0],
  ['own.member_id = public.touchstone_member_id()', 'true', 1],
  ['own.loop_id = loop', 'true', 0],
  ['own.loop_id = loop', 'true', 1],
];

/** The SELECT policy of each table (the first of its rules), as weaker or narrower ones. */
const POLICY_MUTANTS: readonly (readonly [table: string, using: string])[] = [
  ['scorecard', 'true'],
  ['scorecard', 'touchstone_seal_admits(organization_id, loop_id)'],
  ['scorecard', `member_id = touchstone_member_id() OR touchstone_seal_admits(organization_id, loop_id)`],
  ['scorecard', `member_id = touchstone_member_id() OR status = 'SUBMITTED'`],
  ['scorecard', `status = 'SUBMITTED' AND touchstone_seal_admits(organization_id, loop_id)`],
  ['scorecard', 'member_id = touchstone_member_id()'],
  ['rating', 'false'],
  ['second_rating', 'true'],
  ['second_rating', 'false'],
  ['decision', 'true'],
];

describe('every clause of the seal in SQL', () => {
  let world: World;
  let harness: SealHarness;
  let original: string;

  beforeAll(async () => {
    world = await World.open();
    harness = await SealHarness.in(world);
    const [row] = await world.owner.query(`SELECT pg_get_functiondef('touchstone_seal_admits'::regproc) AS definition`);
    original = row.definition;
  }, 90_000);
  afterAll(() => world.close());

  /** Does the property fail, within as many loops as the other test draws? */
  const isCaught = async (): Promise<boolean> => {
    const { failed } = await fc.check(
      fc.asyncProperty(randomLoop, (plan) => harness.check(plan)),
      { numRuns: 160, seed: 20261124, endOnFailure: true },
    );
    return failed;
  };

  it.each([...FUNCTION_MUTANTS])(
    'is missed: %s as %s (%i)',
    async (clause, by, occurrence) => {
      const parts = original.split(clause);
      expect(parts.length).toBeGreaterThan(occurrence + 1);
      await world.owner.query(`${parts.slice(0, occurrence + 1).join(clause)}${by}${parts.slice(occurrence + 1).join(clause)}`);
      try {
        expect(await isCaught()).toBe(true);
      } finally {
        await world.owner.query(original);
      }
    },
    120_000,
  );

  it.each([...POLICY_MUTANTS])(
    'is missed: %s USING (%s)',
    async (table, using) => {
      const [policy] = await world.owner.query(`SELECT qual FROM pg_policies WHERE tablename = $1 AND policyname = $2`, [
        table,
        `${table}_rule_1`,
      ]);
      await world.owner.query(`ALTER POLICY ${table}_rule_1 ON ${table} USING (${using})`);
      try {
        expect(await isCaught()).toBe(true);
      } finally {
        await world.owner.query(`ALTER POLICY ${table}_rule_1 ON ${table} USING (${policy.qual})`);
      }
    },
    120_000,
  );
});
