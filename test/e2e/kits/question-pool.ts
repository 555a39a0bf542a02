import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { canonicalQuestion, parseBankFile, type QuestionDocument } from '@touchstone/bank-format';
import { globalId } from '@touchstone/platform/graphql';
import type { Person, World } from '@touchstone/testing';

/** A question as these tests need it; what is left out does not matter to them. */
export interface TestQuestion {
  readonly slug: string;
  readonly category?: string;
  readonly kind?: string;
  readonly minutes?: number;
  readonly difficulty?: number;
  readonly competencies?: readonly string[];
  readonly usage?: 'live' | 'training';
  readonly enemies?: readonly string[];
  readonly family?: string | null;
}

export interface PlacedQuestion {
  readonly slug: string;
  /** Global ids. */
  readonly id: string;
  readonly versionId: string;
  readonly localId: string;
}

/** Writes approved questions straight into the tables, as the owner: many at once, all with one document. */
export async function placeQuestions(
  world: World,
  person: Person,
  questions: readonly TestQuestion[],
): Promise<Map<string, PlacedQuestion>> {
  const [document] = trainingDocuments() as [QuestionDocument];
  const hash = await placeDocument(world, person, document);
  const rows = questions.map((question) => ({
    id: randomUUID(),
    versionId: randomUUID(),
    slug: question.slug,
    category: question.category ?? 'spark-tuning',
    kind: question.kind ?? 'technical-depth',
    minutes: question.minutes ?? 10,
    difficulty: question.difficulty ?? 3,
    competencies: question.competencies ?? ['st-diagnose-evidence'],
    usage: question.usage ?? 'live',
    enemies: question.enemies ?? [],
    family: question.family ?? null,
  }));
  await insert(world, person, hash, rows);
  return placedBySlug(person, rows);
}

/** The six training questions of the shipped bank, as they are in the organization or placed there. */
export async function trainingQuestions(world: World, person: Person): Promise<Map<string, PlacedQuestion>> {
  const present: { id: string; versionId: string; slug: string }[] = await world.owner.query(
    `SELECT id, approved_version_id AS "versionId", slug FROM question WHERE organization_id = $1 AND slug LIKE 'gold-%'`,
    [person.organizationId],
  );
  if (present.length > 0) return placedBySlug(person, present);
  const rows = [];
  for (const document of trainingDocuments()) {
    const row = {
      id: randomUUID(),
      versionId: randomUUID(),
      slug: document.id,
      category: document.category,
      kind: document.kind,
      minutes: Math.ceil(document.minutes.target),
      difficulty: document.difficulty,
      competencies: document.competencies,
      usage: document.usage,
      enemies: document.enemies,
      family: document.variants.family ?? null,
    };
    await insert(world, person, await placeDocument(world, person, document), [row]);
    rows.push(row);
  }
  return placedBySlug(person, rows);
}

/** A new approved version of a question, which replaces the one that stands for it. */
export async function newVersion(world: World, person: Person, question: PlacedQuestion): Promise<string> {
  const versionId = randomUUID();
  const columns =
    'question_id, status, content_hash, category_slug, kind, difficulty, seniority, tags, competency_slugs, usage, enemies, variant_family, search, author_id, editor_ids, created_at, approved_at';
  await world.owner.query(
    `INSERT INTO question_version (organization_id, id, number, title, minutes, ${columns})
     SELECT organization_id, $3, 2, 'Second', minutes + 1, ${columns} FROM question_version WHERE organization_id = $1 AND question_id = $2 AND number = 1`,
    [person.organizationId, question.localId, versionId],
  );
  await world.owner.query('UPDATE question SET approved_version_id = $3, latest_version_id = $3 WHERE organization_id = $1 AND id = $2', [
    person.organizationId,
    question.localId,
    versionId,
  ]);
  return globalId('QuestionVersion', person.organizationId, versionId);
}

/** Retires every approved version of a question. */
export async function retire(world: World, person: Person, question: PlacedQuestion): Promise<void> {
  await world.owner.query('UPDATE question SET retired_number = 99, retired_at = now() WHERE organization_id = $1 AND id = $2', [
    person.organizationId,
    question.localId,
  ]);
}

export async function roleProfileId(person: Person, slug = 'big-data-technical-lead'): Promise<string> {
  const { roleProfiles } = await person.client.ask<{ roleProfiles: { id: string; slug: string }[] }>('{ roleProfiles { id slug } }');
  return roleProfiles.find((profile) => profile.slug === slug)?.id ?? '';
}

interface Row extends Required<Omit<TestQuestion, 'family'>> {
  readonly id: string;
  readonly versionId: string;
  readonly family: string | null;
}

async function insert(world: World, { organizationId, memberId }: Person, hash: string, rows: readonly Row[]): Promise<void> {
  const table = JSON.stringify(rows);
  const shape =
    '(id uuid, "versionId" uuid, slug text, category text, kind text, minutes int, difficulty int, competencies text[], usage text, enemies text[], family text)';
  await world.owner.query(
    `INSERT INTO question (organization_id, id, slug, category_id, owner_id, latest_version_id, approved_version_id, created_at)
     SELECT $1, r.id, r.slug, c.id, $2, r."versionId", r."versionId", now() FROM jsonb_to_recordset($3::jsonb) AS r ${shape}
     JOIN category c ON c.organization_id = $1 AND c.slug = r.category`,
    [organizationId, memberId, table],
  );
  await world.owner.query(
    `INSERT INTO question_version (organization_id, id, question_id, number, status, content_hash, title, category_slug, kind, difficulty, minutes, seniority, tags,
       competency_slugs, usage, enemies, variant_family, search, author_id, editor_ids, created_at, approved_at)
     SELECT $1, r."versionId", r.id, 1, 'APPROVED', $4, r.slug, r.category, r.kind, r.difficulty, r.minutes, '{lead}', '{}', r.competencies, r.usage, r.enemies,
       r.family, to_tsvector('english', r.slug), $2, ARRAY[$2::uuid], now(), now() FROM jsonb_to_recordset($3::jsonb) AS r ${shape}`,
    [organizationId, memberId, table, hash],
  );
}

async function placeDocument(world: World, { organizationId }: Person, document: QuestionDocument): Promise<string> {
  const text = canonicalQuestion(document);
  const hash = createHash('sha256').update(text).digest('hex');
  await world.owner.query(
    'INSERT INTO question_document (organization_id, content_hash, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [organizationId, hash, text],
  );
  return hash;
}

function trainingDocuments(): QuestionDocument[] {
  const folder = join(__dirname, '../../../bank/training');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const parsed = parseBankFile(readFileSync(join(folder, name), 'utf8'));
      if (!parsed.ok) throw new Error(`${name} has faults`);
      return [...parsed.value.questions];
    });
}

const placedBySlug = (person: Person, rows: readonly { id: string; versionId: string; slug: string }[]): Map<string, PlacedQuestion> =>
  new Map(
    rows.map(({ id, versionId, slug }) => [
      slug,
      {
        slug,
        localId: id,
        id: globalId('Question', person.organizationId, id),
        versionId: globalId('QuestionVersion', person.organizationId, versionId),
      },
    ]),
  );
