import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StoredText } from '@touchstone/platform/validation';
import { IsInt, IsNumber, Max, Min } from 'class-validator';

const StopReasonEnum = { WORN: 'WORN', TIME: 'TIME' } as const;
registerEnumType(StopReasonEnum, {
  name: 'SimulationStop',
  description: 'WORN: the pool has no kit left. TIME: the time did not suffice.',
});

@ArgsType()
export class ExposureArgs {
  @Field(() => ID) @StoredText(1, 100) blueprintId!: string;
  @Field(() => Int, { defaultValue: 52, description: 'Loops of the year, each with a kit of its own: 1 to 200.' })
  @IsInt()
  @Min(1)
  @Max(200)
  loops: number = 52;
  @Field(() => Float, { defaultValue: 0.02, description: 'Share of the best that a kit may give up for fresh questions.' })
  @IsNumber()
  @Min(0)
  @Max(1)
  share: number = 0.02;
  @Field(() => Int, { defaultValue: 1, description: 'The same seed gives the same year.' })
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  seed: number = 1;
}

@ObjectType()
export class QuestionUses {
  @Field(() => ID) questionId!: string;
  @Field() slug!: string;
  @Field(() => Int) uses!: number;
}

@ObjectType({ description: 'How many questions were used so often.' })
export class UseSpread {
  @Field(() => Int) uses!: number;
  @Field(() => Int) questions!: number;
}

@ObjectType()
export class SimulationEnd {
  @Field(() => Int, { description: 'The first loop, counted from 1, for which there was no kit.' }) loop!: number;
  @Field(() => StopReasonEnum) because!: 'WORN' | 'TIME';
  @Field() message!: string;
}

@ObjectType({ description: 'How the bank would wear in a year in which each loop has a fresh kit.' })
export class ExposureSimulation {
  @Field(() => Int, { description: 'Kits that were assembled.' }) loops!: number;
  @Field(() => Int, { description: 'Questions that were used at all.' }) questionsUsed!: number;
  @Field(() => Int, { description: 'Uses of the question that was used most.' }) mostUses!: number;
  @Field(() => Float, { description: 'Share of the loops in which that question stands.' }) mostShare!: number;
  @Field(() => Float, {
    description: 'Gini coefficient of the uses: 0 where all questions are used alike, near 1 where few carry everything.',
  })
  inequality!: number;
  @Field(() => Float, { description: 'Points of the first kit.' }) firstObjective!: number;
  @Field(() => Float, { description: 'Points of the worst kit.' }) leastObjective!: number;
  @Field(() => [UseSpread], { description: 'The most used first.' }) spread!: readonly UseSpread[];
  @Field(() => [QuestionUses], { description: 'Every question of the pool, the most used first.' }) uses!: readonly QuestionUses[];
  @Field(() => SimulationEnd, { nullable: true, description: 'Null where every loop had its kit.' }) ended!: SimulationEnd | null;
}
