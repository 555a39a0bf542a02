import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType } from '@touchstone/platform/graphql';

@ObjectType({
  description:
    'One change, or one refusal (call.refuse, session.refuse): who, when, on what. Lines are only ever added, and each seals the one before it.',
})
export class AuditEvent {
  @Field(() => Int, { description: 'Its place in the trail of the organization, from 1.' }) sequence!: number;
  @Field() occurredAt!: Date;
  @Field({ description: 'How it came: session, token, or system.' }) via!: string;
  @Field({ description: 'The request that made the change.' }) requestId!: string;
  @Field({ description: 'The permission or verb, for example member.update; call.refuse and session.refuse where somebody was refused.' })
  action!: string;
  @Field() subjectType!: string;
  @Field(() => ID, {
    description: 'What was changed; for node where it is a node. Of a refused call the operation, such as Mutation.inviteMember.',
  })
  subjectId!: string;
  @Field({ description: 'Facts and hashes as canonical JSON; never ratings or notes.' }) detail!: string;
  @Field({ description: 'SHA-256 over the canonical JSON of the line.' }) hash!: string;
  @Field() previousHash!: string;
  /** The member who made the change; a field resolver makes it a Member. */
  actorId!: string | null;
}

export const AuditEventConnection = connectionType(AuditEvent, 'AuditEvent');

@ObjectType({ description: 'Whether the audit trail is as it was written.' })
export class AuditTrailReport {
  @Field() intact!: boolean;
  @Field(() => Int, { description: 'How many lines are good, from the first one on.' }) lines!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'The hash of the last line, where all is well. Keep it with the number of lines where nobody who can write to the database can reach it.',
  })
  head!: string | null;
  @Field(() => Int, { nullable: true, description: 'The first line at fault.' }) firstBadSequence!: number | null;
  @Field(() => String, { nullable: true, description: 'What is wrong with that line.' }) fault!: string | null;
}
