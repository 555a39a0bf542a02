import { Field, ObjectType } from '@nestjs/graphql';
import { Loop } from '../../interviews';
import { Decision } from './decision.types';
import { SecondRating } from './debrief.types';
import { Rating, Scorecard } from './scorecard.types';

@ObjectType()
export class OpenScorecardPayload {
  @Field(() => Scorecard) scorecard!: Scorecard;
}

@ObjectType()
export class SaveRatingPayload {
  @Field(() => Scorecard) scorecard!: Scorecard;
  @Field(() => Rating, { description: 'As it is stored now.' }) rating!: Rating;
}

@ObjectType()
export class SaveSummaryPayload {
  @Field(() => Scorecard) scorecard!: Scorecard;
}

@ObjectType()
export class SubmitScorecardPayload {
  @Field(() => Scorecard) scorecard!: Scorecard;
  @Field(() => Loop, { nullable: true }) loop!: Loop | null;
}

@ObjectType()
export class OpenSealEarlyPayload {
  @Field(() => Loop) loop!: Loop;
}

@ObjectType()
export class RateAgainPayload {
  @Field(() => SecondRating) secondRating!: SecondRating;
  @Field(() => Loop) loop!: Loop;
}

@ObjectType()
export class RecordDecisionPayload {
  @Field(() => Decision) decision!: Decision;
  @Field(() => Loop) loop!: Loop;
}
