import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { canonicalJson } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor, CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { type ConnectionValue, pageRequest, refuse, toConnection } from '@touchstone/platform/graphql';
import { ListAuditEvents } from '../application/list-audit-events';
import { MemberLoader } from '../application/member.loader';
import { VerifyAuditTrail } from '../application/verify-audit-trail';
import { auditFilterOf, subjectIdOf } from './audit-filter';
import { AuditEventsArgs, VerifyAuditTrailArgs } from './audit.inputs';
import { AuditEvent, AuditEventConnection, AuditTrailReport } from './audit.types';
import { Member } from './organization.types';
import { presentMember } from './present-member';

/** What happened, and whether the record of it is whole. */
@Resolver(() => AuditEvent)
export class AuditResolver {
  constructor(
    private readonly listAuditEvents: ListAuditEvents,
    private readonly verifyAuditTrailVerb: VerifyAuditTrail,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => AuditEventConnection, { description: 'The audit trail, newest first.' })
  @Allow('audit.read')
  async auditEvents(@CurrentActor() actor: Actor, @Args() args: AuditEventsArgs): Promise<ConnectionValue<AuditEvent>> {
    const { memberId, action, subjectId, from, to } = args;
    const list = `auditEvents ${canonicalJson([memberId ?? null, action ?? null, subjectId ?? null, from?.getTime() ?? null, to?.getTime() ?? null])}`;
    const page = pageRequest(actor, list, args);
    const found = await this.listAuditEvents.execute(actor, auditFilterOf(actor, args), page);
    return toConnection(actor, list, page, found, ({ memberId: actorId, ...event }) => ({
      ...event,
      actorId,
      subjectId: subjectIdOf(actor.organizationId, event.subjectType, event.subjectId),
    }));
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who made the change; null where nobody was signed in.' })
  async member(@CurrentContext() context: RequestContext, @Parent() { actorId }: AuditEvent): Promise<Member | null> {
    const found = actorId === null ? null : await this.members.one(context, actorId);
    return found && presentMember(found);
  }

  @Query(() => AuditTrailReport, {
    description: 'Recomputes the whole audit trail and names the first line that is not as it was written.',
  })
  @Allow('audit.verify')
  async verifyAuditTrail(@CurrentActor() actor: Actor, @Args() { knownLines, knownHash }: VerifyAuditTrailArgs): Promise<AuditTrailReport> {
    if (!knownLines !== !knownHash)
      throw refuse('BAD_USER_INPUT', 'knownLines and knownHash go together: give both or neither.', { path: ['knownHash'] });
    const report = await this.verifyAuditTrailVerb.execute(
      actor,
      knownLines && knownHash ? { sequence: knownLines, hash: knownHash } : null,
    );
    return { head: null, firstBadSequence: null, fault: null, ...report };
  }
}
