import { createHash, randomUUID } from 'node:crypto';
import type { Role } from '@touchstone/interviewing/access';
import { globalId, readGlobalId } from '@touchstone/platform/graphql';
import type { Person, World } from '@touchstone/testing';
import { sampleQuestion } from '../../../libs/bank-format/test/sample-question';
import { YEAR } from './dates';
import { change } from './requests';

const WISHES = {
  rounds: [],
  mandatoryCategories: [],
  excludedQuestionIds: [],
  mustHaveQuestionIds: [],
  enemies: [],
  includeTraining: false,
};
/** Two rounds: of two questions, and of one. A fourth question is approved and in no kit; a fifth is a draft. */
const ROUNDS = [
  ['Spark', [0, 1]],
  ['Leading', [2]],
] as const;

/** An organization with people, questions, a published kit and a rule, as the earlier rooms leave them. */
export class Stage {
  readonly versionIds: string[] = [];
  private readonly versions: { readonly questionId: string; readonly versionId: string }[] = [];
  readonly kitId: string;
  readonly draftKitId: string;
  readonly ruleId: string;
  readonly profileId: string;

  private constructor(
    readonly world: World,
    readonly admin: Person,
    readonly people: Readonly<Record<'coordinator' | 'manager' | 'ana' | 'bo' | 'cy' | 'auditor' | 'author', Person>>,
    private readonly ids: { readonly kit: string; readonly draft: string; readonly rule: string; readonly profile: string },
  ) {
    this.kitId = this.global('Kit', ids.kit);
    this.draftKitId = this.global('Kit', ids.draft);
    this.ruleId = this.global('ScoringRule', ids.rule);
    this.profileId = this.global('RoleProfile', ids.profile);
  }

  static async in(world: World): Promise<Stage> {
    const admin = await world.organization();
    const member = (role: Role, name: string): Promise<Person> => world.member(admin, [role], name);
    const people = {
      coordinator: await member('COORDINATOR', 'Coco'),
      manager: await member('HIRING_MANAGER', 'Hanna'),
      ana: await member('INTERVIEWER', 'Ana'),
      bo: await member('INTERVIEWER', 'Bo'),
      cy: await member('INTERVIEWER', 'Cy'),
      auditor: await member('AUDITOR', 'Audrey'),
      author: await member('AUTHOR', 'Arthur'),
    };
    const stage = new Stage(world, admin, people, { kit: randomUUID(), draft: randomUUID(), rule: randomUUID(), profile: randomUUID() });
    await stage.build();
    return stage;
  }

  global(noun: string, id: string): string {
    return globalId(noun, this.admin.organizationId, id);
  }

  member(person: Person): string {
    return globalId('Member', person.organizationId, person.memberId);
  }

  opening(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    const { manager, ana, bo, cy } = this.people;
    return {
      title: 'Big Data Technical Lead',
      roleProfileId: this.profileId,
      kitId: this.kitId,
      scoringRuleId: this.ruleId,
      hiringManagerId: this.member(manager),
      panelistIds: [ana, bo, cy].map((person) => this.member(person)),
      timeZone: 'Europe/Madrid',
      idempotencyKey: randomUUID(),
      ...changes,
    };
  }

  async madeOpening(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return (await change(this.people.coordinator, 'createOpening', this.opening(changes), 'opening { id }')).opening.id;
  }

  /** A fresh candidate, her application for a fresh or given opening, and the loop. */
  async loop(openingId?: string): Promise<{ loopId: string; candidateId: string; openingId: string }> {
    const { coordinator } = this.people;
    const opening = openingId ?? (await this.madeOpening());
    const { candidate } = await change(
      coordinator,
      'createCandidate',
      { name: 'Cara Candidate', idempotencyKey: randomUUID() },
      'candidate { id }',
    );
    const input = { candidateId: candidate.id, openingId: opening, idempotencyKey: randomUUID() };
    const { application } = await change(coordinator, 'createApplication', input, 'application { loop { id } }');
    return { loopId: application.loop.id, candidateId: candidate.id, openingId: opening };
  }

  round(
    roundIndex: number,
    seats: readonly (readonly [Person, string])[],
    startsAt = `${YEAR}-12-0${roundIndex + 1}T09:00:00Z`,
  ): Record<string, unknown> {
    return {
      roundIndex,
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
      timeZone: 'Europe/Madrid',
      seats: seats.map(([person, kind]) => ({ memberId: this.member(person), kind })),
    };
  }

  /** A loop with both rounds planned: Ana leads the first beside Bo, Bo leads the second. */
  async plannedLoop(
    openingId?: string,
  ): Promise<{ loopId: string; candidateId: string; openingId: string; first: string; second: string }> {
    const { coordinator, ana, bo } = this.people;
    const made = await this.loop(openingId);
    const rounds = [
      this.round(0, [
        [ana, 'LEAD'],
        [bo, 'INTERVIEWER'],
      ]),
      this.round(1, [[bo, 'LEAD']]),
    ];
    const { loop } = await change(
      coordinator,
      'planLoop',
      { loopId: made.loopId, rounds, idempotencyKey: randomUUID() },
      'loop { interviews { id } }',
    );
    return { ...made, first: loop.interviews[0].id, second: loop.interviews[1].id };
  }

  /** Marks the seat of a person as if its scorecard had been submitted. */
  async submitted(interviewId: string, person: Person): Promise<void> {
    await this.world.owner.query(
      'UPDATE panel_seat SET submitted_at = now() WHERE organization_id = $1 AND interview_id = $2 AND member_id = $3',
      [this.admin.organizationId, local(interviewId), person.memberId],
    );
  }

  private async build(): Promise<void> {
    const { admin, ids } = this;
    const now = this.world.clock.now();
    await this.insert('role_profile', { id: ids.profile, slug: `lead-${ids.profile}`, name: 'Lead' });
    const categoryId = await this.insert('category', {
      slug: `c-${randomUUID()}`,
      name: 'Spark',
      domain: 'technical',
      mandatory: true,
      position: 99,
    });
    for (const number of [1, 2, 3, 4, 5]) await this.question(categoryId, number, number === 5 ? 'DRAFT' : 'APPROVED', now);
    const rounds = ROUNDS.map(([name, indexes]) => ({
      name,
      minutes: 60,
      items: indexes.map((index) => ({ ...this.item(index), plannedMinutes: 15 })),
    }));
    for (const [id, status] of [
      [ids.kit, 'PUBLISHED'],
      [ids.draft, 'DRAFT'],
    ] as const) {
      const published = status === 'PUBLISHED';
      await this.insert('kit', {
        id,
        name: `Kit ${id}`,
        role_profile_id: ids.profile,
        family_id: id,
        status,
        wishes: JSON.stringify(WISHES),
        rounds: JSON.stringify(rounds),
        report: '{}',
        created_by: admin.memberId,
        created_at: now,
        content_hash: published ? 'hash' : null,
        published_by: published ? admin.memberId : null,
        published_at: published ? now : null,
      });
    }
    const rule = {
      method: 'WEIGHTED_MEAN',
      competencyWeights: { 'st-diagnose-evidence': 100 },
      mustHaves: [],
      cutOffs: { hire: 3.5 },
      missing: 'REPORT',
      scale: { min: 1, max: 5 },
    };
    await this.insert('scoring_rule', {
      id: ids.rule,
      name: 'Rule',
      rule: JSON.stringify(rule),
      content_hash: 'hash',
      created_by: admin.memberId,
      created_at: now,
    });
  }

  private item(index: number): { questionId: string; questionVersionId: string } {
    const version = this.versions[index];
    if (version === undefined) throw new Error('no such question');
    return { questionId: version.questionId, questionVersionId: version.versionId };
  }

  private async question(categoryId: string, number: number, status: string, now: Date): Promise<void> {
    const document = { ...sampleQuestion, id: `stage-${randomUUID()}`, title: `Question ${number}` };
    const text = JSON.stringify(document);
    const hash = createHash('sha256').update(text).digest('hex');
    const { organizationId, memberId } = this.admin;
    await this.world.owner.query('INSERT INTO question_document (organization_id, content_hash, document) VALUES ($1, $2, $3)', [
      organizationId,
      hash,
      text,
    ]);
    const versionId = randomUUID();
    const approved = status === 'APPROVED' ? versionId : null;
    const questionId = await this.insert('question', {
      slug: document.id,
      category_id: categoryId,
      owner_id: memberId,
      latest_version_id: versionId,
      approved_version_id: approved,
      created_at: now,
    });
    await this.insert('question_version', {
      id: versionId,
      question_id: questionId,
      number: 1,
      status,
      content_hash: hash,
      title: document.title,
      category_slug: document.category,
      kind: document.kind,
      difficulty: 3,
      minutes: 10,
      seniority: ['lead'],
      tags: [],
      competency_slugs: document.competencies,
      usage: 'live',
      search: 'question',
      author_id: memberId,
      editor_ids: [],
      created_at: now,
      approved_at: approved && now,
    });
    this.versions.push({ questionId, versionId });
    this.versionIds.push(this.global('QuestionVersion', versionId));
  }

  private async insert(table: string, columns: Readonly<Record<string, unknown>>): Promise<string> {
    const row: Record<string, unknown> = { organization_id: this.admin.organizationId, id: randomUUID(), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join(', ');
    await this.world.owner.query(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`,
      Object.values(row),
    );
    return String(row['id']);
  }
}

/** The UUID behind a global id. */
export const local = (id: string): string => readGlobalId(id)?.id ?? '';
