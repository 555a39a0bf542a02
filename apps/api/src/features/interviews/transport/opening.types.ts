import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OPENING_STATES, type OpeningState } from '@touchstone/interviewing/interviews';
import { connectionType, NodeType } from '@touchstone/platform/graphql';
import type { OpeningValue } from '../application/view-openings';

export const OpeningStatusEnum = Object.fromEntries(OPENING_STATES.map((state) => [state, state])) as { [S in OpeningState]: S };
registerEnumType(OpeningStatusEnum, { name: 'OpeningStatus', description: 'Candidates can be entered while an opening is OPEN.' });

@ObjectType({ implements: () => [NodeType], description: 'A position to fill: what is asked, how it is scored, who answers for it.' })
export class Opening extends NodeType {
  readonly source!: OpeningValue;
  @Field() title!: string;
  @Field(() => OpeningStatusEnum) status!: OpeningState;
  @Field({ description: 'The IANA time zone in which people plan its interviews, for example Europe/Madrid.' }) timeZone!: string;
  @Field() createdAt!: Date;
  @Field(() => Int) revision!: number;
}

export const OpeningConnection = connectionType(Opening, 'Opening');
