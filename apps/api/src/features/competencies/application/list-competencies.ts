import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { RequestContext } from '@touchstone/platform/actor';
import type { CompetencyValue } from '../persistence/competency.repository';
import { FrameworkLoader } from './framework.loader';

/** The competencies in the order of the framework, of all categories or of one. The framework is small and read whole. */
@Injectable()
export class ListCompetencies {
  constructor(private readonly framework: FrameworkLoader) {}

  async execute(context: RequestContext, category: string | null, { first, after }: PageRequest): Promise<Page<CompetencyValue>> {
    const { competencies } = await this.framework.whole(context);
    const wanted = competencies.filter(({ categorySlug }) => category === null || categorySlug === category);
    const [position, id] = after ?? [-1, ''];
    const rest = wanted.filter((row) => row.position > Number(position) || (row.position === Number(position) && row.id > String(id)));
    return pageOf(rest, first, (row) => [row.position, row.id], wanted.length);
  }
}
