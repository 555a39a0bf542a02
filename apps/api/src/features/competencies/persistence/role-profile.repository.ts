import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

/** One line of a role profile, with what is needed to show it. */
export interface RoleProfileWeight {
  readonly competencyId: string;
  readonly competencySlug: string;
  readonly competencyName: string;
  readonly definition: string;
  readonly position: number;
  readonly retiredAt: Date | null;
  readonly categorySlug: string;
  readonly categoryName: string;
  /** Percent; the weights of a profile add up to 100. */
  readonly weight: number;
  readonly critical: boolean;
  readonly source: string;
  /** The member who changed it last; null = as shipped. */
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

export interface RoleProfileValue {
  readonly organizationId: string;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly revision: number;
  /** In the order of the framework. */
  readonly weights: readonly RoleProfileWeight[];
}

/** A line as it is written. */
export interface RoleProfileLine {
  readonly competencyId: string;
  readonly weight: number;
  readonly critical: boolean;
  readonly source: string;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

type ProfileRow = Omit<RoleProfileValue, 'weights'>;
type WeightRow = Omit<RoleProfileWeight, 'weight'> & { readonly roleProfileId: string; readonly weight: string };

/** Role profiles of one organization. */
@Injectable()
export class RoleProfileRepository {
  async byId(tx: Transaction, organizationId: string, id: string): Promise<RoleProfileValue | null> {
    return (await this.byIds(tx, organizationId, [id])).get(id) ?? null;
  }

  async byIds(tx: Transaction, organizationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, RoleProfileValue>> {
    const profiles = await this.read(tx, organizationId, ids);
    return new Map(profiles.map((profile) => [profile.id, profile]));
  }

  all(tx: Transaction, organizationId: string): Promise<RoleProfileValue[]> {
    return this.read(tx, organizationId, null);
  }

  /** Takes the row for writing and gives its revision, or null where there is none. */
  async lock(tx: Transaction, organizationId: string, id: string): Promise<number | null> {
    const [row] = await tx.query<{ revision: number }>(
      'SELECT revision FROM role_profile WHERE organization_id = $1 AND id = $2 FOR UPDATE',
      [organizationId, id],
    );
    return row?.revision ?? null;
  }

  /** Replaces all lines, if the profile is still at this revision. */
  async replaceWeights(
    tx: Transaction,
    organizationId: string,
    id: string,
    lines: readonly RoleProfileLine[],
    expectedRevision: number,
  ): Promise<boolean> {
    const moved = await tx.query(
      'UPDATE role_profile SET revision = revision + 1 WHERE organization_id = $1 AND id = $2 AND revision = $3 RETURNING id',
      [organizationId, id, expectedRevision],
    );
    if (moved.length === 0) return false;
    await tx.query('DELETE FROM role_profile_weight WHERE organization_id = $1 AND role_profile_id = $2', [organizationId, id]);
    await this.addWeights(tx, organizationId, id, lines);
    return true;
  }

  async addWeights(tx: Transaction, organizationId: string, id: string, lines: readonly RoleProfileLine[]): Promise<void> {
    await tx.query(
      `INSERT INTO role_profile_weight (organization_id, role_profile_id, competency_id, weight, critical, source, changed_by, changed_at)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::numeric[], $5::boolean[], $6::text[], $7::uuid[], $8::timestamptz[])`,
      [
        organizationId,
        id,
        lines.map(({ competencyId }) => competencyId),
        lines.map(({ weight }) => weight),
        lines.map(({ critical }) => critical),
        lines.map(({ source }) => source),
        lines.map(({ changedBy }) => changedBy),
        lines.map(({ changedAt }) => changedAt),
      ],
    );
  }

  private async read(tx: Transaction, organizationId: string, ids: readonly string[] | null): Promise<RoleProfileValue[]> {
    const profiles = await tx.query<ProfileRow>(
      `SELECT organization_id AS "organizationId", id, slug, name, revision FROM role_profile
       WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2)) ORDER BY name, id`,
      [organizationId, ids],
    );
    const weights = await tx.query<WeightRow>(
      `SELECT w.role_profile_id AS "roleProfileId", c.id AS "competencyId", c.slug AS "competencySlug", c.name AS "competencyName", c.definition,
              c.position, c.retired_at AS "retiredAt", g.slug AS "categorySlug", g.name AS "categoryName", w.weight, w.critical, w.source,
              w.changed_by AS "changedBy", w.changed_at AS "changedAt"
       FROM role_profile_weight w
       JOIN competency c ON c.organization_id = w.organization_id AND c.id = w.competency_id
       JOIN category g ON g.organization_id = c.organization_id AND g.id = c.category_id
       WHERE w.organization_id = $1 AND ($2::uuid[] IS NULL OR w.role_profile_id = ANY ($2)) ORDER BY c.position, c.id`,
      [organizationId, ids],
    );
    const byProfile = new Map<string, RoleProfileWeight[]>(profiles.map(({ id }) => [id, []]));
    for (const { roleProfileId, weight, ...line } of weights) byProfile.get(roleProfileId)?.push({ ...line, weight: Number(weight) });
    return profiles.map((profile) => ({ ...profile, weights: byProfile.get(profile.id) ?? [] }));
  }
}
