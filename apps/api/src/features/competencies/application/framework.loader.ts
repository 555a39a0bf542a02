import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { type CategoryValue, CompetencyRepository, type CompetencyValue } from '../persistence/competency.repository';
import type { RatingScaleRecord as RatingScaleValue } from '../persistence/rating-scale.record';

export type { CategoryValue, CompetencyValue, RatingScaleValue };

export interface FrameworkValue {
  readonly categories: readonly CategoryValue[];
  readonly competencies: readonly CompetencyValue[];
  readonly ratingScales: readonly RatingScaleValue[];
}

const nothing: FrameworkValue = { categories: [], competencies: [], ratingScales: [] };

/** The framework of the actor's organization, read once a request. */
@Injectable()
export class FrameworkLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly competencies: CompetencyRepository,
  ) {}

  private readonly loader = requestLoader<string, FrameworkValue>(async ({ actor }, [organizationId]) => {
    if (actor === null || organizationId !== actor.organizationId) return new Map();
    const framework = await this.unitOfWork.read(actor, async (tx) => ({
      categories: await this.competencies.categories(tx, organizationId),
      competencies: await this.competencies.all(tx, organizationId),
      ratingScales: await this.competencies.ratingScales(tx, organizationId),
    }));
    return new Map([[organizationId, framework]]);
  });

  async whole(context: RequestContext): Promise<FrameworkValue> {
    if (context.actor === null) return nothing;
    return (await this.loader(context).load(context.actor.organizationId)) ?? nothing;
  }

  /** Competency by slug; null where there is none. */
  async competency(context: RequestContext, slug: string): Promise<CompetencyValue | null> {
    const { competencies } = await this.whole(context);
    return competencies.find((competency) => competency.slug === slug) ?? null;
  }
}
