import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { permits } from '@touchstone/interviewing/access';
import { type Actor, CurrentActor, CurrentContext, type RequestContext } from '@touchstone/platform/actor';
import { type ConnectionValue, localId, pageRequest, toConnection } from '@touchstone/platform/graphql';
import { Member, MemberLoader, presentMember } from '../../organizations';
import { ListImportItems } from '../application/list-import-items';
import { QuestionImportLoader } from '../application/question-import.loader';
import { presentCounts, presentImportItem, presentOrigin, presentReport } from './present-question-import';
import { ImportItemArgs } from './question-import.inputs';
import { ImportCounts, type ImportItem, ImportItemConnection, ImportOrigin, ImportReport, QuestionImport } from './question-import.types';
import { QuestionVersion } from './question-version.types';

/** What belongs to an import; loaded only where it is asked for. */
@Resolver(() => QuestionImport)
export class QuestionImportLinksResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly imports: QuestionImportLoader,
    private readonly listItems: ListImportItems,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who imports.' })
  async importer(@CurrentContext() context: RequestContext, @Parent() { memberId }: QuestionImport): Promise<Member | null> {
    const member = await this.members.one(context, memberId);
    return member === null ? null : presentMember(member);
  }

  @ResolveField(() => ImportCounts)
  async counts(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { id }: QuestionImport,
  ): Promise<ImportCounts> {
    return presentCounts(await this.imports.counts(context, localId(actor, 'QuestionImport', id) ?? ''));
  }

  @ResolveField(() => ImportReport, { nullable: true, description: 'Null before it was applied.' })
  async report(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { id, appliedAt }: QuestionImport,
  ): Promise<ImportReport | null> {
    if (appliedAt === null) return null;
    return presentReport(await this.imports.counts(context, localId(actor, 'QuestionImport', id) ?? ''));
  }

  @ResolveField(() => ImportItemConnection, { description: 'The questions of the file, in its order.' })
  async items(
    @CurrentActor() actor: Actor,
    @Parent() { id }: QuestionImport,
    @Args() args: ImportItemArgs,
  ): Promise<ConnectionValue<ImportItem>> {
    const outcomes = args.outcomes ?? null;
    const list = `importItems:${id}:${outcomes?.join() ?? ''}`;
    const request = pageRequest(actor, list, args);
    const rubric = permits(actor, 'question.readRubric');
    const page = await this.listItems.execute(actor, localId(actor, 'QuestionImport', id) ?? '', outcomes, request);
    return toConnection(actor, list, request, page, (row) => presentImportItem(row, rubric));
  }
}

/** Where a version comes from. */
@Resolver(() => QuestionVersion)
export class QuestionOriginResolver {
  constructor(private readonly imports: QuestionImportLoader) {}

  @ResolveField(() => ImportOrigin, { nullable: true, description: 'From which file it is; null where it was written here.' })
  async importedFrom(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Parent() { id }: QuestionVersion,
  ): Promise<ImportOrigin | null> {
    const origin = await this.imports.origin(context, localId(actor, 'QuestionVersion', id) ?? '');
    return origin === null ? null : presentOrigin(origin);
  }
}

/** Who brought it in. */
@Resolver(() => ImportOrigin)
export class ImportOriginLinksResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member, { nullable: true })
  async importer(@CurrentContext() context: RequestContext, @Parent() { memberId }: ImportOrigin): Promise<Member | null> {
    const member = await this.members.one(context, memberId);
    return member === null ? null : presentMember(member);
  }
}
