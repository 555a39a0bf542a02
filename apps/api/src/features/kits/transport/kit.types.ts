import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { KIT_STATES, type KitState } from '@touchstone/interviewing/kits';
import { NodeType } from '@touchstone/platform/graphql';
import { AssemblyReport } from './report.types';
import { BlueprintWishes } from './wishes.types';

export const KitStatusEnum = Object.fromEntries(KIT_STATES.map((state) => [state, state])) as { [S in KitState]: S };
registerEnumType(KitStatusEnum, { name: 'KitStatus', description: 'A DRAFT can be changed; a PUBLISHED kit is frozen and hashed.' });

@ObjectType({ description: 'One question of a round.' })
export class KitItem {
  @Field(() => ID) questionId!: string;
  @Field(() => ID, { description: 'The version that the kit is pinned to; a later version does not change the kit.' })
  questionVersionId!: string;
  @Field(() => Int) plannedMinutes!: number;
}

@ObjectType({ description: 'One interview of the loop.' })
export class KitRound {
  @Field() name!: string;
  @Field(() => Int, { description: 'The time box for its questions.' }) minutes!: number;
  @Field(() => Int, { description: 'What its questions take together.' }) plannedMinutes!: number;
  @Field(() => [KitItem], { description: 'In the order of asking.' }) items!: readonly KitItem[];
}

@ObjectType({ implements: () => [NodeType], description: 'An interview guide for a whole loop.' })
export class Kit extends NodeType {
  @Field() name!: string;
  @Field(() => KitStatusEnum) status!: KitState;
  @Field(() => String, { nullable: true, description: 'SHA-256 over the canonical JSON of what was published; null for a draft.' })
  contentHash!: string | null;
  @Field(() => Int) revision!: number;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true }) publishedAt!: Date | null;
  @Field(() => [KitRound]) rounds!: readonly KitRound[];
  @Field(() => BlueprintWishes, { description: 'The wishes that it was assembled from, as they were then.' }) wishes!: BlueprintWishes;
  @Field(() => AssemblyReport) report!: AssemblyReport;
  @Field(() => ID, { description: 'Kits that are parallel to each other share it.' }) familyId!: string;
  @Field(() => ID, { nullable: true }) blueprintId!: string | null;
  /** For the fields that another resolver adds; not in the schema. */
  roleProfileKey!: string;
  familyKey!: string;
}
