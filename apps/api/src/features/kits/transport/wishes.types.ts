import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { QuestionKind } from '@touchstone/bank-format';
import { QuestionKindEnum } from '../../question-bank';

@ObjectType({ isAbstract: true })
abstract class Bound {
  @Field(() => Int, { nullable: true }) min?: number | null;
  @Field(() => Int, { nullable: true }) max?: number | null;
  @Field(() => Int, { nullable: true, description: 'Points lost for each unit missed; null where the limit is hard.' }) soft?:
    number | null;
}

@ObjectType({ description: 'Question time of a round, in minutes.' })
export class MinutesWish extends Bound {}

@ObjectType({ description: 'How many questions a round holds.' })
export class QuestionCountWish extends Bound {}

@ObjectType({ description: 'How many questions of one competency or category a round holds.' })
export class NamedWish extends Bound {
  @Field({ description: 'Of the competency or category.' }) slug!: string;
}

@ObjectType({ description: 'How many questions of one kind a round holds.' })
export class KindWish extends Bound {
  @Field(() => QuestionKindEnum) kind!: QuestionKind;
}

@ObjectType({ description: 'Question time of a slot, in minutes.' })
export class SlotMinutes {
  @Field(() => Int, { nullable: true }) min?: number | null;
  @Field(() => Int, { nullable: true }) max?: number | null;
}

@ObjectType({ description: 'A place for one question. An empty list allows anything.' })
export class SlotWish {
  @Field() label!: string;
  @Field(() => SlotMinutes) minutes!: SlotMinutes;
  @Field(() => [String]) categories!: readonly string[];
  @Field(() => [String], { description: 'One of them is the first competency of the question.' }) competencies!: readonly string[];
  @Field(() => [QuestionKindEnum]) kinds!: readonly QuestionKind[];
}

@ObjectType({ description: 'The wishes for one round.' })
export class RoundWish {
  @Field() name!: string;
  @Field(() => MinutesWish) minutes!: MinutesWish;
  @Field(() => QuestionCountWish) questions!: QuestionCountWish;
  @Field(() => [NamedWish]) competencies!: readonly NamedWish[];
  @Field(() => [NamedWish]) categories!: readonly NamedWish[];
  @Field(() => [KindWish]) kinds!: readonly KindWish[];
  @Field(() => [SlotWish], { description: 'Places in the order of asking; empty where any question may stand anywhere.' })
  slots!: readonly SlotWish[];
}

@ObjectType({ description: 'The mean difficulty of the kit, levels 1 to 5.' })
export class DifficultyWish {
  @Field(() => Float) target!: number;
  @Field(() => Float) tolerance!: number;
  @Field(() => Int, { nullable: true, description: 'Points lost for each hundredth of a level; null where it is hard.' }) soft?:
    number | null;
}

@ObjectType({ description: 'No question that stands in more than `uses` kits published within the last `months` months.' })
export class ExposureLimit {
  @Field(() => Int) months!: number;
  @Field(() => Int) uses!: number;
}

@ObjectType({ description: 'Two questions that never meet in one kit.' })
export class EnemyPair {
  @Field(() => ID) questionId!: string;
  @Field(() => ID) otherQuestionId!: string;
}

@ObjectType({ description: 'All that a blueprint asks of a kit.' })
export class BlueprintWishes {
  @Field(() => [RoundWish]) rounds!: readonly RoundWish[];
  @Field(() => DifficultyWish, { nullable: true }) difficulty!: DifficultyWish | null;
  @Field(() => [String], { description: 'Each of these categories has a question somewhere in the kit.' })
  mandatoryCategories!: readonly string[];
  @Field(() => [ID]) excludedQuestionIds!: readonly string[];
  @Field(() => [ID]) mustHaveQuestionIds!: readonly string[];
  @Field(() => [EnemyPair]) enemies!: readonly EnemyPair[];
  @Field({ description: 'No two questions of a kit have the same first competency.' }) distinctCompetencies!: boolean;
  @Field(() => ExposureLimit, { nullable: true }) exposureLimit!: ExposureLimit | null;
  @Field({
    description: 'May the kit hold questions that were published with their answers? Such a kit is for practice, not for selection.',
  })
  includeTraining!: boolean;
}
