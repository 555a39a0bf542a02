import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';

/** The newest kits of one question are shown, so many. */
const MOST = 20;

/** The kits that a question stands in, newest first, batched over one request. */
@Injectable()
export class KitsOfQuestionLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kits: KitRepository,
  ) {}

  private readonly loader = requestLoader<string, KitValue[]>(async ({ actor }, questionIds) => {
    if (actor === null) return new Map();
    const { organizationId } = actor;
    return this.unitOfWork.read(actor, async (tx) => {
      const idsOf = await this.kits.idsByQuestion(tx, organizationId, questionIds, MOST);
      const kits = await this.kits.byIds(tx, organizationId, [...new Set([...idsOf.values()].flat())]);
      return new Map([...idsOf].map(([questionId, ids]) => [questionId, ids.flatMap((id) => kits.get(id) ?? [])]));
    });
  });

  /** Null where the actor may not read kits: the field is reached through questions, which more people may read. */
  async of(context: RequestContext, questionId: string | null): Promise<KitValue[] | null> {
    const { actor } = context;
    if (actor === null || questionId === null || !permits(actor, 'kit.read')) return null;
    return (await this.loader(context).load(questionId)) ?? [];
  }
}
