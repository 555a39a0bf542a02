import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, DomainErrorType } from '@touchstone/platform/graphql';
import { Kit } from './kit.types';
import { KitFamily } from './kit-family.types';
import { Relaxation, WishViolation } from './report.types';

export const KitConnection = connectionType(Kit, 'Kit');

@ObjectType()
export class AssembleKitPayload {
  @Field(() => Kit) kit!: Kit;
}

@ObjectType()
export class AssembleFamilyPayload {
  @Field(() => KitFamily) family!: KitFamily;
  @Field(() => [Kit], { description: 'In the order in which they were asked for.' }) kits!: readonly Kit[];
}

@ObjectType()
export class SwapItemPayload {
  @Field(() => Kit) kit!: Kit;
  @Field(() => [WishViolation], { description: 'Hard wishes that the kit breaks now.' }) violations!: readonly WishViolation[];
}

@ObjectType()
export class MoveItemPayload {
  @Field(() => Kit) kit!: Kit;
  @Field(() => [WishViolation], { description: 'Hard wishes that the kit breaks now.' }) violations!: readonly WishViolation[];
}

@ObjectType()
export class RenameKitPayload {
  @Field(() => Kit) kit!: Kit;
}

@ObjectType()
export class PublishKitPayload {
  @Field(() => Kit) kit!: Kit;
}

@ObjectType()
export class DeleteKitPayload {
  @Field(() => ID) kitId!: string;
}

@ObjectType({ description: 'A question that could stand in the place of another without breaking a hard wish.' })
export class Substitute {
  @Field(() => ID) questionId!: string;
  @Field(() => ID) questionVersionId!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => Float, { description: 'Points gained or lost against the kit as it is.' }) objectiveChange!: number;
}

@ObjectType({ description: 'How many questions carry a competency, in each of two kits.' })
export class CoverageDifference {
  @Field() competencySlug!: string;
  @Field(() => Float, { description: 'Percent of the role profile.' }) weight!: number;
  @Field(() => Int) a!: number;
  @Field(() => Int) b!: number;
}

@ObjectType({ description: 'How alike two kits are.' })
export class KitComparison {
  @Field(() => Kit) a!: Kit;
  @Field(() => Kit) b!: Kit;
  @Field(() => [ID]) sharedQuestionIds!: readonly string[];
  @Field(() => [ID]) questionIdsOnlyInA!: readonly string[];
  @Field(() => [ID]) questionIdsOnlyInB!: readonly string[];
  @Field(() => Int) plannedMinutesA!: number;
  @Field(() => Int) plannedMinutesB!: number;
  @Field(() => [CoverageDifference], { description: 'Competencies that they cover with a different number of questions.' })
  coverageDifferences!: readonly CoverageDifference[];
}

@ObjectType('InfeasibleBlueprintError', {
  implements: () => [DomainErrorType],
  description:
    'Proven: no kits satisfy all hard wishes. `conflicts` are wishes, and rules between kits, that cannot be had together; loosen one.',
})
export class InfeasibleBlueprintErrorType extends DomainErrorType {
  @Field(() => [WishViolation], { description: 'Empty where the time did not suffice to find out why.' })
  conflicts!: readonly WishViolation[];
  @Field(() => [Relaxation], { description: 'What would help, the cheapest first.' }) relaxations!: readonly Relaxation[];
}

@ObjectType('AssemblyTimeLimitError', {
  implements: () => [DomainErrorType],
  description: 'The time ran out before any kit was found, and it is not proven that there is none.',
})
export class AssemblyTimeLimitErrorType extends DomainErrorType {
  @Field(() => Int) timeLimitSeconds!: number;
}

@ObjectType('BrokenWishesError', {
  implements: () => [DomainErrorType],
  description: 'The kit breaks hard wishes and cannot be published.',
})
export class BrokenWishesErrorType extends DomainErrorType {
  @Field(() => [WishViolation]) violations!: readonly WishViolation[];
}
