import { Injectable } from '@nestjs/common';
import { err, notFound, type NotFoundError, ok, type Result } from '@touchstone/kernel';
import { type FamilyKit, kitsOf, type SolvedFamily } from '@touchstone/kit-assembly';
import type { Transaction } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';
import type { KitsOrder } from '../persistence/assembly-value';
import { BlueprintRepository } from '../persistence/blueprint.repository';
import { KitFamilyRepository } from '../persistence/kit-family.repository';
import { KitRepository } from '../persistence/kit.repository';
import type { KitRoundValue } from '../persistence/kit-value';
import { AssemblyDesk } from './assembly-desk';
import type { AssemblyFacts } from './fact-finder';
import type { FamilyFacts, MemberFacts } from './family-facts';
import { reportOnFamily } from './family-report';
import { reportOnKit } from './report-on-kit';

export interface SolvedOrder {
  readonly name: string;
  readonly order: KitsOrder;
  readonly facts: FamilyFacts;
  readonly solved: SolvedFamily;
  /** Whose kits they are. */
  readonly memberId: string;
}

const LONGEST_NAME = 120;

/** Keeps what was assembled: all kits as drafts, and what makes them a family. A kit that is alone is its own family. */
@Injectable()
export class KitKeeper {
  constructor(
    private readonly blueprints: BlueprintRepository,
    private readonly families: KitFamilyRepository,
    private readonly kits: KitRepository,
    private readonly desk: AssemblyDesk,
  ) {}

  async keep(tx: Transaction, organizationId: string, made: SolvedOrder): Promise<Result<{ familyId: string }, NotFoundError>> {
    const { facts, solved, order, name, memberId } = made;
    for (const [index, { blueprint }] of facts.members.entries()) {
      // Thrown away while the solver worked.
      if ((await this.blueprints.hold(tx, organizationId, blueprint.id)) === null) return err(noBlueprint(index));
    }
    const familyId = newId();
    const alone = solved.kits.length === 1;
    if (!alone) {
      const report = reportOnFamily(solved, facts, this.desk.solverName);
      const members = facts.members.map(({ blueprint, kits }) => ({ blueprintId: blueprint.id, name: blueprint.name, kits }));
      const rules = { members, maxOverlap: order.maxOverlap, likeness: order.likeness };
      await this.families.add(tx, { organizationId, id: familyId, name, rules, report, createdBy: memberId, createdAt: tx.now });
      tx.audit({
        action: 'kitFamily.assemble',
        subjectType: 'KitFamily',
        subjectId: familyId,
        detail: { kits: solved.kits.length, status: report.status, blueprintIds: members.map(({ blueprintId }) => blueprintId) },
      });
    }
    const names = namesOf(name, facts);
    for (const [index, kit] of solved.kits.entries()) {
      const member = facts.members[kit.member];
      if (member === undefined) throw new TypeError('a kit without a blueprint');
      await this.keepOne(tx, {
        ...made,
        organizationId,
        id: alone ? familyId : newId(),
        familyId,
        name: names[index] ?? name,
        kit,
        member,
      });
    }
    return ok({ familyId });
  }

  private async keepOne(
    tx: Transaction,
    { organizationId, id, familyId, name, memberId, kit, member, solved }: SolvedOrder & OneKit,
  ): Promise<void> {
    const { blueprint, facts } = member;
    const report = reportOnKit(kit, facts, {
      status: solved.proof === 'optimal' ? 'OPTIMAL' : 'TIME_LIMIT',
      solver: this.desk.solverName,
      // With the other kits as they are, none in this place can have more.
      bound: solved.bound - (solved.objective - kit.score.total),
      seconds: solved.seconds,
    });
    await this.kits.add(tx, {
      organizationId,
      id,
      name,
      blueprintId: blueprint.id,
      roleProfileId: blueprint.roleProfileId,
      familyId,
      status: 'DRAFT',
      wishes: blueprint.wishes,
      rounds: roundsOf(kit, facts),
      report,
      document: null,
      contentHash: null,
      revision: 1,
      createdBy: memberId,
      createdAt: tx.now,
      publishedBy: null,
      publishedAt: null,
    });
    tx.audit({
      action: 'kit.assemble',
      subjectType: 'Kit',
      subjectId: id,
      detail: { blueprintId: blueprint.id, blueprintRevision: blueprint.revision, status: report.status, poolSize: report.poolSize },
    });
  }
}

interface OneKit {
  readonly organizationId: string;
  readonly id: string;
  readonly familyId: string;
  readonly kit: FamilyKit;
  readonly member: MemberFacts;
}

export const noBlueprint = (index: number): NotFoundError => notFound('blueprint', ['input', 'members', String(index), 'blueprintId']);

/** `Autumn 1`, `Autumn 2`; with several blueprints `Autumn, Lead Developer 1`. */
function namesOf(name: string, { family, members }: FamilyFacts): string[] {
  const all = kitsOf(family);
  if (all.length === 1) return [name];
  return all.map(({ member }, index) => {
    const number = all.slice(0, index).filter((other) => other.member === member).length + 1;
    const ofSeveral = (members[member]?.kits ?? 1) > 1 ? ` ${number}` : '';
    const whose = members.length > 1 ? `, ${members[member]?.blueprint.name ?? ''}` : '';
    const room = LONGEST_NAME - ofSeveral.length;
    return `${[...`${name}${whose}`].slice(0, room).join('')}${ofSeveral}`;
  });
}

const roundsOf = (kit: FamilyKit, { blueprint, bySlug }: AssemblyFacts): KitRoundValue[] =>
  kit.rounds.map(({ name, items }, index) => ({
    name,
    minutes: blueprint.rounds[index]?.minutes.max ?? 0,
    items: items.flatMap(({ questionId: slug, plannedMinutes }) => {
      const candidate = bySlug.get(slug);
      return candidate === undefined
        ? []
        : [{ questionId: candidate.questionId, questionVersionId: candidate.questionVersionId, plannedMinutes }];
    }),
  }));
