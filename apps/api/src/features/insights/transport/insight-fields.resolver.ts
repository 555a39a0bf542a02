import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { type ConnectionValue, PageArgs, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { MemberLoader, presentMember } from '../../organizations';
import type { StoredReport } from '../application/report-reader';
import { cheapestOf, pageOfRows } from '../application/report-page';
import { ViewInsights } from '../application/view-insights';
import { CheapestPanelArgs, QuestionFiguresArgs } from './insight.inputs';
import {
  CheapestPanel,
  InsightReport,
  PanelStudy,
  QuestionFigures,
  QuestionFiguresConnection,
  RaterFigures,
  RaterFiguresConnection,
  SeverityRuler,
} from './insight.types';
import { presentQuestion, presentRater } from './present-insights';

/** A cursor belongs to one state of the figures: once they are worked out anew, the list begins again. */
const listOf = (what: string, { scope, inputHash }: StoredReport): string => `insights/${what}/${scope.scope}/${inputHash ?? ''}`;

/** The lists of a report. */
@Resolver(() => InsightReport)
export class InsightFieldsResolver {
  constructor(private readonly view: ViewInsights) {}

  @ResolveField(() => QuestionFiguresConnection, { description: 'Those with most flags first, then those that divide raters most.' })
  async questions(
    @CurrentActor() actor: Actor,
    @Parent() { report }: InsightReport,
    @Args() args: QuestionFiguresArgs,
  ): Promise<ConnectionValue<QuestionFigures>> {
    const list = listOf(`questions ${args.flag ?? ''}`, report);
    const request = pageRequest(actor, list, args);
    const all = await this.view.questions(actor, report);
    const flagged = args.flag ? all.filter(({ flags }) => flags.some((flag) => flag === args.flag)) : all;
    return toConnection(actor, list, request, pageOfRows(flagged, request), (one) => presentQuestion(actor.organizationId, one));
  }
}

@Resolver(() => SeverityRuler)
export class SeverityRulerResolver {
  constructor(
    private readonly view: ViewInsights,
    private readonly members: MemberLoader,
  ) {}

  @ResolveField(() => RaterFiguresConnection, { description: 'The strictest first.' })
  async raters(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { report }: SeverityRuler,
    @Args() args: PageArgs,
  ): Promise<ConnectionValue<RaterFigures>> {
    const list = listOf('raters', report);
    const request = pageRequest(actor, list, args);
    const page = pageOfRows(this.view.raters(actor, report).shown, request);
    const members = await Promise.all(page.rows.map(({ node }) => this.members.one(context, node.raterId)));
    const byId = new Map(members.flatMap((member) => (member === null ? [] : [[member.id, presentMember(member)] as const])));
    return toConnection(actor, list, request, page, (one) => presentRater(one, byId.get(one.raterId) ?? null));
  }
}

@Resolver(() => PanelStudy)
export class PanelStudyResolver {
  @ResolveField(() => CheapestPanel, { nullable: true, description: 'Null where none of these panels reaches the target.' })
  cheapest(@Parent() { report }: PanelStudy, @Args() args: CheapestPanelArgs): CheapestPanel | null {
    return cheapestOf(report, args);
  }
}
