import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EstimateStatus } from '@touchstone/kernel';

export const EstimateStatusEnum = {
  OK: 'OK',
  INSUFFICIENT_DATA: 'INSUFFICIENT_DATA',
  DISCONNECTED: 'DISCONNECTED',
  CONSTANT: 'CONSTANT',
  EXTREME: 'EXTREME',
  NOT_CONVERGED: 'NOT_CONVERGED',
} as const satisfies { [S in EstimateStatus]: S };
registerEnumType(EstimateStatusEnum, { name: 'EstimateStatus', description: 'Why a figure is, or is not, to be had.' });

@ObjectType({ description: 'An interval that holds the figure at this level of confidence.' })
export class Interval {
  @Field(() => Float) lower!: number;
  @Field(() => Float) upper!: number;
  @Field(() => Float, { description: '0.95 is 95 %.' }) level!: number;
}

@ObjectType({
  description:
    'A figure that says what stands behind it. Exact; round it for display only. What cannot be had is null, and status says why.',
})
export class Estimate {
  @Field(() => Float, { nullable: true }) value!: number | null;
  @Field(() => Float, { nullable: true }) standardError!: number | null;
  @Field(() => Interval, { nullable: true }) interval!: Interval | null;
  @Field(() => Int, { description: 'Ratings behind the figure.' }) n!: number;
  @Field(() => Int, { description: 'Distinct raters behind the figure.' }) raters!: number;
  @Field() method!: string;
  @Field(() => EstimateStatusEnum) status!: EstimateStatus;
}
