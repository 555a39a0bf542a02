import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropWordsRule, eraseWordsAlone, grantUpdate, keepOutOfStatistics, ofErased, TEXT_ERASED_AT, wordless } from './erasure';
import { APPLICATION_ROLE, addTenantKey, createTenantTable, dropTables } from './tenancy';

/**
 * Scorecards, ratings, second ratings, decisions, and the seal as row-level security. The same rule stands as a pure
 * function in `libs/interviewing/src/access/seal.ts`; a property test holds the two against each other.
 */
export class Scorecards1790000000007 implements MigrationInterface {
  name = 'Scorecards1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEAL_ADMITS);
    await runner.query(`GRANT EXECUTE ON FUNCTION touchstone_seal_admits(uuid, uuid) TO ${APPLICATION_ROLE}`);
    await createTenantTable(runner, {
      name: 'scorecard',
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"loop_id" uuid NOT NULL',
        '"interview_id" uuid NOT NULL',
        '"seat_id" uuid NOT NULL',
        '"member_id" uuid NOT NULL',
        '"status" text NOT NULL',
        '"recommendation" text',
        '"summary" text NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        '"created_at" timestamptz NOT NULL',
        '"submitted_at" timestamptz',
        // Submitted when its author could already see the others: shown apart, and weighs nothing.
        '"after_opening" boolean NOT NULL DEFAULT false',
        TEXT_ERASED_AT,
        'CONSTRAINT "scorecard_seat_uq" UNIQUE ("organization_id", "seat_id")',
        `CONSTRAINT "scorecard_status_ck" CHECK (("status" = 'DRAFT' AND "submitted_at" IS NULL) OR ("status" = 'SUBMITTED' AND "submitted_at" IS NOT NULL))`,
        `CONSTRAINT "scorecard_recommendation_ck" CHECK ("recommendation" IN ('STRONG_HIRE', 'HIRE', 'NO_HIRE', 'STRONG_NO_HIRE'))`,
      ],
      policies: [
        `FOR SELECT USING ("member_id" = touchstone_member_id() OR ("status" = 'SUBMITTED' AND touchstone_seal_admits("organization_id", "loop_id")))`,
        `FOR INSERT WITH CHECK ("member_id" = touchstone_member_id() AND "status" = 'DRAFT' AND "text_erased_at" IS NULL AND ${HOLDS_THE_SEAT})`,
        // Once submitted, no statement reaches the row again; who wrote it cannot be changed at any time.
        `FOR UPDATE USING ("member_id" = touchstone_member_id() AND "status" = 'DRAFT') WITH CHECK ("member_id" = touchstone_member_id())`,
        READ_ERASED('scorecard'),
        `FOR UPDATE USING (${ofErased('scorecard')}) WITH CHECK (${ofErased('scorecard')})`,
      ],
    });
    // Whose card it is, and of which seat, cannot be written a second time.
    await grantUpdate(runner, 'scorecard', [
      'status',
      'recommendation',
      'summary',
      'revision',
      'submitted_at',
      'after_opening',
      'text_erased_at',
    ]);
    await eraseWordsAlone(runner, 'scorecard', ofErased('scorecard'), ['id'], ['summary']);
    await addTenantKey(runner, 'scorecard', 'loop_id', 'loop');
    await addTenantKey(runner, 'scorecard', 'interview_id', 'interview');
    await addTenantKey(runner, 'scorecard', 'seat_id', 'panel_seat', 'seat');
    await addTenantKey(runner, 'scorecard', 'member_id', 'member');
    await runner.query(`CREATE INDEX "scorecard_loop_ix" ON "scorecard" ("organization_id", "loop_id")`);

    await createTenantTable(runner, {
      name: 'rating',
      key: ['scorecard_id', 'question_version_id', 'criterion'],
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"scorecard_id" uuid NOT NULL',
        '"question_version_id" uuid NOT NULL',
        '"criterion" text NOT NULL',
        '"level" integer',
        '"not_observed_reason" text',
        '"evidence" text NOT NULL',
        '"judgement" text NOT NULL',
        '"probes_used" text[] NOT NULL',
        '"revision" integer NOT NULL DEFAULT 1',
        '"rated_at" timestamptz NOT NULL',
        TEXT_ERASED_AT,
        'CONSTRAINT "rating_level_ck" CHECK ("level" BETWEEN 1 AND 7)',
        'CONSTRAINT "rating_missing_ck" CHECK ("level" IS NULL OR "not_observed_reason" IS NULL)',
      ],
      policies: [
        // The sub-select is itself under the policy of the scorecard, so the seal is written down once.
        `FOR SELECT USING (${SCORECARD_VISIBLE})`,
        `FOR INSERT WITH CHECK ("text_erased_at" IS NULL AND ${SCORECARD_OWN_DRAFT})`,
        `FOR UPDATE USING (${SCORECARD_OWN_DRAFT}) WITH CHECK (${SCORECARD_OWN_DRAFT})`,
        `FOR UPDATE USING (${RATING_ERASED}) WITH CHECK (${RATING_ERASED})`,
      ],
    });
    const written = ['level', 'not_observed_reason', 'evidence', 'judgement', 'probes_used', 'revision', 'rated_at'];
    await grantUpdate(runner, 'rating', [...written, 'text_erased_at']);
    const words = ['not_observed_reason', 'evidence', 'judgement'];
    await eraseWordsAlone(runner, 'rating', RATING_ERASED, ['scorecard_id', 'question_version_id', 'criterion'], words);
    await addTenantKey(runner, 'rating', 'scorecard_id', 'scorecard');
    await addTenantKey(runner, 'rating', 'question_version_id', 'question_version');

    await createTenantTable(runner, {
      name: 'second_rating',
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"loop_id" uuid NOT NULL',
        '"scorecard_id" uuid NOT NULL',
        '"question_version_id" uuid NOT NULL',
        '"criterion" text NOT NULL',
        '"member_id" uuid NOT NULL',
        '"level" integer NOT NULL',
        '"reason" text NOT NULL',
        '"created_at" timestamptz NOT NULL',
        TEXT_ERASED_AT,
        'CONSTRAINT "second_rating_once_uq" UNIQUE ("organization_id", "scorecard_id", "question_version_id", "criterion")',
        'CONSTRAINT "second_rating_level_ck" CHECK ("level" BETWEEN 1 AND 7)',
      ],
      policies: [
        `FOR SELECT USING (touchstone_seal_admits("organization_id", "loop_id"))`,
        `FOR INSERT WITH CHECK ("member_id" = touchstone_member_id() AND touchstone_seal_admits("organization_id", "loop_id") ` +
          `AND ${sealOpen('second_rating')} AND ${OWN_SUBMITTED_CARD} AND "text_erased_at" IS NULL)`,
        READ_ERASED('second_rating'),
        `FOR UPDATE USING (${ofErased('second_rating')}) WITH CHECK (${ofErased('second_rating')} AND ${wordless('reason')})`,
      ],
    });
    await grantUpdate(runner, 'second_rating', ['reason', 'text_erased_at']);
    await addTenantKey(runner, 'second_rating', 'loop_id', 'loop');
    await addTenantKey(runner, 'second_rating', 'scorecard_id', 'scorecard');
    await addTenantKey(runner, 'second_rating', 'member_id', 'member');

    await createTenantTable(runner, {
      name: 'decision',
      grants: ['SELECT', 'INSERT'],
      lines: [
        '"loop_id" uuid NOT NULL',
        '"application_id" uuid NOT NULL',
        '"computed" jsonb NOT NULL',
        '"outcome" text NOT NULL',
        '"reason" text',
        '"decided_by" uuid NOT NULL',
        '"decided_at" timestamptz NOT NULL',
        TEXT_ERASED_AT,
        'CONSTRAINT "decision_loop_uq" UNIQUE ("organization_id", "loop_id")',
        `CONSTRAINT "decision_outcome_ck" CHECK ("outcome" IN ('HIRE', 'NO_HIRE'))`,
      ],
      policies: [
        `FOR SELECT USING (touchstone_seal_admits("organization_id", "loop_id"))`,
        `FOR INSERT WITH CHECK ("decided_by" = touchstone_member_id() AND touchstone_seal_admits("organization_id", "loop_id") ` +
          `AND ${sealOpen('decision')} AND "text_erased_at" IS NULL)`,
        READ_ERASED('decision'),
        `FOR UPDATE USING (${ofErased('decision')}) WITH CHECK (${ofErased('decision')} AND ${wordless('reason')})`,
      ],
    });
    await grantUpdate(runner, 'decision', ['reason', 'text_erased_at']);
    await addTenantKey(runner, 'decision', 'loop_id', 'loop');
    await addTenantKey(runner, 'decision', 'application_id', 'application');
    await addTenantKey(runner, 'decision', 'decided_by', 'member', 'decider');
    for (const table of ['second_rating', 'decision']) await keepOutOfStatistics(runner, table, ['reason']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['rating', 'scorecard']) await dropWordsRule(runner, table);
    await dropTables(runner, ['decision', 'second_rating', 'rating', 'scorecard']);
    await runner.query('DROP FUNCTION touchstone_seal_admits(uuid, uuid)');
  }
}

/** May the member of this transaction see what others have submitted on this loop? */
const SEAL_ADMITS = `
CREATE FUNCTION touchstone_seal_admits(organization uuid, loop uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    (public.touchstone_oversees() OR EXISTS (
      SELECT 1 FROM public.panel_seat held
      WHERE held.organization_id = organization AND held.loop_id = loop AND held.member_id = public.touchstone_member_id()))
    AND EXISTS (
      SELECT 1 FROM public.loop sealed
      WHERE sealed.organization_id = organization AND sealed.id = loop AND (
        sealed.seal_opened_at IS NOT NULL
        OR (sealed.seal_policy = 'OWN_SUBMITTED'
          AND EXISTS (
            SELECT 1 FROM public.panel_seat own
            JOIN public.interview round ON round.organization_id = own.organization_id AND round.id = own.interview_id
            WHERE own.organization_id = organization AND round.organization_id = organization
              AND own.loop_id = loop AND own.member_id = public.touchstone_member_id()
              AND own.kind <> 'OBSERVER' AND own.removed_at IS NULL
              AND round.status NOT IN ('CANCELLED', 'NO_SHOW'))
          AND NOT EXISTS (
            SELECT 1 FROM public.panel_seat own
            JOIN public.interview round ON round.organization_id = own.organization_id AND round.id = own.interview_id
            WHERE own.organization_id = organization AND round.organization_id = organization
              AND own.loop_id = loop AND own.member_id = public.touchstone_member_id()
              AND own.kind <> 'OBSERVER' AND own.submitted_at IS NULL
              AND round.status NOT IN ('CANCELLED', 'NO_SHOW')))))
$$`;

/** Nobody opens a card on a seat that is not hers, or on another loop than that of the seat. */
const HOLDS_THE_SEAT =
  `EXISTS (SELECT 1 FROM "panel_seat" held WHERE held."organization_id" = "scorecard"."organization_id" AND held."id" = "scorecard"."seat_id" ` +
  `AND held."member_id" = "scorecard"."member_id" AND held."interview_id" = "scorecard"."interview_id" AND held."loop_id" = "scorecard"."loop_id" ` +
  `AND held."kind" <> 'OBSERVER' AND held."removed_at" IS NULL)`;

/** The loop of a row of this table is open to its whole panel, not only to those who have done their part. */
const sealOpen = (table: string): string =>
  `EXISTS (SELECT 1 FROM "loop" opened WHERE opened."organization_id" = "${table}"."organization_id" AND opened."id" = "${table}"."loop_id" ` +
  `AND opened."seal_opened_at" IS NOT NULL)`;

const OWN_SUBMITTED_CARD =
  `EXISTS (SELECT 1 FROM "scorecard" card WHERE card."organization_id" = "second_rating"."organization_id" AND card."id" = "second_rating"."scorecard_id" ` +
  `AND card."loop_id" = "second_rating"."loop_id" AND card."member_id" = touchstone_member_id() AND card."status" = 'SUBMITTED')`;

const OF_THIS_RATING = `card."organization_id" = "rating"."organization_id" AND card."id" = "rating"."scorecard_id"`;
const SCORECARD_VISIBLE = `EXISTS (SELECT 1 FROM "scorecard" card WHERE ${OF_THIS_RATING})`;
const SCORECARD_OWN_DRAFT =
  `EXISTS (SELECT 1 FROM "scorecard" card WHERE ${OF_THIS_RATING} ` +
  `AND card."member_id" = touchstone_member_id() AND card."status" = 'DRAFT' AND card."text_erased_at" IS NULL)`;

const RATING_ERASED = `touchstone_erased_candidate_id() IS NOT NULL AND EXISTS (SELECT 1 FROM "scorecard" card WHERE ${OF_THIS_RATING} AND ${ofErased('card')})`;

/** Whoever erases reads what she takes words out of, whatever the seal says. Ratings come with their card. */
const READ_ERASED = (table: string): string => `FOR SELECT USING (${ofErased(table)})`;
