import type { Role } from '../access';

/** A member who asks for something in the bank. */
export interface BankMember {
  readonly memberId: string;
  readonly roles: readonly Role[];
}

/** Roles that look after every question, not only their own. */
const STEWARDS: readonly Role[] = ['ADMIN', 'REVIEWER'];

/** May this member retire the question or start a new version of it? Its owner may, and whoever looks after the whole bank. */
export const mayMaintainQuestion = (question: { readonly ownerId: string }, member: BankMember): boolean =>
  question.ownerId === member.memberId || member.roles.some((role) => STEWARDS.includes(role));

/** What decides who sees a version before it is approved. */
export interface VersionInTheMaking {
  readonly status: string;
  readonly authorId: string;
  readonly editorIds: readonly string[];
}

/** Did this member write on the version? Then the draft is hers to edit, submit and withdraw. Nobody else's, whatever the role. */
export const isOwnVersion = ({ authorId, editorIds }: VersionInTheMaking, memberId: string): boolean =>
  authorId === memberId || editorIds.includes(memberId);

/**
 * May this member know of the version at all? What was approved, retired or not, is for every member; a draft is for those who
 * wrote on it and for ADMIN; what is in review is for REVIEWER too. For everybody else it does not exist.
 */
export function mayReadVersion(version: VersionInTheMaking, { memberId, roles }: BankMember): boolean {
  if (version.status === 'APPROVED' || version.status === 'RETIRED') return true;
  if (isOwnVersion(version, memberId) || roles.includes('ADMIN')) return true;
  return version.status === 'IN_REVIEW' && roles.includes('REVIEWER');
}
