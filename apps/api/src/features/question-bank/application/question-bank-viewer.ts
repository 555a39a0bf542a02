import type { Actor } from '@touchstone/platform/actor';
import type { BankViewer } from '../persistence/question-filter';

/** What lists need to know of who looks. */
export const viewerOf = ({ memberId, roles }: Actor): BankViewer => ({
  memberId,
  administers: roles.includes('ADMIN'),
  reviews: roles.includes('REVIEWER'),
});
