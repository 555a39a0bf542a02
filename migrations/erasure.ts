import type { QueryRunner } from 'typeorm';
import { APPLICATION_ROLE } from './tenancy';

/** The column that every table with words about a candidate has: when they were taken out; null where they stand as they were written. */
export const TEXT_ERASED_AT = '"text_erased_at" timestamptz';

/** What stands in place of words that were taken out: `ERASED` in `libs/interviewing`. */
const MARK = `'[erased]'`;

/** A row that keeps the mark alone of these words, or had none. */
export const wordless = (column: string): string => `"text_erased_at" IS NOT NULL AND coalesce("${column}", ${MARK}) = ${MARK}`;

/** A row on a loop of whom this transaction erases. The first half is settled without a look at any table. */
export const ofErased = (table: string): string =>
  `touchstone_erased_candidate_id() IS NOT NULL AND touchstone_erases("${table}"."organization_id", "${table}"."loop_id")`;

/**
 * Whom this transaction erases, and whether a loop is hers. Only of a candidate whose data is erased already: the setting alone opens nothing.
 * Tables: candidate, application, loop.
 */
export async function createErasure(runner: QueryRunner): Promise<void> {
  await runner.query(
    `CREATE FUNCTION touchstone_erased_candidate_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE ` +
      `AS $$ SELECT nullif(pg_catalog.current_setting('app.erased_candidate_id', true), '')::uuid $$`,
  );
  await runner.query(`CREATE FUNCTION touchstone_erases(organization uuid, loop uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT EXISTS (
      SELECT 1 FROM public.candidate person
      JOIN public.application applied ON applied.organization_id = person.organization_id AND applied.candidate_id = person.id
      JOIN public.loop hers ON hers.organization_id = applied.organization_id AND hers.application_id = applied.id
      WHERE person.organization_id = organization AND applied.organization_id = organization AND hers.organization_id = organization
        AND hers.id = loop AND person.id = public.touchstone_erased_candidate_id() AND person.erased_at IS NOT NULL)
  $$`);
  for (const signature of SIGNATURES) await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO ${APPLICATION_ROLE}`);
}

export async function dropErasure(runner: QueryRunner): Promise<void> {
  for (const signature of SIGNATURES) await runner.query(`DROP FUNCTION ${signature}`);
}

const SIGNATURES = ['touchstone_erases(uuid, uuid)', 'touchstone_erased_candidate_id()'] as const;

/**
 * Rows stay as they were written, their author's draft apart; a transaction that erases (`hers`) takes the words out of whole rows and leaves every other
 * column as it is. A policy sees the new row only; the function looks up the old one, as it was when the statement began.
 */
export async function eraseWordsAlone(
  runner: QueryRunner,
  table: string,
  hers: string,
  key: readonly string[],
  words: readonly string[],
): Promise<void> {
  const others = `ARRAY[${[...words, 'text_erased_at'].map((column) => `'${column}'`).join(', ')}]`;
  const conditions = [
    ...['organization_id', ...key].map((column) => `earlier."${column}" = later."${column}"`),
    ...words.map(
      (word) => `later."${word}" IS NOT DISTINCT FROM CASE WHEN earlier."${word}" <> '' THEN ${MARK} ELSE earlier."${word}" END`,
    ),
    `to_jsonb(earlier) - ${others} = to_jsonb(later) - ${others}`,
  ];
  await runner.query(
    `CREATE FUNCTION touchstone_only_words_erased(later "${table}") RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ ` +
      `SELECT EXISTS (SELECT 1 FROM public."${table}" earlier WHERE ${conditions.join(' AND ')}) $$`,
  );
  await runner.query(`GRANT EXECUTE ON FUNCTION touchstone_only_words_erased("${table}") TO ${APPLICATION_ROLE}`);
  await runner.query(
    `CREATE POLICY "${table}_words" ON "${table}" AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK (` +
      `("text_erased_at" IS NULL AND touchstone_erased_candidate_id() IS NULL) ` +
      `OR ("text_erased_at" IS NOT NULL AND ${hers} AND touchstone_only_words_erased("${table}")))`,
  );
  await keepOutOfStatistics(runner, table, words);
}

export async function dropWordsRule(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`DROP POLICY "${table}_words" ON "${table}"`);
  await runner.query(`DROP FUNCTION touchstone_only_words_erased("${table}")`);
}

/** Updates of these columns, and of no other. */
export async function grantUpdate(runner: QueryRunner, table: string, columns: readonly string[]): Promise<void> {
  await runner.query(`GRANT UPDATE (${columns.map((column) => `"${column}"`).join(', ')}) ON "${table}" TO ${APPLICATION_ROLE}`);
}

/** The planner has no use for words, and its samples of them would outlive their erasure until the next ANALYZE. */
export async function keepOutOfStatistics(runner: QueryRunner, table: string, columns: readonly string[]): Promise<void> {
  const actions = columns.map((column) => `ALTER COLUMN "${column}" SET STATISTICS 0`);
  await runner.query(`ALTER TABLE "${table}" ${actions.join(', ')}`);
}
