import type { Actor } from '@touchstone/platform/actor';
import { globalId, localId, readGlobalId } from '@touchstone/platform/graphql';
import type { AuditEventFilter } from '../application/list-audit-events';
import type { AuditEventsArgs } from './audit.inputs';

/** The filter that the arguments mean; null where an id names nothing of the actor's organization, so that nothing is found. */
export function auditFilterOf(actor: Actor, { memberId, action, subjectId, from, to }: AuditEventsArgs): AuditEventFilter | null {
  const member = memberId ? localId(actor, 'Member', memberId) : null;
  const subject = subjectId ? readGlobalId(subjectId) : null;
  if (memberId && member === null) return null;
  if (subjectId && subject?.organizationId !== actor.organizationId) return null;
  return {
    memberId: member,
    action: action ?? null,
    subject: subject && { type: subject.noun, id: subject.id },
    from: from ?? null,
    to: to ?? null,
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id of what a line is about, as clients know it. */
export const subjectIdOf = (organizationId: string, type: string, id: string): string =>
  UUID.test(id) ? globalId(type, organizationId, id) : id;
