import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { type ItemCounts, QuestionImportItemRepository } from '../persistence/question-import-item.repository';
import type { QuestionImportRecord } from '../persistence/question-import.record';
import { QuestionImportRepository } from '../persistence/question-import.repository';
import { mayReadImport } from './import-rights';

export type { ItemCounts } from '../persistence/question-import-item.repository';

/** From which import a version is. */
export interface ImportOrigin {
  readonly fileName: string;
  readonly sha256: string;
  readonly importedAt: Date;
  readonly memberId: string;
  readonly format: string | null;
  /** Its name in the system that it comes from; null where its slug is its name. */
  readonly identity: string | null;
  /** As it was when it came in. */
  readonly license: string;
}

/** Imports by id, their counts, and the imports that versions come from; batched over one request. */
@Injectable()
export class QuestionImportLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: QuestionImportRepository,
    private readonly items: QuestionImportItemRepository,
  ) {}

  private readonly byId = requestLoader<string, QuestionImportRecord>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const rows = await this.unitOfWork.read(actor, (tx) => this.imports.byIds(tx, actor.organizationId, ids));
    return new Map(rows.filter((row) => mayReadImport(row, actor)).map((row) => [row.id, row]));
  });

  private readonly counted = requestLoader<string, readonly ItemCounts[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const rows = await this.unitOfWork.read(actor, (tx) => this.items.counts(tx, actor.organizationId, ids));
    return new Map(ids.map((id) => [id, rows.filter(({ importId }) => importId === id)]));
  });

  private readonly origins = requestLoader<string, ImportOrigin>(async ({ actor }, versionIds) => {
    if (actor === null) return new Map();
    const { organizationId } = actor;
    return this.unitOfWork.read(actor, async (tx) => {
      const items = await this.items.ofVersions(tx, organizationId, versionIds);
      const rows = new Map(
        (await this.imports.byIds(tx, organizationId, [...new Set(items.map(({ importId }) => importId))])).map((row) => [row.id, row]),
      );
      return new Map(
        items.flatMap(({ versionId, importId, identity, license }) => {
          const row = rows.get(importId);
          return row === undefined ? [] : [[versionId, { ...originOf(row), identity, license }] as const];
        }),
      );
    });
  });

  /** Null where there is no such import for the actor. */
  one(context: RequestContext, id: string): Promise<QuestionImportRecord | null> {
    return this.byId(context).load(id);
  }

  async counts(context: RequestContext, id: string): Promise<readonly ItemCounts[]> {
    return (await this.counted(context).load(id)) ?? [];
  }

  /** By which import a version came in, the latest where there were several; null where none. Whoever may read the version may know. */
  origin(context: RequestContext, versionId: string): Promise<ImportOrigin | null> {
    return this.origins(context).load(versionId);
  }

  /** After a change in the same request. */
  forget(context: RequestContext, id: string): void {
    this.byId(context).clear(id);
    this.counted(context).clear(id);
  }
}

const originOf = ({
  fileName,
  sha256,
  appliedAt,
  createdAt,
  memberId,
  detected,
}: QuestionImportRecord): Omit<ImportOrigin, 'identity' | 'license'> => ({
  fileName,
  sha256,
  importedAt: appliedAt ?? createdAt,
  memberId,
  format: detected === null ? null : (JSON.parse(detected) as { readonly format: string }).format,
});
