import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { globalId } from '@touchstone/platform/graphql';
import { type Loop, LoopLoader, Opening, presentLoop } from '../../interviews';
import { MemberLoader } from '../../organizations';
import { linkedRaters } from '../application/adjusted-figure';
import { ViewComparison } from '../application/view-comparison';
import { OpeningComparison } from './comparison.types';
import { loopsOf, presentComparison } from './present-comparison';

/** What insights add to an opening: its candidates side by side. */
@Resolver(() => Opening)
export class OpeningComparisonResolver {
  constructor(
    private readonly viewComparison: ViewComparison,
    private readonly loops: LoopLoader,
    private readonly members: MemberLoader,
  ) {}

  @ResolveField(() => OpeningComparison, {
    nullable: true,
    description: 'Its candidates side by side, as far as their loops are open; null where you may not read figures of this opening.',
  })
  async comparison(@CurrentContext() context: RequestContext, @Parent() { source }: Opening): Promise<OpeningComparison | null> {
    const found = await this.viewComparison.execute(context, source);
    if (found === null) return null;
    const [loops, raters] = await Promise.all([
      Promise.all(loopsOf(found).map((id) => this.loops.one(context, id))),
      Promise.all(linkedRaters(found.report).map((id) => this.members.one(context, id))),
    ]);
    const loopById = new Map(loops.flatMap((loop): [string, Loop][] => (loop === null ? [] : [[loop.id, presentLoop(loop)]])));
    const names = new Map(raters.flatMap((member): [string, string][] => (member === null ? [] : [[member.id, member.name]])));
    return presentComparison(found, loopById, names, (id) => globalId('Loop', source.organizationId, id));
  }
}
