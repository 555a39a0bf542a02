import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { presentQuestionVersion, QuestionVersion, QuestionVersionLoader } from '../../question-bank';
import { KitItem } from './kit.types';

/** The question behind an item, with the rights that its reader has in the bank. */
@Resolver(() => KitItem)
export class KitItemResolver {
  constructor(private readonly versions: QuestionVersionLoader) {}

  @ResolveField(() => QuestionVersion, { nullable: true, description: 'The pinned version, as far as you may read it in the bank.' })
  async questionVersion(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() item: KitItem,
  ): Promise<QuestionVersion | null> {
    const id = localId(actor, 'QuestionVersion', item.questionVersionId);
    const readable = id && (await this.versions.readable(context, id));
    return readable ? presentQuestionVersion(readable.version, readable) : null;
  }
}
