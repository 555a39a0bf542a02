import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { QUESTION_FLAGS, type QuestionFlag, type RaterFigures as RaterFiguresValue } from '@touchstone/interviewing/insights';
import type { EstimateStatus } from '@touchstone/kernel';
import { connectionType } from '@touchstone/platform/graphql';
import { Member } from '../../organizations';
import type { StoredReport } from '../application/report-reader';
import { Estimate, EstimateStatusEnum } from './estimate.types';

const CENTRAL = { CENTRAL: 'CENTRAL', EXTREME: 'EXTREME', NEITHER: 'NEITHER' } as const;
registerEnumType(CENTRAL, {
  name: 'SpreadHabit',
  description: 'CENTRAL: keeps to the middle of the scale. EXTREME: reaches for its ends. NEITHER: as the others do.',
});

export const QuestionFlagEnum = Object.fromEntries(QUESTION_FLAGS.map((flag) => [flag, flag])) as { [F in QuestionFlag]: F };
registerEnumType(QuestionFlagEnum, {
  name: 'QuestionFlag',
  description: 'What is remarkable about a question, each only where its whole interval lies beyond the mark.',
});

@ObjectType({ description: 'How one rater rates, beside the others.' })
export class RaterFigures {
  @Field(() => Member, { nullable: true }) member!: Member | null;
  @Field(() => Int) ratings!: number;
  @Field(() => Int) candidates!: number;
  @Field(() => Estimate, {
    description: 'By how many levels less than the average rater she gives for the same answer; positive is strict.',
  })
  severity!: Estimate;
  @Field(() => Estimate, { description: 'The same in logits, from the many-facet Rasch model.' }) measure!: Estimate;
  @Field(() => Estimate, { description: 'What the average candidate would get from her on the average question, in levels.' })
  fairAverage!: Estimate;
  @Field(() => Float, { nullable: true, description: 'Mean square with expectation 1; null below 10 ratings.' }) infit!: number | null;
  @Field(() => Float, { nullable: true, description: 'Mean square with expectation 1; null below 10 ratings.' }) outfit!: number | null;
  @Field(() => Estimate, { description: 'Mean correlation between what is left of two ratings of one candidate.' }) halo!: Estimate;
  @Field(() => Boolean, {
    nullable: true,
    description: 'One impression seems to colour all ratings of a candidate. Talk about it; she may be right.',
  })
  haloFlagged!: boolean | null;
  @Field(() => Estimate, { description: 'How far her ratings go up where the panel goes up by one level.' }) spread!: Estimate;
  @Field(() => CENTRAL, { nullable: true, description: 'Null where there is too little to say.' })
  habit!: RaterFiguresValue['centralFlagged'];
}

export const RaterFiguresConnection = connectionType(RaterFigures, 'RaterFigures');

@ObjectType({ description: 'All raters on one ruler: who rates strictly, and how sure that is.' })
export class SeverityRuler {
  readonly report!: StoredReport;
  @Field(() => EstimateStatusEnum) status!: EstimateStatus;
  @Field() sentence!: string;
  @Field(() => Int, {
    description: 'Raters whose figures are not for you: names are for administrators, auditors, and each rater herself.',
  })
  withheld!: number;
}

@ObjectType({ description: 'How far scores can be relied upon, whoever gave them.' })
export class ReliabilityFigures {
  @Field(() => EstimateStatusEnum) status!: EstimateStatus;
  @Field() sentence!: string;
  @Field(() => Estimate, { nullable: true, description: 'ICC(2,1): one rater alone.' }) single!: Estimate | null;
  @Field(() => Estimate, { nullable: true, description: 'ICC(2,k): the mean of a panel of panelSize.' }) panel!: Estimate | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Raters of one answer, by the harmonic mean: 3 where every answer has three, less where some have fewer.',
  })
  panelSize!: number | null;
  @Field(() => Estimate, { nullable: true, description: "Krippendorff's alpha for interval data." }) alpha!: Estimate | null;
  @Field(() => Estimate, { nullable: true, description: "Cronbach's alpha over questions, of candidates who were asked all of them." })
  consistency!: Estimate | null;
}

@ObjectType({ description: 'Where differences between ratings come from.' })
export class VarianceComponent {
  @Field({ description: 'As textbooks write it: p candidates, i questions, r raters.' }) label!: string;
  @Field(() => Estimate, { description: 'In squared levels.' }) estimate!: Estimate;
  @Field(() => Float, { nullable: true, description: 'Of all differences, 0 to 1.' }) share!: number | null;
}

@ObjectType({ description: 'What the mean of one panel would be worth.' })
export class PanelWorth {
  @Field(() => Int) interviewers!: number;
  @Field(() => Int) questions!: number;
  @Field(() => Estimate, { description: 'For ranking candidates who meet the same panel.' }) g!: Estimate;
  @Field(() => Estimate, { description: 'For deciding on a candidate against a mark, or across panels.' }) phi!: Estimate;
  @Field(() => Float, { nullable: true, description: 'What the mean of such a panel is off by, typically, in levels.' })
  standardErrorOfMeasurement!: number | null;
}

@ObjectType({ description: 'The cheapest panel that is dependable enough.' })
export class CheapestPanel {
  @Field(() => Int) interviewers!: number;
  @Field(() => Int) questions!: number;
  @Field(() => Estimate) phi!: Estimate;
  @Field(() => Float) interviewerHours!: number;
  @Field(() => Float) candidateHours!: number;
  @Field(() => Float) cost!: number;
}

@ObjectType({ description: 'A decision study: what more interviewers, or more questions, would buy.' })
export class PanelStudy {
  readonly report!: StoredReport;
  @Field(() => EstimateStatusEnum) status!: EstimateStatus;
  @Field() sentence!: string;
  @Field(() => String, { nullable: true, description: 'Who met whom, as generalizability theory writes it.' }) design!: string | null;
  @Field(() => Int, {
    description:
      'One for each rater, question and candidate: the mean of the criteria that the rater gave, by their weights. Fewer than ratings of the report, which counts every criterion: how many questions a panel should ask is asked of questions.',
  })
  ratings!: number;
  @Field(() => Int) raters!: number;
  @Field(() => [VarianceComponent]) components!: readonly VarianceComponent[];
  @Field(() => [PanelWorth], { description: '1 to 8 interviewers by 1 to 20 questions each.' }) panels!: readonly PanelWorth[];
}

@ObjectType({ description: 'How far a question has moved between the earlier and the later part of the loops (laterHalfFrom).' })
export class QuestionDrift {
  @Field(() => Estimate, { description: 'By how many levels it has become harder.' }) change!: Estimate;
  @Field(() => Float, { nullable: true, description: 'Two-sided, with all questions of the list taken into account (Holm).' })
  adjustedP!: number | null;
}

@ObjectType({ description: 'How one question has worked.' })
export class QuestionFigures {
  @Field(() => ID) questionVersionId!: string;
  @Field() title!: string;
  @Field(() => Int) candidates!: number;
  @Field(() => Int) ratings!: number;
  @Field(() => Int) raters!: number;
  @Field(() => Estimate, { description: 'In levels.' }) mean!: Estimate;
  @Field(() => Estimate, { description: 'The mean as a share of the scale, 0 to 1: high means easy.' }) difficulty!: Estimate;
  @Field(() => Estimate, { description: 'Does who does well here do well on the other questions?' }) itemRest!: Estimate;
  @Field(() => Estimate, { description: 'How far raters of one answer are from their mean, in levels.' }) disagreement!: Estimate;
  @Field(() => Float, { nullable: true, description: 'Up to here a panel agrees for practical purposes.' }) practicalLimit!: number | null;
  @Field(() => Estimate, {
    nullable: true,
    description:
      'By how many minutes interviews with it went over their plan: of the whole interview, since nobody takes the time of each question.',
  })
  overrun!: Estimate | null;
  @Field(() => QuestionDrift, { nullable: true }) drift!: QuestionDrift | null;
  @Field(() => [QuestionFlagEnum]) flags!: readonly QuestionFlag[];
}

export const QuestionFiguresConnection = connectionType(QuestionFigures, 'QuestionFigures');

@ObjectType({
  description: 'Figures over raters, panels and questions, of loops whose seal is open and of no other, as they were worked out last.',
})
export class InsightReport {
  readonly report!: StoredReport;
  @Field() sentence!: string;
  @Field(() => Int, { description: 'Open loops within the scope.' }) loops!: number;
  @Field(() => Int, { description: 'The newest of them, behind the figures on raters and panels.' }) loopsUsed!: number;
  @Field(() => Int, {
    description:
      'Levels that were given, one for each rater, criterion and candidate. More than panelStudy.ratings, which takes the criteria of one question together.',
  })
  ratings!: number;
  @Field(() => Int) raters!: number;
  @Field(() => SeverityRuler) severity!: SeverityRuler;
  @Field(() => ReliabilityFigures) reliability!: ReliabilityFigures;
  @Field(() => PanelStudy) panelStudy!: PanelStudy;
  @Field(() => Date, {
    nullable: true,
    description:
      'Where the later part begins that drift compares with the earlier one: as asked by driftFrom, else where the later half of the loops begins.',
  })
  laterHalfFrom!: Date | null;
  @Field({ description: 'Nothing has opened since, and nobody waits.' }) upToDate!: boolean;
  @Field({ description: 'It will be worked out anew shortly.' }) pending!: boolean;
  @Field(() => Date, { nullable: true, description: 'When these figures were worked out. The same input is not worked out twice.' })
  computedAt!: Date | null;
  @Field(() => Date, {
    nullable: true,
    description:
      'When the loops were last looked at; later than computedAt where they gave the same input, so that the figures still hold.',
  })
  checkedAt!: Date | null;
}

@ObjectType({ description: 'How strictly you rate, beside the others, over all open loops of the organization.' })
export class OwnRaterFigures {
  @Field(() => RaterFigures, { nullable: true, description: 'Null until you have rated on a loop that is open.' })
  figures!: RaterFigures | null;
  @Field() upToDate!: boolean;
  @Field() pending!: boolean;
  @Field(() => Date, { nullable: true }) computedAt!: Date | null;
}
