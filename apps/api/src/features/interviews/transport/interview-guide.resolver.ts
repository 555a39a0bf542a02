import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@touchstone/platform/access';
import { type Actor, CurrentActor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { Guide, GuideArgs, presentGuide } from '../../kits';
import { PrintInterview } from '../application/print-interview';

@ArgsType()
export class InterviewGuideArgs extends GuideArgs {
  @Field(() => ID) @StoredText(1, 100) id!: string;
}

/** Interviews on paper. */
@Resolver()
export class InterviewGuideResolver {
  constructor(private readonly print: PrintInterview) {}

  @Query(() => Guide, {
    nullable: true,
    description: 'One interview to be printed, with recorded deviations. Null where you neither hold a seat here nor may read kits.',
  })
  @Allow('interview.read')
  async interviewGuide(@CurrentActor() actor: Actor, @Args() { id, view, format }: InterviewGuideArgs): Promise<Guide | null> {
    const file = await this.print.execute(actor, localId(actor, 'Interview', id), { view, format });
    return file && presentGuide(file);
  }
}
