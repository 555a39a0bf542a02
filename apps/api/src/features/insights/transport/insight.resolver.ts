import { Args, Mutation, ObjectType, Field, Query, Resolver } from '@nestjs/graphql';
import { ok } from '@touchstone/kernel';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor, CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { localId, refuse, resultUnion, sharedErrorTypes } from '@touchstone/platform/graphql';
import { checkPeriod, type ReportPeriod } from '@touchstone/interviewing/insights';
import { MemberLoader, presentMember } from '../../organizations';
import { RefreshInsights } from '../application/refresh-insights';
import { scopeOfFilter } from '../application/report-scope';
import { ViewInsights } from '../application/view-insights';
import type { RefreshInsightsError } from '../errors';
import { InsightFilter, RefreshInsightsInput } from './insight.inputs';
import { InsightReport, OwnRaterFigures } from './insight.types';
import { presentRater, presentReport } from './present-insights';

@ObjectType()
export class RefreshInsightsPayload {
  @Field(() => InsightReport, {
    nullable: true,
    description: 'As it is now; pending until the figures are there. Null where it is not yours to read.',
  })
  report!: InsightReport | null;
  @Field({
    description:
      'Loops have opened, or methods have changed, since they were last looked at, so that other figures come. False: the same input gives the same figures; they stay as they are, their computedAt included, and only checkedAt moves.',
  })
  changed!: boolean;
}

const { NotFoundError, ValidationError, ConflictError, IdempotencyMismatchError } = sharedErrorTypes;
const RefreshResult = resultUnion<RefreshInsightsPayload, RefreshInsightsError>('RefreshInsightsResult', RefreshInsightsPayload, {
  NotFoundError,
  ValidationError,
  ConflictError,
  IdempotencyMismatchError,
});

/** What an id in a filter names: undefined where none was given, null where it names nothing here. */
const named = (actor: Actor, noun: string, id: string | null | undefined): string | null | undefined =>
  id === undefined || id === null ? undefined : localId(actor, noun, id);

const periodOf = (filter: InsightFilter | null | undefined): ReportPeriod => ({
  from: filter?.from ?? null,
  until: filter?.until ?? null,
  driftFrom: filter?.driftFrom ?? null,
});

/** Figures over many loops. Nothing is worked out here: what the jobs door found last is shown. */
@Resolver()
export class InsightResolver {
  constructor(
    private readonly view: ViewInsights,
    private readonly refreshVerb: RefreshInsights,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => InsightReport, {
    nullable: true,
    description:
      'Figures over raters, panels and questions. Null where the scope is not for you. Figures over a period are worked out once somebody asks by refreshInsights.',
  })
  @Allow('insights.read')
  async insights(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('filter', { type: () => InsightFilter, nullable: true }) filter: InsightFilter | null,
  ): Promise<InsightReport | null> {
    const period = periodOf(filter);
    const checked = checkPeriod(period, ['filter']);
    if (!checked.ok) throw refuse('BAD_USER_INPUT', checked.error.message, { path: checked.error.path });
    const openingId = named(actor, 'Opening', filter?.openingId);
    const roleProfileId = named(actor, 'RoleProfile', filter?.roleProfileId);
    if (openingId === null || roleProfileId === null) return null;
    const scope = { openingId: openingId ?? null, roleProfileId: roleProfileId ?? null, ...period };
    const report = await this.view.report(context, scopeOfFilter(scope));
    return report && presentReport(report, this.view.raters(actor, report).withheld);
  }

  @Query(() => OwnRaterFigures, { nullable: true, description: 'How strictly you rate yourself.' })
  @Allow('insights.readOwn')
  async myRaterFigures(@CurrentActor() actor: Actor, @CurrentContext() context: RequestContext): Promise<OwnRaterFigures | null> {
    const own = await this.view.own(actor);
    if (own === null) return null;
    const me = await this.members.one(context, actor.memberId);
    const { upToDate, pending, computedAt } = own.report;
    return { figures: own.figures && presentRater(own.figures, me && presentMember(me)), upToDate, pending, computedAt };
  }

  @Mutation(() => RefreshResult.type, { description: 'Asks for figures to be worked out anew. They come from the jobs door shortly.' })
  @Allow('insights.refresh')
  async refreshInsights(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input') { filter, idempotencyKey }: RefreshInsightsInput,
  ): Promise<object> {
    const requested = await this.refreshVerb.execute(actor, {
      openingId: named(actor, 'Opening', filter?.openingId),
      roleProfileId: named(actor, 'RoleProfile', filter?.roleProfileId),
      ...periodOf(filter),
      idempotencyKey,
    });
    if (!requested.ok) return RefreshResult.of(requested);
    const report = await this.view.report(context, requested.value);
    return RefreshResult.of(
      ok({ report: report && presentReport(report, this.view.raters(actor, report).withheld), changed: report?.changed ?? true }),
    );
  }
}
