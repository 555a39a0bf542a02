import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { faultText, type Framework, parseFramework } from '@touchstone/bank-format';
import { ok } from '@touchstone/kernel';
import { shippedText } from '@touchstone/platform/configuration';
import { noOrganization, type Transaction, UnitOfWork, wholeOrganization } from '@touchstone/platform/database';
import { OrganizationFounding, Organizations } from '../../organizations';
import { FrameworkRepository } from '../persistence/framework.repository';
import { CompetencyRepository } from '../persistence/competency.repository';
import { RoleProfileRepository } from '../persistence/role-profile.repository';

/** The place of this room in the list of rooms. */
const ORDER = 3;

/**
 * Brings the shipped framework into an organization: whole when it is founded, and what is new or renamed in the file at
 * each later start. Competencies retire, nothing is deleted, and role profiles that an organization has are its own.
 */
@Injectable()
export class LoadFramework implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger(LoadFramework.name);
  private shipped: Framework | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly founding: OrganizationFounding,
    private readonly organizations: Organizations,
    private readonly framework: FrameworkRepository,
    private readonly competencies: CompetencyRepository,
    private readonly profiles: RoleProfileRepository,
  ) {}

  onModuleInit(): void {
    this.founding.addStep(ORDER, async (tx, { organizationId }) => {
      await this.load(tx, organizationId, this.shippedFramework());
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const ids = await this.unitOfWork.readIn(noOrganization, (tx) => this.organizations.ids(tx));
    for (const id of ids) await this.execute(id);
  }

  /** Loads into one organization, by default the shipped file. The answer says how many entries were added or changed. */
  async execute(organizationId: string, framework: Framework = this.shippedFramework()): Promise<number> {
    const loaded = await this.unitOfWork.writeIn(wholeOrganization(organizationId), async (tx) => {
      const changes = await this.load(tx, organizationId, framework);
      if (changes > 0)
        tx.audit({
          action: 'framework.load',
          subjectType: 'Organization',
          subjectId: organizationId,
          detail: { framework: framework.id, changes },
        });
      return ok(changes);
    });
    if (loaded.ok && loaded.value > 0) this.logger.log({ organizationId, changes: loaded.value }, 'framework brought up to date');
    return loaded.ok ? loaded.value : 0;
  }

  private async load(tx: Transaction, organizationId: string, framework: Framework): Promise<number> {
    const { ratingScales, categories, competencies } = await this.framework.merge(tx, organizationId, framework);
    const known = new Map((await this.competencies.all(tx, organizationId)).map(({ slug, id }) => [slug, id]));
    let profiles = 0;
    for (const { slug, name, weights } of framework.roleProfiles) {
      const id = await this.framework.addRoleProfile(tx, organizationId, { slug, name });
      if (id === null) continue;
      const lines = weights.map(({ competency, weight, critical, source }) => ({
        competencyId: known.get(competency) as string,
        weight,
        critical,
        source,
        changedBy: null,
        changedAt: tx.now,
      }));
      await this.profiles.addWeights(tx, organizationId, id, lines);
      profiles += 1;
    }
    return ratingScales + categories + competencies + profiles;
  }

  private shippedFramework(): Framework {
    if (this.shipped === null) {
      const parsed = parseFramework(shippedText('framework.yaml'));
      if (!parsed.ok) throw new Error(`bank/framework.yaml has faults:\n${parsed.error.map(faultText).join('\n')}`);
      this.shipped = parsed.value;
    }
    return this.shipped;
  }
}
