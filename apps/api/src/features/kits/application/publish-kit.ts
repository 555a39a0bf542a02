import { Injectable } from '@nestjs/common';
import { type BrokenWish, transitionKit } from '@touchstone/interviewing/kits';
import { conflict, err, notFound, ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { RoleProfiles } from '../../competencies';
import { QuestionVersions } from '../../question-bank';
import { brokenWishes, type PublishKitError } from '../errors';
import { KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';
import { Drafts } from './drafts';
import { FactFinder } from './fact-finder';
import { FamilyWatch } from './family-watch';
import { freezeKit } from './freeze-kit';
import { layoutOf, reportOnKit } from './report-on-kit';

export interface PublishKitInput {
  readonly kitId: string | null;
  readonly expectedRevision: number;
  readonly idempotencyKey: string;
}

/** Freezes and hashes a draft. From then on it is what every candidate of its openings is asked. */
@Injectable()
export class PublishKit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly kits: KitRepository,
    private readonly facts: FactFinder,
    private readonly family: FamilyWatch,
    private readonly versions: QuestionVersions,
    private readonly profiles: RoleProfiles,
  ) {}

  async execute(actor: Actor, { idempotencyKey, ...input }: PublishKitInput): Promise<Result<{ kit: KitValue }, PublishKitError>> {
    const { organizationId } = actor;
    const published = await this.unitOfWork.write(
      actor,
      async (tx) => {
        const opened = await this.drafts.open(tx, organizationId, input);
        if (!opened.ok) return opened;
        const kit = opened.value;
        const status = transitionKit(kit.status, 'PUBLISH');
        if (!status.ok) return status;
        const items = kit.rounds.flatMap((round) => round.items);
        const versions = await this.versions.byIds(
          tx,
          organizationId,
          items.map(({ questionVersionId }) => questionVersionId),
        );
        const gone = [...versions.values()].filter((version) => version.status !== 'APPROVED').map(({ slug }) => slug);
        if (gone.length > 0)
          return err(
            conflict(`No longer approved: ${gone.join(', ')}. Swap these questions for others, or for their newest version.`, [
              'input',
              'kitId',
            ]),
          );

        const facts = await this.facts.find(tx, organizationId, { ...kit, items });
        const report = reportOnKit(layoutOf(kit.rounds, facts), facts, kit.report);
        const unlike = await this.family.brokenBy(tx, organizationId, kit);
        const violations = [...report.violations, ...unlike, ...emptyRounds(kit)];
        if (violations.length > 0) return err(brokenWishes(violations));
        const profile = await this.profiles.byId(tx, organizationId, kit.roleProfileId);
        if (profile === null) return err(notFound('role profile', ['input', 'kitId']));

        const frozen = freezeKit(profile, kit.rounds, (id) => versions.get(id)?.contentHash ?? '');
        await this.kits.change(tx, kit, { report, status: status.value, ...frozen, publishedBy: actor.memberId, publishedAt: tx.now });
        tx.audit({ action: 'kit.publish', subjectType: 'Kit', subjectId: kit.id, detail: { contentHash: frozen.contentHash } });
        return ok({ kitId: kit.id });
      },
      { once: { operation: 'kit.publish', key: idempotencyKey, input } },
    );
    if (!published.ok) return published;
    const kit = await this.unitOfWork.read(actor, (tx) => this.kits.byId(tx, organizationId, published.value.kitId));
    return kit === null ? err(notFound('kit', ['input', 'kitId'])) : ok({ kit });
  }
}

/** Wishes on numbers may be soft or absent; an interview without a question is none all the same. */
const emptyRounds = ({ rounds }: KitValue): BrokenWish[] =>
  rounds.flatMap(({ name, items }, index) =>
    items.length > 0 ? [] : [{ wish: `round${index + 1}.empty`, message: `Round '${name}' has no question.` }],
  );
