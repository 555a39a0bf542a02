import type { Actor } from '@touchstone/platform/actor';
import { localId } from '@touchstone/platform/graphql';
import type { QuestionFilter as Filter } from '../application/list-questions';
import type { QuestionFilter } from './question.inputs';

/** A filter as it was sent, with every member named and ids read. An owner that is nobody here matches nothing. */
export const filterOf = (actor: Actor, sent: QuestionFilter | null | undefined): Filter & { readonly text: string | null } => ({
  text: sent?.text?.trim() || null,
  categories: sent?.categories ?? null,
  competencies: sent?.competencies ?? null,
  kinds: sent?.kinds ?? null,
  difficulty: { min: sent?.difficulty?.min ?? null, max: sent?.difficulty?.max ?? null },
  minutes: { min: sent?.minutes?.min ?? null, max: sent?.minutes?.max ?? null },
  tagsAll: sent?.tagsAll ?? null,
  tagsAny: sent?.tagsAny ?? null,
  seniority: sent?.seniority ?? null,
  statuses: sent?.statuses ?? null,
  usage: sent?.usage ?? null,
  owner: sent?.ownerId ? { memberId: localId(actor, 'Member', sent.ownerId) } : null,
});
