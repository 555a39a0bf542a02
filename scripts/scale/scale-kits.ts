import { createHash } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { AssemblyReport, BlueprintWishes, ScoringRule } from '@touchstone/interviewing/kits';
import { canonicalJson, ok, seededRandom } from '@touchstone/kernel';
import { UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import { RoleProfiles } from '../../apps/api/src/features/competencies';
import { Kits, type KitRoundValue, ScoringRules } from '../../apps/api/src/features/kits';
import { freezeKit } from '../../apps/api/src/features/kits';
import { type Picks, picksOf } from './picks';
import type { ScaleQuestion } from './scale-bank';
import type { ScalePerson } from './scale-people';

/** A published kit with its questions in place. */
export interface ScaleKit {
  readonly id: string;
  readonly roleProfileId: string;
  readonly rounds: readonly { readonly name: string; readonly minutes: number; readonly questions: readonly ScaleQuestion[] }[];
}

export interface ScaleGuides {
  readonly kits: readonly ScaleKit[];
  readonly rule: { readonly id: string; readonly contentHash: string; readonly rule: ScoringRule };
}

const KITS = 12;
const ROUNDS = ['Architecture', 'Hands-on', 'Leading'];
const ITEMS = 4;

/** A blueprint, published kits that follow it, and the scoring rule of all their openings. */
export async function makeGuides(
  app: INestApplicationContext,
  coordinator: ScalePerson,
  bank: readonly ScaleQuestion[],
  seed: number,
): Promise<ScaleGuides> {
  const { organizationId, memberId } = coordinator.actor;
  const picks = picksOf(seededRandom(seed));
  const made = await app.get(UnitOfWork).writeIn({ ...wholeOrganization(organizationId), memberId }, async (tx) => {
    const [profileRow] = await tx.query<{ id: string }>('SELECT id FROM role_profile WHERE organization_id = $1 ORDER BY slug LIMIT 1', [
      organizationId,
    ]);
    const profile = profileRow === undefined ? null : await app.get(RoleProfiles).byId(tx, organizationId, profileRow.id);
    if (profile === null) throw new Error('the framework has no role profile');
    const blueprintId = newId();
    await tx.query(
      'INSERT INTO blueprint (organization_id, id, name, role_profile_id, wishes, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [organizationId, blueprintId, 'Three rounds at scale', profile.id, JSON.stringify(WISHES), memberId, tx.now],
    );
    const kits: ScaleKit[] = [];
    for (let number = 1; number <= KITS; number += 1) {
      const kit: ScaleKit = { id: newId(), roleProfileId: profile.id, rounds: roundsFrom(bank, picks) };
      const rounds = kit.rounds.map(roundValue);
      await app.get(Kits).add(tx, {
        organizationId,
        id: kit.id,
        name: `Scale kit ${number}`,
        blueprintId,
        roleProfileId: profile.id,
        familyId: newId(),
        status: 'DRAFT',
        wishes: WISHES,
        rounds,
        report: reportOf(kit),
        document: null,
        contentHash: null,
        revision: 1,
        createdBy: memberId,
        createdAt: tx.now,
        publishedBy: null,
        publishedAt: null,
      });
      const draft = await app.get(Kits).byId(tx, organizationId, kit.id);
      if (draft === null) throw new Error('the kit was not kept');
      const hashes = new Map(
        kit.rounds.flatMap(({ questions }) => questions.map(({ versionId, contentHash }) => [versionId, contentHash] as const)),
      );
      const frozen = freezeKit(profile, rounds, (id) => hashes.get(id) ?? '');
      await app.get(Kits).change(tx, draft, { status: 'PUBLISHED', ...frozen, publishedBy: memberId, publishedAt: tx.now });
      tx.audit({ action: 'kit.publish', subjectType: 'Kit', subjectId: kit.id, detail: { contentHash: frozen.contentHash } });
      kits.push(kit);
    }
    const rule = ruleOf(profile.weights);
    const kept = { id: newId(), rule, contentHash: createHash('sha256').update(canonicalJson(rule)).digest('hex') };
    await app
      .get(ScoringRules)
      .add(tx, { organizationId, ...kept, name: 'Weighted mean, hire from 3.2', createdBy: memberId, createdAt: tx.now });
    tx.audit({ action: 'scoringRule.create', subjectType: 'ScoringRule', subjectId: kept.id, detail: { contentHash: kept.contentHash } });
    return ok({ kits, rule: kept });
  });
  if (!made.ok) throw new Error('the kits were not kept');
  return made.value;
}

const WISHES: BlueprintWishes = {
  rounds: ROUNDS.map((name) => ({
    name,
    minutes: { max: 60 },
    questions: { min: ITEMS, max: ITEMS },
    competencies: [],
    categories: [],
    kinds: [],
  })),
  mandatoryCategories: [],
  excludedQuestionIds: [],
  mustHaveQuestionIds: [],
  enemies: [],
  includeTraining: false,
};

/** Different questions throughout; minutes fit, because no question takes more than twelve. */
function roundsFrom(bank: readonly ScaleQuestion[], picks: Picks): ScaleKit['rounds'] {
  const chosen = picks.some(bank, ROUNDS.length * ITEMS);
  return ROUNDS.map((name, round) => ({ name, minutes: 60, questions: chosen.slice(round * ITEMS, (round + 1) * ITEMS) }));
}

const roundValue = ({ name, minutes, questions }: ScaleKit['rounds'][number]): KitRoundValue => ({
  name,
  minutes,
  items: questions.map(({ questionId, versionId, document }) => ({
    questionId,
    questionVersionId: versionId,
    plannedMinutes: Math.ceil(document.minutes.target),
  })),
});

/** Put together by lot, and the report says so: edited, not solved. */
const reportOf = ({ rounds }: ScaleKit): AssemblyReport => ({
  status: 'EDITED',
  solver: 'none',
  objective: 0,
  bound: 0,
  gap: 0,
  seconds: null,
  score: { coverage: 0, quality: 0, exposure: 0, closeness: 0, softWishes: 0 },
  slack: [],
  violations: [],
  coverage: [],
  poolSize: rounds.reduce((sum, { questions }) => sum + questions.length, 0),
  trainingQuestions: 0,
});

const ruleOf = (weights: readonly { readonly competencySlug: string; readonly weight: number }[]): ScoringRule => ({
  method: 'WEIGHTED_MEAN',
  competencyWeights: Object.fromEntries(weights.map(({ competencySlug, weight }) => [competencySlug, weight])),
  mustHaves: [],
  cutOffs: { hire: 3.2, strongHire: 4.2 },
  missing: 'REPORT',
  scale: { min: 1, max: 5 },
});
