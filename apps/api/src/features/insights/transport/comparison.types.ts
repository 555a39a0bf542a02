import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LeftOutBecause } from '@touchstone/interviewing/insights';
import type { EstimateStatus } from '@touchstone/kernel';
import { Loop } from '../../interviews';
import { Estimate, EstimateStatusEnum } from './estimate.types';

const LEFT_OUT = {
  NOTHING_RATED: 'NOTHING_RATED',
  OTHER_RULE: 'OTHER_RULE',
  TOO_MANY: 'TOO_MANY',
} as const satisfies { [B in LeftOutBecause]: B };
registerEnumType(LEFT_OUT, {
  name: 'LeftOutBecause',
  description:
    'NOTHING_RATED: no rating that counts. OTHER_RULE: planned under another scoring rule than the opening has now. TOO_MANY: only the newest 200 are compared.',
});

@ObjectType({ description: 'One candidate of an opening, as its loop came out beside the others.' })
export class ComparedCandidate {
  @Field(() => Loop) loop!: Loop;
  @Field(() => Estimate, {
    description:
      'The mean of the competencies by the weights of the registered rule. Its interval is for the mean over all panels that might have sat there, from the raters of this loop alone; see intervalsReason.',
  })
  weighted!: Estimate;
  @Field(() => Estimate, {
    description:
      'The same with the severity of raters and the difficulty of questions taken out. Its interval is for the score from the average panel of this opening, from all ratings of the opening; see intervalsReason.',
  })
  adjusted!: Estimate;
  @Field(() => Estimate, { nullable: true, description: 'The expected rank and an interval for the true one; by the adjusted figure.' })
  rank!: Estimate | null;
  @Field(() => Float, { nullable: true, description: 'The chance of being truly the best of these, 0 to 1.' }) chanceOfFirst!:
    number | null;
  @Field(() => [Int], { description: 'The numbers, from 0, of the groups in which it stands.' }) groups!: readonly number[];
  @Field(() => [Float], {
    nullable: 'items',
    description:
      'The probability that this candidate is truly above the other, for each in the order of the candidates; null against itself.',
  })
  probabilityAbove!: readonly (number | null)[];
}

@ObjectType()
export class LeftOutCandidate {
  @Field(() => Loop) loop!: Loop;
  @Field(() => LEFT_OUT) because!: LeftOutBecause;
}

@ObjectType({
  description:
    'The candidates of an opening whose loops are open, side by side. A loop that is still sealed has no part in any figure here, and moves none.',
})
export class OpeningComparison {
  @Field(() => EstimateStatusEnum, { nullable: true, description: 'Of the adjusted figures; null until they are worked out.' })
  status!: EstimateStatus | null;
  @Field({ description: 'What stands behind the adjusted figures, or why there are none; names the missing link.' }) sentence!: string;
  @Field({ description: 'Weighted means and adjusted figures cannot differ.' }) mustAgree!: boolean;
  @Field({ description: 'Why they must agree, or why not.' }) mustAgreeReason!: string;
  @Field({
    description: 'Why the intervals of the two differ, also where the figures agree, and which is to be read for what: for people.',
  })
  intervalsReason!: string;
  @Field({ description: 'By what the candidates are ranked and grouped, or why some or all of them are not: for people.' })
  rankingReason!: string;
  @Field(() => [ComparedCandidate], { description: 'Best first by the adjusted figure; those without one after them.' })
  candidates!: readonly ComparedCandidate[];
  @Field(() => [[ID]], {
    description:
      'The loops of those who cannot be told apart, best first. Groups overlap: two stand in one group exactly if they are not told apart.',
  })
  groups!: readonly (readonly string[])[];
  @Field(() => [LeftOutCandidate]) leftOut!: readonly LeftOutCandidate[];
  @Field(() => Int, { description: 'Loops of this opening whose seal is still closed.' }) sealedLoops!: number;
  @Field(() => Int, { description: 'Ratings behind the figures.' }) ratings!: number;
  @Field(() => Int, { description: 'Distinct raters behind the figures.' }) raters!: number;
  @Field({ description: 'Nothing has opened since.' }) upToDate!: boolean;
  @Field({ description: 'It will be worked out anew shortly.' }) pending!: boolean;
  @Field(() => Date, { nullable: true }) computedAt!: Date | null;
}
