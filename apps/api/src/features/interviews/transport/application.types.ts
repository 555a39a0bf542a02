import { Field, ObjectType } from '@nestjs/graphql';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import type { ApplicationValue } from '../application/view-applications';

@ObjectType({ implements: () => [NodeType], description: 'A candidate for an opening. It has one loop.' })
export class Application extends NodeType {
  readonly source!: ApplicationValue;
  @Field(() => String, { nullable: true, description: 'Null once the candidate was erased.' }) candidateName!: string | null;
  @Field() createdAt!: Date;
}

export const ApplicationConnection = connectionType(Application, 'Application');
