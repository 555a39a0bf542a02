import { Injectable } from '@nestjs/common';
import type { Framework } from '@touchstone/bank-format';
import type { Transaction } from '@touchstone/platform/database';
import { newId } from '@touchstone/platform/time/new-id';

/** How many rows of each table a loading made or changed. */
export interface FrameworkChanges {
  readonly ratingScales: number;
  readonly categories: number;
  readonly competencies: number;
}

/**
 * Writes a framework file into an organization. Slugs are the identity: a new one is added, a known one takes over texts,
 * order and retirement, none is ever deleted. What is already so is not written again.
 */
@Injectable()
export class FrameworkRepository {
  async merge(tx: Transaction, organizationId: string, framework: Framework): Promise<FrameworkChanges> {
    return {
      ratingScales: await this.mergeScale(tx, organizationId, framework),
      categories: await this.mergeCategories(tx, organizationId, framework),
      competencies: await this.mergeCompetencies(tx, organizationId, framework),
    };
  }

  /** Adds the profile if its slug is new here; gives its id, or null where the organization has it already. */
  async addRoleProfile(
    tx: Transaction,
    organizationId: string,
    profile: { readonly slug: string; readonly name: string },
  ): Promise<string | null> {
    const [added] = await tx.query<{ id: string }>(
      `INSERT INTO role_profile (organization_id, id, slug, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (organization_id, slug) DO NOTHING RETURNING id`,
      [organizationId, newId(), profile.slug, profile.name],
    );
    return added?.id ?? null;
  }

  private async mergeScale(tx: Transaction, organizationId: string, { ratingScale }: Framework): Promise<number> {
    const added = await tx.query(
      `INSERT INTO rating_scale (organization_id, id, slug, name, levels, not_observed) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (organization_id, slug) DO NOTHING RETURNING id`,
      [
        organizationId,
        newId(),
        ratingScale.slug,
        ratingScale.name,
        JSON.stringify(ratingScale.levels),
        JSON.stringify(ratingScale.notObserved),
      ],
    );
    return added.length;
  }

  private async mergeCategories(tx: Transaction, organizationId: string, { categories }: Framework): Promise<number> {
    const changed = await tx.query(
      `INSERT INTO category AS old (organization_id, id, slug, name, domain, mandatory, position)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::integer[])
       ON CONFLICT (organization_id, slug) DO UPDATE
         SET name = excluded.name, domain = excluded.domain, mandatory = excluded.mandatory, position = excluded.position
       WHERE (old.name, old.domain, old.mandatory, old.position)
         IS DISTINCT FROM (excluded.name, excluded.domain, excluded.mandatory, excluded.position)
       RETURNING id`,
      [
        organizationId,
        categories.map(() => newId()),
        categories.map(({ slug }) => slug),
        categories.map(({ name }) => name),
        categories.map(({ domain }) => domain),
        categories.map(({ mandatory }) => mandatory),
        categories.map(({ position }) => position),
      ],
    );
    return changed.length;
  }

  private async mergeCompetencies(tx: Transaction, organizationId: string, { competencies }: Framework): Promise<number> {
    const changed = await tx.query(
      `INSERT INTO competency AS old (organization_id, id, category_id, slug, name, definition, position, retired_at)
       SELECT $1, n.id, g.id, n.slug, n.name, n.definition, n.position, CASE WHEN n.retired THEN $9::timestamptz END
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::boolean[])
         AS n (id, slug, category, name, definition, position, retired)
       JOIN category g ON g.organization_id = $1 AND g.slug = n.category
       ON CONFLICT (organization_id, slug) DO UPDATE
         SET category_id = excluded.category_id, name = excluded.name, definition = excluded.definition, position = excluded.position,
             retired_at = CASE WHEN excluded.retired_at IS NULL THEN NULL ELSE coalesce(old.retired_at, excluded.retired_at) END
       WHERE (old.category_id, old.name, old.definition, old.position, old.retired_at IS NULL)
         IS DISTINCT FROM (excluded.category_id, excluded.name, excluded.definition, excluded.position, excluded.retired_at IS NULL)
       RETURNING id`,
      [
        organizationId,
        competencies.map(() => newId()),
        competencies.map(({ slug }) => slug),
        competencies.map(({ category }) => category),
        competencies.map(({ name }) => name),
        competencies.map(({ definition }) => definition),
        competencies.map((_, index) => index + 1),
        competencies.map(({ retired }) => retired),
        tx.now,
      ],
    );
    return changed.length;
  }
}
