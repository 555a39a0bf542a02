import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { PrintKit } from '../application/print-kit';
import { Guide, KitGuideArgs } from './guide.types';
import { presentGuide } from './present-guide';

/** Kits on paper. */
@Resolver()
export class GuideResolver {
  constructor(private readonly print: PrintKit) {}

  @Query(() => Guide, {
    nullable: true,
    description:
      'A kit to be printed. Null where there is no such kit or round for you, or where you may not read the rubrics that the view shows.',
  })
  @Allow('kit.read')
  async kitGuide(@CurrentActor() actor: Actor, @Args() { id, view, format, round = null }: KitGuideArgs): Promise<Guide | null> {
    const file = await this.print.execute(actor, localId(actor, 'Kit', id), { view, format, round });
    return file && presentGuide(file);
  }
}
