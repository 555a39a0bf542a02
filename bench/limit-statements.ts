/**
 * What the limit asks PostgreSQL: each answer is one prepared statement that returns the bytes of the response. Rubrics lie in
 * tables of their own, as a schema made for exactly these questions would have them.
 */

export const PREPARE_TABLES = [
  'CREATE SCHEMA limits',
  `CREATE TABLE limits.question AS
     SELECT v.id, v.title, upper(replace(v.kind, '-', '_')) AS kind, v.difficulty, v.minutes, v.category_slug, v.tags, d.document::jsonb ->> 'prompt' AS prompt
     FROM question_version v JOIN question_document d ON d.organization_id = v.organization_id AND d.content_hash = v.content_hash
     WHERE v.organization_id = $1`,
  `CREATE TABLE limits.criterion AS
     SELECT v.id AS version_id, c.place::integer AS place, c.value ->> 'id' AS id, c.value ->> 'title' AS title, (c.value ->> 'weight')::float8 AS weight
     FROM question_version v JOIN question_document d ON d.organization_id = v.organization_id AND d.content_hash = v.content_hash
     CROSS JOIN LATERAL jsonb_array_elements(d.document::jsonb #> '{rubric,criteria}') WITH ORDINALITY AS c(value, place)
     WHERE v.organization_id = $1`,
  `CREATE TABLE limits.anchor AS
     SELECT v.id AS version_id, c.place::integer AS place, a.key::integer AS level, a.value AS text
     FROM question_version v JOIN question_document d ON d.organization_id = v.organization_id AND d.content_hash = v.content_hash
     CROSS JOIN LATERAL jsonb_array_elements(d.document::jsonb #> '{rubric,criteria}') WITH ORDINALITY AS c(value, place)
     CROSS JOIN LATERAL jsonb_each_text(c.value -> 'anchors') AS a(key, value)
     WHERE v.organization_id = $1`,
  'ALTER TABLE limits.question ADD PRIMARY KEY (id)',
  'CREATE INDEX ON limits.question (title, id)',
  'ALTER TABLE limits.criterion ADD PRIMARY KEY (version_id, place)',
  'ALTER TABLE limits.anchor ADD PRIMARY KEY (version_id, place, level)',
  'ANALYZE limits.question, limits.criterion, limits.anchor',
] as const;

const version = (q: string): string => `json_build_object(
  'id', ${q}.id, 'title', ${q}.title, 'kind', ${q}.kind, 'difficulty', ${q}.difficulty, 'minutes', ${q}.minutes, 'categorySlug', ${q}.category_slug, 'tags', ${q}.tags,
  'prompt', ${q}.prompt, 'rubric', json_build_object('criteria', (
    SELECT json_agg(json_build_object('id', c.id, 'title', c.title, 'weight', c.weight, 'anchors', (
      SELECT json_agg(json_build_object('level', a.level, 'text', a.text) ORDER BY a.level)
      FROM limits.anchor a WHERE a.version_id = c.version_id AND a.place = c.place)) ORDER BY c.place)
    FROM limits.criterion c WHERE c.version_id = ${q}.id)))`;

/** $1: how many and one; $2, $3: title and id after which the page begins. */
export const LIST_BYTES = `
  WITH page AS (
    SELECT q.*, row_number() OVER (ORDER BY q.title, q.id) AS place FROM (
      SELECT * FROM limits.question WHERE (title, id) > ($2::text, $3::uuid) ORDER BY title, id LIMIT $1::integer) q)
  SELECT json_build_object('data', json_build_object('questions', json_build_object(
    'edges', (SELECT json_agg(json_build_object('node', json_build_object('version', ${version('q')})) ORDER BY q.place) FROM page q WHERE q.place < $1::integer),
    'pageInfo', json_build_object('hasNextPage', (SELECT count(*) FROM page) = $1::integer, 'endCursor', (SELECT title FROM page WHERE place = $1::integer - 1)))))::text AS body`;

/** $1: organization; $2: kit. */
export const KIT_BYTES = `
  SELECT json_build_object('data', json_build_object('kit', json_build_object('id', k.id, 'name', k.name, 'rounds', (
    SELECT json_agg(json_build_object('name', r.value ->> 'name', 'minutes', (r.value ->> 'minutes')::integer, 'items', (
      SELECT json_agg(json_build_object('plannedMinutes', i.planned_minutes, 'questionVersion', ${version('q')}) ORDER BY i.position)
      FROM kit_item i JOIN limits.question q ON q.id = i.question_version_id
      WHERE i.organization_id = k.organization_id AND i.kit_id = k.id AND i.round_index = r.place - 1)) ORDER BY r.place)
    FROM jsonb_array_elements(k.rounds) WITH ORDINALITY AS r(value, place)))))::text AS body
  FROM kit k WHERE k.organization_id = $1 AND k.id = $2`;

/** $1: organization; $2: scorecard; $3: question version; $4: criterion; $5: level; $6: evidence. */
export const RATE_BYTES = `
  INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at)
  SELECT $1, card.id, $3, $4, $5, $6, '', '{}', now() FROM scorecard card WHERE card.organization_id = $1 AND card.id = $2 AND card.status = 'DRAFT'
  RETURNING json_build_object('data', json_build_object('saveRating', json_build_object('rating', json_build_object('criterion', criterion, 'level', level))))::text AS body`;

/** $1: organization; $2: scorecard; $3: its ratings. Submits the card with them, marks its seat, and opens the seal of its loop where it was the last one. */
export const SUBMIT_BYTES = `
  WITH given AS (
    INSERT INTO rating (organization_id, scorecard_id, question_version_id, criterion, level, evidence, judgement, probes_used, rated_at)
    SELECT $1, $2, r.*, '', '{}', now() FROM jsonb_to_recordset($3::jsonb) AS r("questionVersionId" uuid, "criterion" text, "level" integer, "evidence" text)),
  card AS (
    UPDATE scorecard SET status = 'SUBMITTED', recommendation = 'HIRE', submitted_at = now(), revision = revision + 1
    WHERE organization_id = $1 AND id = $2 AND status = 'DRAFT' RETURNING id, seat_id, loop_id, status),
  seat AS (
    UPDATE panel_seat SET submitted_at = now() FROM card WHERE panel_seat.organization_id = $1 AND panel_seat.id = card.seat_id RETURNING panel_seat.id),
  opened AS (
    UPDATE loop SET seal_opened_at = now() FROM card WHERE loop.organization_id = $1 AND loop.id = card.loop_id AND NOT EXISTS (
      SELECT 1 FROM panel_seat other WHERE other.organization_id = $1 AND other.loop_id = card.loop_id AND other.id <> card.seat_id AND other.submitted_at IS NULL))
  SELECT json_build_object('data', json_build_object('submitScorecard', json_build_object('scorecard', json_build_object('id', id, 'status', status))))::text AS body FROM card`;
