import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import { type Transaction, violatesUnique } from '@touchstone/platform/database';
import { BlueprintRecord } from './blueprint.record';

const COLUMNS = `organization_id AS "organizationId", id, name, role_profile_id AS "roleProfileId", wishes, revision,
  created_by AS "createdBy", created_at AS "createdAt"`;

/** Blueprints of one organization. */
@Injectable()
export class BlueprintRepository {
  byId(tx: Transaction, organizationId: string, id: string): Promise<BlueprintRecord | null> {
    return tx.manager.findOneBy(BlueprintRecord, { organizationId, id });
  }

  /** The blueprint, kept from being deleted until this transaction ends. */
  async hold(tx: Transaction, organizationId: string, id: string): Promise<BlueprintRecord | null> {
    return this.locked(tx, organizationId, id, 'FOR SHARE');
  }

  /** The blueprint, kept from any other change until this transaction ends. */
  async lock(tx: Transaction, organizationId: string, id: string): Promise<BlueprintRecord | null> {
    return this.locked(tx, organizationId, id, 'FOR UPDATE');
  }

  /** How many kits were assembled from it. */
  async kitsOf(tx: Transaction, organizationId: string, id: string): Promise<number> {
    const [row] = await tx.query<{ kits: number }>(
      'SELECT count(*)::int AS kits FROM kit WHERE organization_id = $1 AND blueprint_id = $2',
      [organizationId, id],
    );
    return row?.kits ?? 0;
  }

  /** Newest first. */
  async page(tx: Transaction, organizationId: string, { first, after }: PageRequest): Promise<Page<BlueprintRecord>> {
    const rows = await tx.query<BlueprintRecord>(
      `SELECT ${COLUMNS} FROM blueprint WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after?.[0] ?? null, first + 1],
    );
    return pageOf(rows, first, ({ id }) => [id]);
  }

  /** Adds it; false where the name is taken. */
  async add(tx: Transaction, blueprint: BlueprintRecord): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO blueprint (organization_id, id, name, role_profile_id, wishes, revision, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organization_id, name) DO NOTHING RETURNING id`,
      [
        blueprint.organizationId,
        blueprint.id,
        blueprint.name,
        blueprint.roleProfileId,
        JSON.stringify(blueprint.wishes),
        blueprint.revision,
        blueprint.createdBy,
        blueprint.createdAt,
      ],
    );
    return added.length === 1;
  }

  /** Changes a blueprint that this transaction has locked. Where the name is taken the transaction can only be rolled back. */
  async change(
    tx: Transaction,
    { organizationId, id, revision }: BlueprintRecord,
    { name, wishes }: Pick<BlueprintRecord, 'name' | 'wishes'>,
  ): Promise<'CHANGED' | 'NAME_TAKEN'> {
    try {
      await tx.query(
        `UPDATE blueprint SET name = $4, wishes = $5, revision = revision + 1
         WHERE organization_id = $1 AND id = $2 AND revision = $3 RETURNING revision`,
        [organizationId, id, revision, name, JSON.stringify(wishes)],
      );
    } catch (error) {
      if (violatesUnique(error, 'blueprint_name_uq')) return 'NAME_TAKEN';
      throw error;
    }
    return 'CHANGED';
  }

  async remove(tx: Transaction, { organizationId, id }: BlueprintRecord): Promise<void> {
    await tx.manager.delete(BlueprintRecord, { organizationId, id });
  }

  private async locked(
    tx: Transaction,
    organizationId: string,
    id: string,
    mode: 'FOR SHARE' | 'FOR UPDATE',
  ): Promise<BlueprintRecord | null> {
    const [row] = await tx.query<BlueprintRecord>(`SELECT ${COLUMNS} FROM blueprint WHERE organization_id = $1 AND id = $2 ${mode}`, [
      organizationId,
      id,
    ]);
    return row ?? null;
  }
}
