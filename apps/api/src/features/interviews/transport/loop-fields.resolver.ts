import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { Kit, presentKit, presentScoringRule, ScoringRule } from '../../kits';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { CandidateLoader } from '../application/candidate.loader';
import { InterviewLoader } from '../application/interview.loader';
import { KitReader } from '../application/kit-reader';
import { OpeningLoader } from '../application/opening.loader';
import { Candidate } from './candidate.types';
import { ConflictOfInterest, presentConflict } from './conflict.types';
import { Interview } from './interview.types';
import { Loop } from './loop.types';
import { Opening } from './opening.types';
import { presentInterview } from './present-interview';
import { presentCandidate, presentOpening } from './present-opening';

/** What hangs on a loop. */
@Resolver(() => Loop)
export class LoopFieldsResolver {
  constructor(
    private readonly interviewLoader: InterviewLoader,
    private readonly candidates: CandidateLoader,
    private readonly openings: OpeningLoader,
    private readonly members: MemberLoader,
    private readonly kits: KitReader,
  ) {}

  @ResolveField(() => [Interview], { description: 'By round and time.' })
  async interviews(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<Interview[]> {
    return (await this.interviewLoader.ofLoop(context, source.id)).map(presentInterview);
  }

  @ResolveField(() => Candidate, { nullable: true, description: 'With contact data; null where you may not read it.' })
  async candidate(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<Candidate | null> {
    const candidate = await this.candidates.one(context, source.candidateId);
    return candidate && presentCandidate(candidate);
  }

  @ResolveField(() => Opening, { nullable: true, description: 'Null where you may not read openings.' })
  async opening(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<Opening | null> {
    const opening = await this.openings.one(context, source.openingId);
    return opening && presentOpening(opening);
  }

  @ResolveField(() => Kit, { nullable: true, description: 'The kit of this loop; null where you may not read kits.' })
  async kit(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<Kit | null> {
    const kit = await this.kits.kit(context, source.kitId);
    return kit && presentKit(kit);
  }

  @ResolveField(() => ScoringRule, { nullable: true, description: 'The rule of this loop; null where you may not read kits.' })
  async scoringRule(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<ScoringRule | null> {
    const rule = await this.kits.rule(context, source.scoringRuleId);
    return rule && presentScoringRule(rule);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who opened the seal before all had submitted; null where nobody did.' })
  async sealOpenedEarlyBy(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<Member | null> {
    const member = source.sealOpenedEarlyBy && (await this.members.one(context, source.sealOpenedEarlyBy));
    return member ? presentMember(member) : null;
  }

  @ResolveField(() => [ConflictOfInterest], {
    description: 'All, for those who plan the panel; otherwise your own and those that you suggested.',
  })
  async conflicts(@CurrentContext() context: RequestContext, @Parent() { source }: Loop): Promise<ConflictOfInterest[]> {
    return (await this.candidates.conflictsOf(context, source.candidateId)).map(presentConflict);
  }
}

/** Whom a conflict of interest is about, and who put it on record and let it pass. */
@Resolver(() => ConflictOfInterest)
export class ConflictFieldsResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member, { nullable: true })
  member(@CurrentContext() context: RequestContext, @Parent() { source }: ConflictOfInterest): Promise<Member | null> {
    return this.named(context, source.memberId);
  }

  @ResolveField(() => Member, { nullable: true, description: 'She herself, or who suggested it.' })
  declaredBy(@CurrentContext() context: RequestContext, @Parent() { source }: ConflictOfInterest): Promise<Member | null> {
    return this.named(context, source.declaredBy);
  }

  @ResolveField(() => Member, { nullable: true })
  acknowledgedBy(@CurrentContext() context: RequestContext, @Parent() { source }: ConflictOfInterest): Promise<Member | null> {
    return this.named(context, source.acknowledgedBy);
  }

  private async named(context: RequestContext, id: string | null): Promise<Member | null> {
    const member = id === null ? null : await this.members.one(context, id);
    return member && presentMember(member);
  }
}
