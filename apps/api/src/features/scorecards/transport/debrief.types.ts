import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SealPolicy } from '@touchstone/interviewing/access';
import type { SeatKind } from '@touchstone/interviewing/interviews';
import type { DriftKind, PanelistRecommendation } from '@touchstone/interviewing/scorecards';
import { Deviation, Interview, PanelSeat, SeatKindEnum, TEXT_ERASED_AT } from '../../interviews';
import { Member, SealPolicyEnum } from '../../organizations';
import { PanelistRecommendationEnum, Rating } from './scorecard.types';

const DRIFTS = {
  SAME: 'SAME',
  RAISED: 'RAISED',
  LOWERED: 'LOWERED',
  NOW_OBSERVED: 'NOW_OBSERVED',
  NOW_NOT_OBSERVED: 'NOW_NOT_OBSERVED',
} as const satisfies { [D in DriftKind]: D };
registerEnumType(DRIFTS, { name: 'DriftKind', description: 'How a second rating moved from the first.' });

@ObjectType({ description: 'Who opened the seal before all had submitted, and why.' })
export class EarlyOpening {
  @Field(() => Member, { nullable: true }) by!: Member | null;
  @Field() reason!: string;
}

@ObjectType({ description: 'The seal of a loop. The same for everybody who reads the loop, and nothing in it depends on what was rated.' })
export class LoopSeal {
  @Field(() => SealPolicyEnum) policy!: SealPolicy;
  @Field() open!: boolean;
  @Field(() => Date, { nullable: true }) openedAt!: Date | null;
  @Field(() => EarlyOpening, { nullable: true, description: 'Null where it opened by itself, or is closed.' }) early!: EarlyOpening | null;
  @Field(() => Int, { description: 'Scorecards submitted.' }) submitted!: number;
  @Field(() => Int, { description: 'Scorecards owed.' }) of!: number;
}

@ObjectType({ description: 'What one panelist concluded.' })
export class PanelConclusion {
  @Field(() => ID) scorecardId!: string;
  @Field(() => Member, { nullable: true }) member!: Member | null;
  @Field(() => SeatKindEnum) seatKind!: SeatKind;
  @Field(() => PanelistRecommendationEnum, { nullable: true }) recommendation!: PanelistRecommendation | null;
  @Field() summary!: string;
  @Field({ description: 'Does it weigh in figures? Not of a shadow, nor of one who could see the others when she submitted.' })
  counts!: boolean;
  @Field() afterOpening!: boolean;
  @Field({ description: 'On the smaller side of hire against no hire, among those that count.' }) dissents!: boolean;
}

@ObjectType({ description: 'A rating given at the debrief. The first stays, and stays what figures use.' })
export class SecondRating {
  @Field(() => ID) id!: string;
  @Field(() => Int) level!: number;
  @Field() reason!: string;
  @Field(() => Date, { nullable: true, description: TEXT_ERASED_AT }) textErasedAt!: Date | null;
  @Field() createdAt!: Date;
  @Field(() => DRIFTS) drift!: DriftKind;
  @Field(() => Int, { nullable: true, description: 'In levels; null where the first was not observed.' }) change!: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Did it move nearer to the first ratings of the others? Null where that cannot be said.',
  })
  towardsOthers!: boolean | null;
}

@ObjectType({ description: 'What one rater said of one criterion.' })
export class DebriefRating {
  @Field(() => Member, { nullable: true }) member!: Member | null;
  @Field(() => SeatKindEnum) seatKind!: SeatKind;
  @Field() counts!: boolean;
  @Field(() => Rating) rating!: Rating;
  @Field(() => SecondRating, { nullable: true }) second!: SecondRating | null;
}

@ObjectType({ description: 'One criterion of one question, every rater beside the others.' })
export class DebriefCriterion {
  @Field() criterion!: string;
  @Field() title!: string;
  @Field() competency!: string;
  @Field(() => Float) weight!: number;
  @Field(() => Int, { nullable: true, description: 'Highest less lowest level among those that count; null below two.' }) range!:
    number | null;
  @Field({ description: 'The raters differ by more than one level.' }) toDiscuss!: boolean;
  @Field(() => [DebriefRating]) ratings!: readonly DebriefRating[];
}

@ObjectType({ description: 'One question as asked in one interview.' })
export class DebriefItem {
  @Field(() => Interview) interview!: Interview;
  @Field(() => ID) questionVersionId!: string;
  @Field() title!: string;
  @Field() skipped!: boolean;
  @Field() added!: boolean;
  @Field(() => [DebriefCriterion]) criteria!: readonly DebriefCriterion[];
}

@ObjectType({ description: 'How the debrief moved the ratings of a loop, in levels; null where nothing can be said.' })
export class DebriefDrift {
  @Field(() => Int) ratings!: number;
  @Field(() => Float, { nullable: true }) meanChange!: number | null;
  @Field(() => Float, { nullable: true }) meanAbsoluteChange!: number | null;
  @Field(() => Int, { description: 'How many went nearer to the first ratings of the others: conformity made visible.' })
  movedTowardsOthers!: number;
  @Field(() => Int) movedAway!: number;
}

@ObjectType({ description: 'All that was submitted on a loop, side by side.' })
export class Debrief {
  @Field() openedAt!: Date;
  @Field(() => [PanelConclusion]) conclusions!: readonly PanelConclusion[];
  @Field(() => [DebriefItem]) items!: readonly DebriefItem[];
  @Field(() => [Deviation]) deviations!: readonly Deviation[];
  @Field(() => DebriefDrift) drift!: DebriefDrift;
  @Field(() => [PanelSeat], { description: 'Seats that have not submitted, where the seal was opened early.' })
  outstanding!: readonly PanelSeat[];
  @Field(() => [PanelSeat], {
    description: 'Seats that were taken away and with them what they owed: when, by whom and why they say themselves.',
  })
  removed!: readonly PanelSeat[];
}
