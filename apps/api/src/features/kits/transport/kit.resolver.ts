import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { canonicalJson } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { localId, pageRequest, selects, toConnection } from '@touchstone/platform/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { presentQuestionVersion, type QuestionVersion, QuestionVersionLoader } from '../../question-bank';
import { CompareKits } from '../application/compare-kits';
import { KitLoader } from '../application/kit.loader';
import { ListKits } from '../application/list-kits';
import { ListSubstitutes } from '../application/list-substitutes';
import type { KitValue } from '../application/kit.loader';
import { SubstitutesArgs, KitsArgs } from './kit.inputs';
import { KitComparison, KitConnection, Substitute } from './kit-payload.types';
import { Kit } from './kit.types';
import { presentComparison } from './present-comparison';
import { presentKit } from './present-kit';
import { presentSubstitute } from './present-substitute';

/** Looking at kits. */
@Resolver()
export class KitResolver {
  constructor(
    private readonly list: ListKits,
    private readonly kits: KitLoader,
    private readonly listSubstitutes: ListSubstitutes,
    private readonly compare: CompareKits,
    private readonly versions: QuestionVersionLoader,
  ) {}

  @Query(() => KitConnection, { name: 'kits', description: 'Kits, newest first.' })
  @Allow('kit.read')
  async page(@CurrentActor() actor: Actor, @Args() args: KitsArgs): Promise<object> {
    const { status = null, roleProfileId = null, text = null, familyId = null } = args;
    const list = `kits/${canonicalJson({ status, roleProfileId, text, familyId })}`;
    const request = pageRequest(actor, list, args);
    const filter = {
      status,
      text,
      roleProfileId: roleProfileId && (localId(actor, 'RoleProfile', roleProfileId) ?? NOBODY),
      familyId: familyId && (localId(actor, 'KitFamily', familyId) ?? NOBODY),
    };
    return toConnection(actor, list, request, await this.list.execute(actor, filter, request), presentKit);
  }

  @Query(() => Kit, { nullable: true, description: 'One kit; null where there is no such thing for you.' })
  @Allow('kit.read')
  async kit(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Kit | null> {
    const wanted = localId(actor, 'Kit', id);
    const found = wanted && (await this.kits.one(context, wanted));
    if (!found) return null;
    const versions = selects(info, 'rounds', 'items', 'questionVersion') ? await this.versionsOf(context, found) : null;
    return presentKit(found, versions);
  }

  @Query(() => [Substitute], {
    description:
      'What could stand in the place of a question of this kit without breaking a hard wish of it, the best first; whether that breaks a rule of its family is said by swapItem. Empty where there is no such kit or question.',
  })
  @Allow('kit.edit')
  async substitutes(@CurrentActor() actor: Actor, @Args() { kitId, questionId, first }: SubstitutesArgs): Promise<Substitute[]> {
    const found = await this.listSubstitutes.execute(actor, localId(actor, 'Kit', kitId), localId(actor, 'Question', questionId), first);
    return found.map(presentSubstitute);
  }

  @Query(() => KitComparison, { nullable: true, description: 'How alike two kits are; null where one of them is not here.' })
  @Allow('kit.read')
  async compareKits(
    @CurrentActor() actor: Actor,
    @Args('a', { type: () => ID }) a: string,
    @Args('b', { type: () => ID }) b: string,
  ): Promise<KitComparison | null> {
    const compared = await this.compare.execute(actor, localId(actor, 'Kit', a), localId(actor, 'Kit', b));
    return compared && presentComparison(compared);
  }

  /** The questions of a whole kit at once: with its questions a kit is read more often than anything else. */
  private async versionsOf(context: RequestContext, { rounds }: KitValue): Promise<ReadonlyMap<string, QuestionVersion>> {
    const ids = rounds.flatMap(({ items }) => items.map(({ questionVersionId }) => questionVersionId));
    const found = await this.versions.readableMany(context, ids);
    return new Map(found.map((readable) => [readable.version.id, presentQuestionVersion(readable.version, readable)]));
  }
}

/** An id that nothing has: an unknown one filters everything out. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
