import { type Permission, PERMISSIONS, permissions } from '@touchstone/interviewing/access';

export interface RightsGroup {
  readonly title: string;
  readonly permissions: readonly { readonly permission: Permission; readonly says: string }[];
}

/** Where the permissions on each noun are shown. A noun that is not here comes at the end, so that none gets lost. */
const groups: readonly { readonly title: string; readonly nouns: readonly string[] }[] = [
  { title: 'Your account', nouns: ['viewer', 'session', 'accessToken', 'password'] },
  { title: 'Organization', nouns: ['organization', 'member', 'invitation', 'audit'] },
  { title: 'Competencies', nouns: ['competency', 'roleProfile'] },
  { title: 'Question bank', nouns: ['question'] },
  { title: 'Kits', nouns: ['blueprint', 'scoringRule', 'kit'] },
  { title: 'Interviews', nouns: ['opening', 'candidate', 'application', 'loop', 'interview', 'panel', 'conflict'] },
  { title: 'Scorecards', nouns: ['scorecard', 'debrief', 'decision'] },
  { title: 'Insights', nouns: ['insights', 'fairness', 'declaration'] },
];

const nounOf = (permission: Permission): string => permission.split('.')[0] ?? permission;
const known = new Set(groups.flatMap(({ nouns }) => nouns));
const entriesFor = (belongs: (noun: string) => boolean): RightsGroup['permissions'] =>
  PERMISSIONS.filter((permission) => belongs(nounOf(permission))).map((permission) => ({
    permission,
    says: toYou(permissions[permission].says),
  }));

/** All permissions in groups, in the order of the rooms, each with what it lets you do. */
export const rights: readonly RightsGroup[] = [
  ...groups.map(({ title, nouns }) => ({ title, permissions: entriesFor((noun) => nouns.includes(noun)) })),
  { title: 'Further', permissions: entriesFor((noun) => !known.has(noun)) },
].filter((group) => group.permissions.length > 0);

/** The access table speaks of a member as she; this page speaks to her. */
export function toYou(says: string): string {
  return says
    .replace(/\bshe is\b/g, 'you are')
    .replace(/\bshe (then )?(\w+)s\b/g, 'you $1$2')
    .replace(/\bshe\b/g, 'you')
    .replace(/\bhers\b/g, 'yours')
    .replace(/\bher own\b/g, 'your own')
    .replace(/\bher\b/g, 'your');
}
