import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, RequestContext } from '@touchstone/platform/actor';
import { CurrentActor, CurrentContext } from '@touchstone/platform/actor';
import { Loop, SealReader } from '../../interviews';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { ViewDebrief } from '../application/view-debrief';
import { ViewDecision } from '../application/view-decision';
import { Debrief, LoopSeal } from './debrief.types';
import { Decision } from './decision.types';
import { type Members, membersOf, presentDebrief, presentDecision } from './present-debrief';

/** What scorecards add to a loop: its seal, the debrief, the decision. */
@Resolver(() => Loop)
export class LoopDebriefResolver {
  constructor(
    private readonly seals: SealReader,
    private readonly viewDebrief: ViewDebrief,
    private readonly viewDecision: ViewDecision,
    private readonly members: MemberLoader,
  ) {}

  @ResolveField(() => LoopSeal, { nullable: true, description: 'Is the seal open, since when, by whom, and how many have submitted.' })
  async seal(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<LoopSeal | null> {
    const seal = await this.seals.of(context, source.id);
    if (seal === null) return null;
    const members = await this.named(context, seal.early === null ? [] : [seal.early.by]);
    return { ...seal, early: seal.early === null ? null : { by: members.get(seal.early.by) ?? null, reason: seal.early.reason } };
  }

  @ResolveField(() => Debrief, {
    nullable: true,
    description: 'All that was submitted, side by side. Null until the seal is open, for everybody.',
  })
  async debrief(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { source }: Loop,
  ): Promise<Debrief | null> {
    const debrief = await this.viewDebrief.execute(context, source.id);
    return debrief === null ? null : presentDebrief(actor.organizationId, debrief, await this.named(context, membersOf(debrief)));
  }

  @ResolveField(() => Decision, { nullable: true, description: 'What became of the application; null where that is not recorded yet.' })
  async decision(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<Decision | null> {
    const decision = await this.viewDecision.execute(context, source.id);
    if (decision === null) return null;
    return presentDecision(decision, (await this.named(context, [decision.decidedBy])).get(decision.decidedBy) ?? null);
  }

  private async named(context: RequestContext, ids: readonly string[]): Promise<Members> {
    const found = await Promise.all(ids.map((id) => this.members.one(context, id)));
    return new Map(found.flatMap((member): [string, Member][] => (member === null ? [] : [[member.id, presentMember(member)]])));
  }
}
