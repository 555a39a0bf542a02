import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GUIDE_FORMATS, GUIDE_VIEWS, type GuideFormat, type GuideView } from '@touchstone/kit-guide';
import { StoredText } from '@touchstone/platform/validation';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

export const GuideViewEnum = Object.fromEntries(GUIDE_VIEWS.map((view) => [view, view])) as { [V in GuideView]: V };
registerEnumType(GuideViewEnum, {
  name: 'GuideView',
  description:
    'INTERVIEWER: script, anchors, scoring sheet. CANDIDATE: what is handed over, nothing that only scorers may see. EVIDENCE: cards for what a candidate asks for, one a page.',
});
export const GuideFormatEnum = Object.fromEntries(GUIDE_FORMATS.map((format) => [format, format])) as { [F in GuideFormat]: F };
registerEnumType(GuideFormatEnum, {
  name: 'GuideFormat',
  description: 'HTML: one page without scripts, for screen and printer. MARKDOWN: CommonMark with tables. PDF: tagged, on A4.',
});

@ArgsType()
export class GuideArgs {
  @Field(() => GuideViewEnum, { defaultValue: 'INTERVIEWER' }) @IsIn(GUIDE_VIEWS) view: GuideView = 'INTERVIEWER';
  @Field(() => GuideFormatEnum, { defaultValue: 'PDF' }) @IsIn(GUIDE_FORMATS) format: GuideFormat = 'PDF';
}

@ArgsType()
export class KitGuideArgs extends GuideArgs {
  @Field(() => ID) @StoredText(1, 100) id!: string;
  @Field(() => Int, { nullable: true, description: 'One round alone, counted from 1; the whole kit without it.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  round?: number | null;
}

@ObjectType({ description: 'A kit on paper. The same kit gives the same bytes.' })
export class Guide {
  @Field({ description: 'A name to save it under.' }) fileName!: string;
  @Field() mediaType!: string;
  @Field({ description: 'The file itself, in base64.' }) base64!: string;
}
