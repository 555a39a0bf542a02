import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { presentRoleProfile, RoleProfile, RoleProfileLoader } from '../../competencies';
import { Kit, presentKit, presentScoringRule, ScoringRule } from '../../kits';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { CandidateLoader } from '../application/candidate.loader';
import { KitReader } from '../application/kit-reader';
import { LoopLoader } from '../application/loop.loader';
import { OpeningLoader } from '../application/opening.loader';
import { Application } from './application.types';
import { Candidate } from './candidate.types';
import { Loop } from './loop.types';
import { Opening } from './opening.types';
import { presentLoop } from './present-loop';
import { presentCandidate, presentOpening } from './present-opening';

/** What hangs on an opening. */
@Resolver(() => Opening)
export class OpeningFieldsResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly profiles: RoleProfileLoader,
    private readonly kits: KitReader,
    private readonly openings: OpeningLoader,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who answers for it and decides.' })
  async hiringManager(@CurrentContext() context: RequestContext, @Parent() { source }: Opening): Promise<Member | null> {
    const member = await this.members.one(context, source.hiringManagerId);
    return member && presentMember(member);
  }

  @ResolveField(() => [Member], { description: 'The members from whom panels are made.' })
  async panelists(@CurrentContext() context: RequestContext, @Parent() { source }: Opening): Promise<Member[]> {
    const ids = await this.openings.poolOf(context, source.id);
    const members = await Promise.all(ids.map((id) => this.members.one(context, id)));
    return members.filter((member) => member !== null).map(presentMember);
  }

  @ResolveField(() => RoleProfile, { nullable: true })
  async roleProfile(@CurrentContext() context: RequestContext, @Parent() { source }: Opening): Promise<RoleProfile | null> {
    const profile = await this.profiles.one(context, source.roleProfileId);
    return profile && presentRoleProfile(profile);
  }

  @ResolveField(() => Kit, { nullable: true, description: 'The kit of loops to come; null where you may not read kits.' })
  async kit(@CurrentContext() context: RequestContext, @Parent() { source }: Opening): Promise<Kit | null> {
    const kit = await this.kits.kit(context, source.kitId);
    return kit && presentKit(kit);
  }

  @ResolveField(() => ScoringRule, { nullable: true, description: 'The rule of loops to come; null where you may not read kits.' })
  async scoringRule(@CurrentContext() context: RequestContext, @Parent() { source }: Opening): Promise<ScoringRule | null> {
    const rule = await this.kits.rule(context, source.scoringRuleId);
    return rule && presentScoringRule(rule);
  }
}

/** What hangs on an application. */
@Resolver(() => Application)
export class ApplicationFieldsResolver {
  constructor(
    private readonly candidates: CandidateLoader,
    private readonly openings: OpeningLoader,
    private readonly loops: LoopLoader,
  ) {}

  @ResolveField(() => Candidate, { nullable: true, description: 'With contact data; null where you may not read it.' })
  async candidate(@CurrentContext() context: RequestContext, @Parent() { source }: Application): Promise<Candidate | null> {
    const candidate = await this.candidates.one(context, source.candidateId);
    return candidate && presentCandidate(candidate);
  }

  @ResolveField(() => Opening, { nullable: true })
  async opening(@CurrentContext() context: RequestContext, @Parent() { source }: Application): Promise<Opening | null> {
    const opening = await this.openings.one(context, source.openingId);
    return opening && presentOpening(opening);
  }

  @ResolveField(() => Loop, { nullable: true })
  async loop(@CurrentContext() context: RequestContext, @Parent() { source }: Application): Promise<Loop | null> {
    const loop = await this.loops.ofApplication(context, source.id);
    return loop && presentLoop(loop);
  }
}
