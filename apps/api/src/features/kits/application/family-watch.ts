import { Injectable } from '@nestjs/common';
import type { BrokenWish } from '@touchstone/interviewing/kits';
import type { Transaction } from '@touchstone/platform/database';
import { QuestionVersions } from '../../question-bank';
import { KitFamilyRepository } from '../persistence/kit-family.repository';
import type { KitFamilyRecord } from '../persistence/kit-family.record';
import { KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';
import type { VersionFacts } from './candidate';
import { type BrokenRule, familyRulesBroken } from './family-rules-broken';

/** Whether kits of a family are still parallel. */
@Injectable()
export class FamilyWatch {
  constructor(
    private readonly families: KitFamilyRepository,
    private readonly kits: KitRepository,
    private readonly versions: QuestionVersions,
  ) {}

  /** What this kit, arranged so, breaks between it and the others of its family; nothing for a kit that has none. */
  async brokenBy(tx: Transaction, organizationId: string, kit: KitValue): Promise<readonly BrokenWish[]> {
    const family = kit.familyId === kit.id ? null : await this.families.byId(tx, organizationId, kit.familyId);
    if (family === null) return [];
    const known = (await this.kits.byFamilies(tx, organizationId, [family.id])).get(family.id) ?? [];
    const now = known.map((one) => (one.id === kit.id ? kit : one));
    const versions = await this.versionsOf(tx, organizationId, now);
    const others = familyRulesBroken(
      family.rules,
      now.filter(({ id }) => id !== kit.id),
      versions,
    );
    // What the others break among themselves is not mended by this kit.
    const theirs = new Set(others.filter(({ wish }) => wish.startsWith('alike.')).map(({ wish }) => wish));
    return familyRulesBroken(family.rules, now, versions)
      .filter(({ wish, kitIds }) => kitIds.includes(kit.id) && !theirs.has(wish))
      .map(({ wish, message }) => ({ wish, message }));
  }

  /** What is broken in each of these families as their kits are now, by family. Two statements, however many they are. */
  async broken(
    tx: Transaction,
    organizationId: string,
    families: readonly KitFamilyRecord[],
  ): Promise<ReadonlyMap<string, readonly BrokenRule[]>> {
    const kits = await this.kits.byFamilies(
      tx,
      organizationId,
      families.map(({ id }) => id),
    );
    const versions = await this.versionsOf(tx, organizationId, [...kits.values()].flat());
    return new Map(families.map(({ id, rules }) => [id, familyRulesBroken(rules, kits.get(id) ?? [], versions)]));
  }

  private versionsOf(tx: Transaction, organizationId: string, kits: readonly KitValue[]): Promise<ReadonlyMap<string, VersionFacts>> {
    const ids = kits.flatMap(({ rounds }) => rounds.flatMap(({ items }) => items.map(({ questionVersionId }) => questionVersionId)));
    return this.versions.byIds(tx, organizationId, [...new Set(ids)]);
  }
}
