import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ASSEMBLY_STATES, type AssemblyState } from '@touchstone/interviewing/kits';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import { FamilyLikeness } from './kit-family.types';
import { Relaxation, WishViolation } from './report.types';

export const AssemblyStateEnum = Object.fromEntries(ASSEMBLY_STATES.map((state) => [state, state])) as { [S in AssemblyState]: S };
registerEnumType(AssemblyStateEnum, {
  name: 'AssemblyState',
  description: 'QUEUED: waits. RUNNING: is worked on. DONE: its kits are there. FAILED: `failure` says why. CANCELLED: was called off.',
});

@ObjectType({ description: 'How far the solver is.' })
export class AssemblyProgress {
  @Field(() => Float, { nullable: true, description: 'Points of the best known; null where nothing is found yet.' })
  objective!: number | null;
  @Field(() => Float, { nullable: true, description: 'What nothing can beat; null where that is not known yet.' }) bound!: number | null;
  @Field(() => Float, { nullable: true, description: 'Relative distance between the two; 0 means proven best.' }) gap!: number | null;
  @Field(() => Float) seconds!: number;
}

@ObjectType({ description: 'Why there are no kits.' })
export class AssemblyFailure {
  @Field({
    description:
      'INFEASIBLE_BLUEPRINT, ASSEMBLY_TIME_LIMIT, VALIDATION, NOT_FOUND, INTERRUPTED (its process ended) or BROKEN (a fault of the program).',
  })
  code!: string;
  @Field() message!: string;
  @Field(() => [WishViolation], { description: 'Wishes, and rules between kits, that cannot be had together.' })
  conflicts!: readonly WishViolation[];
  @Field(() => [Relaxation], { description: 'What would help, the cheapest first.' }) relaxations!: readonly Relaxation[];
}

@ObjectType({ description: 'How many kits of which blueprint.' })
export class WantedKits {
  @Field(() => ID) blueprintId!: string;
  @Field(() => Int) kits!: number;
}

@ObjectType({
  implements: () => [NodeType],
  description: 'An assembly that takes its time. It is kept for 90 days after it has ended; its kits stay.',
})
export class Assembly extends NodeType {
  @Field() name!: string;
  @Field(() => AssemblyStateEnum) status!: AssemblyState;
  @Field(() => [WantedKits]) members!: readonly WantedKits[];
  @Field(() => Int) maxOverlap!: number;
  @Field(() => FamilyLikeness) likeness!: FamilyLikeness;
  @Field(() => Int) timeLimitSeconds!: number;
  @Field(() => AssemblyProgress, { nullable: true, description: 'Null before it was begun.' }) progress!: AssemblyProgress | null;
  @Field(() => AssemblyFailure, { nullable: true, description: 'Where it FAILED.' }) failure!: AssemblyFailure | null;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true }) startedAt!: Date | null;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  /** For the fields that another resolver adds; not in the schema. */
  familyKey!: string | null;
  requesterKey!: string;
}

export const AssemblyConnection = connectionType(Assembly, 'Assembly');

@ObjectType()
export class StartAssemblyPayload {
  @Field(() => Assembly) assembly!: Assembly;
}

@ObjectType()
export class CancelAssemblyPayload {
  @Field(() => Assembly) assembly!: Assembly;
}
