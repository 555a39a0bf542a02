import { type Role, ROLES } from './roles';

/** One row of the access table. */
export interface PermissionRule {
  /** Who has it. A member with any of these roles. */
  readonly roles: readonly Role[];
  /** What the application must check beyond the role, because it depends on the thing: own, seat, four eyes. */
  readonly scope?: string;
  /** What it lets a member do, in words for the screen that grants it. */
  readonly says: string;
}

/** Whoever is a member, whatever the role. */
const MEMBERS = ROLES;
/** Those who write questions. */
const WRITERS = ['ADMIN', 'AUTHOR', 'REVIEWER'] as const;
/** Those who put kits together: row 12 of the matrix, with the hiring manager in the place of the panel lead. */
const COMPOSERS = ['ADMIN', 'AUTHOR', 'REVIEWER', 'COORDINATOR', 'HIRING_MANAGER'] as const;
/** Those who answer for an opening. */
const HIRERS = ['ADMIN', 'COORDINATOR', 'HIRING_MANAGER'] as const;
/** Those who look over loops without a seat. The seal still decides what they see of ratings. */
const OVERSEERS = ['ADMIN', 'COORDINATOR', 'HIRING_MANAGER', 'AUDITOR'] as const;
/** Those who may take part in a loop or look over it. */
const LOOP_READERS = [...OVERSEERS, 'INTERVIEWER'] as const;
/** Those who may sit on a panel and rate. */
const RATERS = ['ADMIN', 'HIRING_MANAGER', 'INTERVIEWER'] as const;

const OWN_OPENINGS = 'HIRING_MANAGER: only openings of her own';
const OWN_SEATS = 'INTERVIEWER: only where she holds or ever held a seat';
const SEAT = 'the holder of a seat at this interview, whatever the role';
const SEALED = 'the seal decides for every scorecard';

const table = {
  /* identity */
  'viewer.read': { roles: MEMBERS, says: 'See who she is signed in as' },
  'session.manageOwn': { roles: MEMBERS, scope: 'own', says: 'List and end her own sessions' },
  'accessToken.manageOwn': {
    roles: MEMBERS,
    scope: 'own; a token cannot create a token that may do more than itself',
    says: 'Create, list and revoke her own access tokens',
  },
  'password.change': { roles: MEMBERS, scope: 'own', says: 'Change her own password' },

  /* organizations */
  'organization.read': { roles: MEMBERS, says: 'See the name and settings of the organization' },
  'organization.update': { roles: ['ADMIN'], says: 'Change settings: seal policy, retention, sign-in' },
  'organization.create': { roles: ['ADMIN'], says: 'Make a further organization, which she then administers' },
  'organization.switch': {
    roles: MEMBERS,
    scope: 'own; sessions only, a token stays in its organization',
    says: 'Go on in another organization of hers',
  },
  'organization.leave': {
    roles: MEMBERS,
    scope: 'own; never leaving the organization without an active ADMIN',
    says: 'Leave the organization',
  },
  'member.list': { roles: MEMBERS, says: 'See names and roles of members' },
  'member.invite': { roles: ['ADMIN'], says: 'Invite members' },
  'member.update': {
    roles: ['ADMIN'],
    scope: 'never leaving the organization without an active ADMIN',
    says: 'Change roles, suspend and remove members',
  },
  'audit.read': { roles: ['ADMIN', 'AUDITOR'], says: 'Read the audit trail: facts, never sealed values' },
  'audit.verify': { roles: ['ADMIN', 'AUDITOR'], says: 'Verify the hash chain of the audit trail' },

  /* competencies */
  'competency.read': { roles: MEMBERS, says: 'Read the competency framework and role profiles' },
  'roleProfile.update': { roles: ['ADMIN', 'HIRING_MANAGER'], says: 'Write role profiles: weights and their sources' },

  /* question bank */
  'question.read': { roles: MEMBERS, says: 'Read questions: prompt, context, exhibits' },
  'question.readRubric': {
    roles: ['ADMIN', 'AUTHOR', 'REVIEWER', 'HIRING_MANAGER'],
    scope: 'others read a rubric only through an interview at which they are seated',
    says: 'Read rubrics, signals and model answers in the bank',
  },
  'question.create': { roles: WRITERS, says: 'Write a new question or a new version of one' },
  'question.edit': { roles: WRITERS, scope: 'own DRAFT', says: 'Edit her own drafts' },
  'question.submitForReview': {
    roles: WRITERS,
    scope: 'own DRAFT',
    says: 'Submit her own draft for review, or withdraw it',
  },
  'question.review': {
    roles: ['ADMIN', 'REVIEWER'],
    scope: 'four eyes: neither the owner nor an author of any edit of the version',
    says: 'Approve versions in review, or request changes',
  },
  'question.comment': {
    roles: WRITERS,
    scope: 'a version in the making that she may see; a blocking thread is resolved by who opened it or by who may review the version',
    says: 'Comment on versions in review, and resolve what was said',
  },
  'question.retire': { roles: WRITERS, scope: 'AUTHOR: only questions of her own', says: 'Retire approved versions' },
  'question.import': {
    roles: WRITERS,
    scope: 'own imports, ADMIN reads all; what comes in is a draft of hers, and follows the rules for drafts',
    says: 'Bring questions in from files',
  },
  'question.loadShipped': { roles: ['ADMIN'], says: 'Bring in the questions that come with the product, approved as they are' },
  'question.export': {
    roles: ['ADMIN', 'AUTHOR', 'REVIEWER', 'HIRING_MANAGER'],
    scope: 'only what she may read; without question.readRubric nothing that is for scorers',
    says: 'Take questions out as files',
  },

  /* kits */
  'blueprint.read': { roles: [...COMPOSERS, 'AUDITOR'], says: 'Read blueprints' },
  'blueprint.edit': { roles: COMPOSERS, says: 'Write blueprints' },
  'kit.read': { roles: [...COMPOSERS, 'AUDITOR'], says: 'Read kits and their assembly reports' },
  'kit.assemble': { roles: COMPOSERS, says: 'Assemble kits from a blueprint' },
  'kit.edit': { roles: COMPOSERS, scope: 'DRAFT', says: 'Swap and reorder items of a draft kit' },
  'kit.publish': { roles: HIRERS, says: 'Publish a kit, which freezes it and its scoring rule' },
  'scoringRule.read': { roles: [...COMPOSERS, 'AUDITOR'], says: 'Read scoring rules: weights, must-haves, cut-offs' },
  'scoringRule.create': { roles: HIRERS, says: 'Write scoring rules, which are never changed afterwards' },

  /* interviews */
  'opening.read': { roles: OVERSEERS, says: 'Read openings' },
  'opening.create': { roles: HIRERS, says: 'Create openings' },
  'opening.update': { roles: HIRERS, scope: OWN_OPENINGS, says: 'Change, close and reopen openings' },
  'candidate.read': {
    roles: HIRERS,
    scope: 'HIRING_MANAGER: only candidates of her own openings; a seat learns the name through interview.read',
    says: 'Read candidates with their contact data',
  },
  'candidate.create': { roles: ['ADMIN', 'COORDINATOR'], says: 'Enter candidates' },
  'candidate.update': { roles: ['ADMIN', 'COORDINATOR'], says: 'Correct the data of candidates' },
  'candidate.erase': { roles: ['ADMIN'], says: 'Export and erase the personal data of a candidate' },
  'application.create': { roles: ['ADMIN', 'COORDINATOR'], says: 'Enter a candidate for an opening' },
  'application.read': { roles: OVERSEERS, scope: OWN_OPENINGS, says: 'Read applications' },
  'loop.read': { roles: LOOP_READERS, scope: OWN_SEATS, says: 'Read loops: interviews, seats, who has submitted' },
  'interview.read': {
    roles: LOOP_READERS,
    scope: OWN_SEATS,
    says: 'Read interviews: time, candidate name, panel; with a seat also items and rubrics',
  },
  'interview.schedule': { roles: HIRERS, scope: OWN_OPENINGS, says: 'Schedule, cancel and mark interviews as no-show' },
  'interview.run': { roles: RATERS, scope: SEAT, says: 'Start and end an interview, record deviations' },
  'panel.edit': {
    roles: HIRERS,
    scope: OWN_OPENINGS,
    says: 'Seat and remove panel members, acknowledge conflicts of interest',
  },
  'conflict.declare': {
    roles: [...RATERS, 'COORDINATOR'],
    scope: 'own seat; ADMIN and COORDINATOR may suggest one for any seat',
    says: 'Declare a conflict of interest',
  },

  /* scorecards */
  'scorecard.rate': { roles: RATERS, scope: 'own rating seat', says: 'Write notes and ratings on her own scorecard' },
  'scorecard.submit': { roles: RATERS, scope: 'own rating seat', says: 'Submit her own scorecard' },
  'scorecard.read': { roles: LOOP_READERS, scope: SEALED, says: 'Read scorecards as far as the seal allows' },
  'loop.openSealEarly': {
    roles: RATERS,
    scope: 'the LEAD seat of the loop or ADMIN; with a reason, audited, shown on the debrief for good',
    says: 'Open the seal of a loop before everybody has submitted',
  },
  'debrief.read': { roles: LOOP_READERS, scope: SEALED, says: 'Read the debrief of a loop once its seal is open' },
  'debrief.rateAgain': {
    roles: RATERS,
    scope: 'own rating seat, after the seal opened, with a reason; the first rating stays',
    says: 'Add a second rating at the debrief',
  },
  'decision.record': {
    roles: ['ADMIN', 'HIRING_MANAGER'],
    scope: OWN_OPENINGS,
    says: 'Record the decision on an application',
  },

  /* insights */
  'insights.read': {
    roles: OVERSEERS,
    scope: 'loops with an open seal only',
    says: 'Read figures over loops, interviewers and questions',
  },
  'insights.readOwn': { roles: RATERS, scope: 'own', says: 'See how strictly she rates, beside the others' },
  'insights.refresh': {
    roles: HIRERS,
    scope: OWN_OPENINGS,
    says: 'Ask for figures to be worked out anew, also over a stretch of time',
  },
  'declaration.invite': {
    roles: ['ADMIN', 'COORDINATOR'],
    says: 'Make the link by which a candidate may declare groups to belong to; what is declared is shown to nobody',
  },
  'fairness.read': {
    roles: ['ADMIN', 'AUDITOR'],
    scope: 'figures over groups only, none below the threshold of the organization',
    says: 'Read how selection rates of self-declared groups compare',
  },
  'fairness.configure': { roles: ['ADMIN'], scope: 'never below 5', says: 'Set how many people a figure over a group needs at least' },
  'loop.watch': {
    roles: LOOP_READERS,
    scope: OWN_SEATS,
    says: 'Be told live of changes on a loop: facts, never values',
  },
} as const satisfies Record<string, PermissionRule>;

export type Permission = keyof typeof table;

/** The access table. A cell that is not here is refused; README.md says why each is as it is. */
export const permissions: Readonly<Record<Permission, PermissionRule>> = table;

export const PERMISSIONS = Object.keys(table) as readonly Permission[];

export const isPermission = (text: string): text is Permission => Object.hasOwn(table, text);
