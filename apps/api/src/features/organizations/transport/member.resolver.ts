import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { canonicalJson, ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor, CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import {
  type ConnectionValue,
  localId,
  pageRequest,
  readGlobalId,
  resultUnion,
  selects,
  sharedErrorTypes,
  toConnection,
} from '@touchstone/platform/graphql';
import { ListMembers } from '../application/list-members';
import { MemberLoader } from '../application/member.loader';
import { ReadMemberEmail } from '../application/read-member-email';
import { UpdateMember } from '../application/update-member';
import type { UpdateMemberError } from '../errors';
import { MembersArgs, UpdateMemberInput } from './member.inputs';
import { MemberConnection, UpdateMemberPayload } from './member.types';
import { Member } from './organization.types';
import { presentMember } from './present-member';

const { ConflictError, NotFoundError, RevisionConflictError, ValidationError } = sharedErrorTypes;
const UpdateMemberResult = resultUnion<UpdateMemberPayload, UpdateMemberError>('UpdateMemberResult', UpdateMemberPayload, {
  NotFoundError,
  ValidationError,
  ConflictError,
  RevisionConflictError,
});

/** Who belongs to the organization. */
@Resolver(() => Member)
export class MemberResolver {
  constructor(
    private readonly listMembers: ListMembers,
    private readonly loader: MemberLoader,
    private readonly readEmail: ReadMemberEmail,
    private readonly updateMemberVerb: UpdateMember,
  ) {}

  @Query(() => MemberConnection, { description: 'Members in the order of their names.' })
  @Allow('member.list')
  async members(
    @CurrentActor() actor: Actor,
    @Args() args: MembersArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue<Member>> {
    const filter = { status: args.status ?? null, role: args.role ?? null, text: args.text?.trim() ?? null };
    const list = `members ${canonicalJson(filter)}`;
    const page = pageRequest(actor, list, args);
    const found = await this.listMembers.execute(actor, { ...filter, page, counted: selects(info, 'totalCount') });
    return toConnection(actor, list, page, found, presentMember);
  }

  @Query(() => Member, { nullable: true, description: 'One member; null where there is no such one.' })
  @Allow('member.list')
  async member(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Member | null> {
    const local = localId(actor, 'Member', id);
    const found = local && (await this.loader.one(context, local));
    return found ? presentMember(found) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'For administrators, and your own; null otherwise.' })
  email(@CurrentContext() context: RequestContext, @Parent() member: Member): Promise<string | null> {
    return this.readEmail.execute(context, readGlobalId(member.id)?.id ?? null);
  }

  @Mutation(() => UpdateMemberResult.type, {
    description: 'Changes roles, status or name of a member. Whoever is suspended or removed is signed out everywhere at once.',
  })
  @Allow('member.update')
  async updateMember(@CurrentActor() actor: Actor, @Args('input') input: UpdateMemberInput): Promise<object> {
    const updated = await this.updateMemberVerb.execute(actor, { ...input, memberId: localId(actor, 'Member', input.memberId) });
    return UpdateMemberResult.of(updated.ok ? ok({ member: presentMember(updated.value) }) : updated);
  }
}
