import { Injectable } from '@nestjs/common';
import type { KnownFramework } from '@touchstone/bank-format';
import { DEFAULT_SCALE, SCALE_LEVELS } from '@touchstone/interviewing/competencies';
import type { Transaction } from '@touchstone/platform/database';
import { RatingScaleRecord } from './rating-scale.record';

export interface CategoryValue {
  readonly organizationId: string;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly domain: string;
  readonly mandatory: boolean;
  readonly position: number;
  readonly retiredAt: Date | null;
}

export interface CompetencyValue {
  readonly organizationId: string;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly definition: string;
  readonly position: number;
  readonly categorySlug: string;
  readonly categoryName: string;
  readonly retiredAt: Date | null;
}

/** The slug of the scale that questions are rated on unless they say otherwise. */
const STANDARD_SCALE = 'standard';

/** The competency framework of one organization: categories, competencies, scales. A few hundred rows at most, so it is read whole. */
@Injectable()
export class CompetencyRepository {
  /** Every category, retired ones too, in the order of the framework. */
  categories(tx: Transaction, organizationId: string): Promise<CategoryValue[]> {
    return tx.query<CategoryValue>(
      `SELECT organization_id AS "organizationId", id, slug, name, domain, mandatory, position, retired_at AS "retiredAt"
       FROM category WHERE organization_id = $1 ORDER BY position, id`,
      [organizationId],
    );
  }

  /** Every competency, retired ones too, in the order of the framework. */
  all(tx: Transaction, organizationId: string): Promise<CompetencyValue[]> {
    return tx.query<CompetencyValue>(
      `SELECT c.organization_id AS "organizationId", c.id, c.slug, c.name, c.definition, c.position,
              g.slug AS "categorySlug", g.name AS "categoryName", c.retired_at AS "retiredAt"
       FROM competency c JOIN category g ON g.organization_id = c.organization_id AND g.id = c.category_id
       WHERE c.organization_id = $1 ORDER BY c.position, c.id`,
      [organizationId],
    );
  }

  ratingScales(tx: Transaction, organizationId: string): Promise<RatingScaleRecord[]> {
    return tx.manager.find(RatingScaleRecord, { where: { organizationId }, order: { slug: 'ASC' } });
  }

  /** What checks of questions and blueprints need to know: only what is in use. */
  async known(tx: Transaction, organizationId: string): Promise<KnownFramework> {
    const categories = await this.categories(tx, organizationId);
    const competencies = await this.all(tx, organizationId);
    const profiles = await tx.query<{ slug: string }>('SELECT slug FROM role_profile WHERE organization_id = $1', [organizationId]);
    const scales = await this.ratingScales(tx, organizationId);
    const levels = scales.find(({ slug }) => slug === STANDARD_SCALE)?.levels.map(({ value }) => value) ?? [];
    const inUse = <T extends { readonly retiredAt: Date | null }>(entries: readonly T[]): readonly T[] =>
      entries.filter(({ retiredAt }) => retiredAt === null);
    return {
      categories: new Set(inUse(categories).map(({ slug }) => slug)),
      competencies: new Map(inUse(competencies).map(({ slug, categorySlug }) => [slug, categorySlug])),
      roleProfiles: new Set(profiles.map(({ slug }) => slug)),
      levels: levels.length >= SCALE_LEVELS.min ? levels : defaultLevels,
    };
  }
}

const defaultLevels = Array.from({ length: DEFAULT_SCALE.max - DEFAULT_SCALE.min + 1 }, (_, index) => DEFAULT_SCALE.min + index);
