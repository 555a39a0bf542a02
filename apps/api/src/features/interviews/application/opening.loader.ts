import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import type { OpeningRecord } from '../persistence/opening.record';
import { OpeningRepository } from '../persistence/opening.repository';
import { grouped } from './grouped';

/** Openings and their pools, batched over one request; null for those who may not read openings. */
@Injectable()
export class OpeningLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openings: OpeningRepository,
  ) {}

  private readonly byId = requestLoader<string, OpeningRecord>(async ({ actor }, ids) => {
    if (actor === null || !permits(actor, 'opening.read')) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.openings.byIds(tx, actor.organizationId, ids));
    return new Map(found.map((opening) => [opening.id, opening]));
  });

  private readonly pools = requestLoader<string, readonly { memberId: string }[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return grouped(
      await this.unitOfWork.read(actor, (tx) => this.openings.poolsOf(tx, actor.organizationId, ids)),
      ({ openingId }) => openingId,
    );
  });

  one(context: RequestContext, id: string): Promise<OpeningRecord | null> {
    return this.byId(context).load(id);
  }

  /** The ids of the members in the panel pool. */
  async poolOf(context: RequestContext, openingId: string): Promise<readonly string[]> {
    return ((await this.pools(context).load(openingId)) ?? []).map(({ memberId }) => memberId);
  }
}
