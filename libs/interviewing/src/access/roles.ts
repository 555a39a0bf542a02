/** What a member is in an organization. Several at once are allowed; rights add up within that organization and nowhere else. */
export const ROLES = ['ADMIN', 'AUTHOR', 'REVIEWER', 'COORDINATOR', 'HIRING_MANAGER', 'INTERVIEWER', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
