import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { Question } from '../../question-bank';
import { KitsOfQuestionLoader } from '../application/kits-of-question.loader';
import { Kit } from './kit.types';
import { presentKit } from './present-kit';

/** Says of a question in which kits it stands. */
@Resolver(() => Question)
export class QuestionKitsResolver {
  constructor(private readonly loader: KitsOfQuestionLoader) {}

  @ResolveField(() => [Kit], { nullable: true, description: 'The newest 20 kits that it stands in; null where you may not read kits.' })
  async kits(@CurrentActor() actor: Actor, @CurrentContext() context: RequestContext, @Parent() { id }: Question): Promise<Kit[] | null> {
    const kits = await this.loader.of(context, localId(actor, 'Question', id));
    return kits && kits.map((kit) => presentKit(kit));
  }
}
