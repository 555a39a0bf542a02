import { createHash, randomUUID } from 'node:crypto';
import { newId } from '@touchstone/platform/time/new-id';
import type { QuestionDocument } from '@touchstone/bank-format';
import type { SeatKind } from '@touchstone/interviewing/interviews';
import type { AssemblyReport, BlueprintWishes, ScoringRule } from '@touchstone/interviewing/kits';
import type { Person, World } from '@touchstone/testing';
import { sampleQuestion } from '../../../libs/bank-format/test/sample-question';

/** Who sits where, in which state. A seat is a person and a kind. */
export interface RoundPlan {
  readonly status?: 'SCHEDULED' | 'IN_PROGRESS' | 'ENDED' | 'CANCELLED' | 'NO_SHOW';
  readonly seats: readonly (readonly [Person, SeatKind])[];
  /** Which of the two questions; both unless said. */
  readonly questions?: readonly (0 | 1)[];
}

export interface BuiltLoop {
  readonly id: string;
  readonly applicationId: string;
  readonly candidateId: string;
  readonly openingId: string;
  readonly interviews: readonly { readonly id: string; readonly seats: readonly string[] }[];
}

export interface LoopOptions {
  readonly sealPolicy?: string;
  readonly hiringManager?: Person;
  /** A loop of the same opening. */
  readonly beside?: BuiltLoop;
  /** Of a candidate who has a loop already. */
  readonly candidateId?: string;
}

/** A kit that was put together by hand: it wishes nothing and reports nothing. */
const WISHES: BlueprintWishes = {
  rounds: [],
  mandatoryCategories: [],
  excludedQuestionIds: [],
  mustHaveQuestionIds: [],
  enemies: [],
  includeTraining: false,
};
const REPORT: AssemblyReport = {
  status: 'EDITED',
  solver: 'by hand',
  objective: 0,
  bound: 0,
  gap: 0,
  seconds: null,
  score: { coverage: 0, quality: 0, exposure: 0, closeness: 0, softWishes: 0 },
  slack: [],
  violations: [],
  coverage: [],
  poolSize: 2,
  trainingQuestions: 0,
};

export const CRITERIA = ['c1', 'c2'] as const;
const RULE: ScoringRule = {
  method: 'WEIGHTED_MEAN',
  competencyWeights: { 'st-diagnose-evidence': 60, 'ec-problem-solving': 40 },
  mustHaves: [{ competency: 'st-diagnose-evidence', minimum: 2 }],
  cutOffs: { hire: 3.5, strongHire: 4.5 },
  missing: 'REPORT',
  scale: { min: 1, max: 5 },
};

/**
 * The rows a scorecard stands on, written as the owner of the tables, so that these tests ask nothing of the verbs of other rooms:
 * two approved questions of two criteria each, a kit, a rule, an opening, and loops with any panel in any state.
 */
export class LoopFixture {
  readonly versions: string[] = [];
  readonly kits = new Map<string, string>();
  private scoringRuleId = '';
  private roleProfileId = '';
  private categoryId = '';
  private reviewerId = '';
  private readonly questionIds: string[] = [];

  private constructor(
    readonly world: World,
    readonly admin: Person,
    private readonly rule: ScoringRule,
  ) {}

  static async in(world: World, admin: Person, rule: ScoringRule = RULE): Promise<LoopFixture> {
    const fixture = new LoopFixture(world, admin, rule);
    await fixture.build();
    return fixture;
  }

  async loop(
    rounds: readonly RoundPlan[],
    { sealPolicy = 'ALL_SUBMITTED', hiringManager = this.admin, beside, candidateId: known }: LoopOptions = {},
  ): Promise<BuiltLoop> {
    const kitId = await this.kit(rounds);
    const openingId =
      beside?.openingId ??
      (await this.insert('opening', {
        title: 'Lead',
        role_profile_id: this.roleProfileId,
        kit_id: kitId,
        scoring_rule_id: this.scoringRuleId,
        hiring_manager_id: hiringManager.memberId,
        time_zone: 'Europe/Berlin',
        status: 'OPEN',
        created_at: this.now,
      }));
    const person = { name: 'Cara Candidate', email: `${randomUUID()}@example.org`, created_at: this.now };
    const candidateId = known ?? (await this.insert('candidate', person));
    const applicationId = await this.insert('application', { candidate_id: candidateId, opening_id: openingId, created_at: this.now });
    const id = await this.insert('loop', {
      application_id: applicationId,
      kit_id: kitId,
      scoring_rule_id: this.scoringRuleId,
      seal_policy: sealPolicy,
      created_at: this.now,
    });
    const interviews = [];
    for (const [index, round] of rounds.entries()) interviews.push(await this.interview(id, index, round));
    return { id, applicationId, candidateId, openingId, interviews };
  }

  /** Writes one row as the owner and gives its id. */
  async insert(table: string, columns: Readonly<Record<string, unknown>>): Promise<string> {
    const row = { organization_id: this.admin.organizationId, id: newId(), ...columns } as Record<string, unknown>;
    const names = Object.keys(row);
    await this.world.owner.query(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row).map((value) =>
        value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value) ? JSON.stringify(value) : value,
      ),
    );
    return row['id'] as string;
  }

  private get now(): Date {
    return this.world.clock.now();
  }

  /** Kits and questions are settled for a while when interviews are held with them. */
  private get lately(): Date {
    return new Date(this.now.getTime() - 3_600_000);
  }

  private async interview(loopId: string, index: number, { status = 'ENDED', seats }: RoundPlan): Promise<BuiltLoop['interviews'][number]> {
    const startsAt = new Date(this.now.getTime() - 3_600_000 + index * 60_000);
    const id = await this.insert('interview', {
      loop_id: loopId,
      round_index: index,
      round_name: `Round ${index + 1}`,
      status,
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + 1_800_000),
      time_zone: 'Europe/Berlin',
      started_at: status === 'IN_PROGRESS' || status === 'ENDED' ? startsAt : null,
      ended_at: status === 'ENDED' ? this.now : null,
      created_at: this.now,
    });
    const ids = [];
    for (const [person, kind] of seats)
      ids.push(
        await this.insert('panel_seat', { interview_id: id, loop_id: loopId, member_id: person.memberId, kind, created_at: this.now }),
      );
    return { id, seats: ids };
  }

  private async kit(rounds: readonly RoundPlan[]): Promise<string> {
    const planned = rounds.map(({ questions = [0, 1] }, index) => ({
      name: `Round ${index + 1}`,
      minutes: 60,
      items: questions
        .filter((question) => rounds.slice(0, index).every((earlier) => !(earlier.questions ?? [0, 1]).includes(question)))
        .map((question) => ({
          questionId: this.questionIds[question],
          questionVersionId: this.versions[question],
          plannedMinutes: 15,
        })),
    }));
    const id = await this.insert('kit', {
      name: `Kit ${randomUUID()}`,
      blueprint_id: null,
      role_profile_id: this.roleProfileId,
      family_id: randomUUID(),
      status: 'PUBLISHED',
      wishes: WISHES,
      rounds: JSON.stringify(planned),
      report: REPORT,
      content_hash: 'hash',
      created_by: this.admin.memberId,
      created_at: this.now,
      published_by: this.admin.memberId,
      published_at: this.lately,
    });
    for (const [roundIndex, { items }] of planned.entries()) {
      for (const [position, { questionId, questionVersionId, plannedMinutes }] of items.entries()) {
        await this.world.owner.query(
          `INSERT INTO kit_item (organization_id, kit_id, question_id, question_version_id, round_index, position, planned_minutes) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [this.admin.organizationId, id, questionId, questionVersionId, roundIndex, position, plannedMinutes],
        );
      }
    }
    return id;
  }

  private async build(): Promise<void> {
    const mark = randomUUID().slice(0, 8);
    this.reviewerId = (await this.world.member(this.admin, ['REVIEWER'])).memberId;
    this.categoryId = await this.insert('category', {
      slug: `spark-tuning-${mark}`,
      name: 'Spark',
      domain: 'technical',
      mandatory: true,
      position: 1,
    });
    this.roleProfileId = await this.insert('role_profile', { slug: `lead-${mark}`, name: 'Lead' });
    this.scoringRuleId = await this.insert('scoring_rule', {
      name: 'Rule',
      rule: this.rule,
      content_hash: 'rule-hash',
      created_by: this.admin.memberId,
      created_at: this.now,
    });
    for (const number of [1, 2]) await this.question({ ...sampleQuestion, id: `sample-${mark}-${number}`, title: `Question ${number}` });
  }

  private async question(document: QuestionDocument): Promise<void> {
    const text = JSON.stringify(document);
    const contentHash = createHash('sha256').update(text).digest('hex');
    const { organizationId, memberId } = this.admin;
    await this.world.owner.query(`INSERT INTO question_document (organization_id, content_hash, document) VALUES ($1, $2, $3)`, [
      organizationId,
      contentHash,
      text,
    ]);
    const versionId = newId();
    const questionId = await this.insert('question', {
      slug: document.id,
      category_id: this.categoryId,
      owner_id: memberId,
      latest_version_id: versionId,
      approved_version_id: versionId,
      created_at: this.now,
    });
    await this.insert('question_version', {
      id: versionId,
      question_id: questionId,
      number: 1,
      status: 'APPROVED',
      content_hash: contentHash,
      title: document.title,
      category_slug: document.category,
      kind: document.kind,
      difficulty: document.difficulty,
      minutes: document.minutes.target,
      seniority: document.seniority,
      tags: document.tags,
      competency_slugs: document.competencies,
      usage: document.usage,
      search: 'question',
      author_id: memberId,
      editor_ids: [],
      created_at: this.now,
      approved_by: this.reviewerId,
      approved_at: this.lately,
    });
    this.versions.push(versionId);
    this.questionIds.push(questionId);
  }
}
