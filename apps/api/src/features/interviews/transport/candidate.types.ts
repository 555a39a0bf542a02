import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import type { CandidateValue } from '../application/view-candidates';

@ObjectType({
  implements: () => [NodeType],
  description: 'A person who applies, with her contact data. Panel members learn only the name, at their interviews.',
})
export class Candidate extends NodeType {
  readonly source!: CandidateValue;
  @Field(() => String, { nullable: true, description: 'Null once her data was erased.' }) name!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When her personal data was erased; what she was rated stays without her name.' })
  erasedAt!: Date | null;
  @Field(() => Int) revision!: number;
}

export const CandidateConnection = connectionType(Candidate, 'Candidate');
