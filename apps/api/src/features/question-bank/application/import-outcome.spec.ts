import { ROLES } from '@touchstone/interviewing/access';
import type { MetQuestion } from '../persistence/import-bank.repository';
import { judge } from './import-outcome';

const met = (changes: Partial<MetQuestion>): MetQuestion => ({
  questionId: 'q',
  slug: 'skew',
  ownerId: 'ana',
  questionRevision: 1,
  categoryId: 'c',
  latestId: 'v1',
  number: 1,
  status: 'APPROVED',
  authorId: 'ana',
  editorIds: ['ana'],
  revision: 3,
  contentHash: 'old',
  approvedHash: 'old',
  external: null,
  ...changes,
});
const draft = { status: 'DRAFT', approvedHash: null } as const;
const overApproved = { status: 'DRAFT', contentHash: 'draft', approvedHash: 'old' } as const;
const bea = { authorId: 'bea', editorIds: ['bea'] };
const identity = 'csv:bank.csv\nq1';
const named = { external: JSON.stringify([{ system: 'csv:bank.csv', id: 'q1' }]) };
const ana = { memberId: 'ana', roles: ['AUTHOR'] } as const;
const stranger = { memberId: 'zoe', roles: ['AUTHOR'] } as const;
const reviewer = { memberId: 'rob', roles: ['REVIEWER'] } as const;

describe('what a question of a file is to the bank', () => {
  it.each([
    ['nothing there', undefined, ana, {}, 'NEW', 'NEW_QUESTION'],
    ['the same content', met({}), stranger, { contentHash: 'old' }, 'UNCHANGED', 'NOTHING'],
    ['other content, by the owner', met({}), ana, {}, 'CHANGED', 'NEW_VERSION'],
    ['other content, by a reviewer', met({}), reviewer, {}, 'CHANGED', 'NEW_VERSION'],
    ['other content, by somebody else', met({}), stranger, {}, 'CONFLICT', 'LEFT_OUT'],
    ['a retired question', met({ status: 'RETIRED' }), ana, {}, 'CHANGED', 'NEW_VERSION'],
    ['her own draft', met(draft), ana, {}, 'CHANGED', 'DRAFT_REPLACED'],
    ['her own draft, with the same content', met(draft), ana, { contentHash: 'old' }, 'UNCHANGED', 'NOTHING'],
    ['in review', met({ status: 'IN_REVIEW', approvedHash: null }), ana, {}, 'CONFLICT', 'LEFT_OUT'],
    ['a draft of somebody else over an approved version', met({ ...overApproved, ...bea }), ana, {}, 'CONFLICT', 'LEFT_OUT'],
    ['that, with what is approved', met({ ...overApproved, ...bea }), ana, { contentHash: 'old' }, 'UNCHANGED', 'NOTHING'],
    [
      'that, with what only the draft says, which she may not know',
      met({ ...overApproved, ...bea }),
      ana,
      { contentHash: 'draft' },
      'CONFLICT',
      'LEFT_OUT',
    ],
    ['a question of another origin', met({}), ana, { identity }, 'CONFLICT', 'LEFT_OUT'],
    ['a question of the same origin', met(named), ana, { identity }, 'CHANGED', 'NEW_VERSION'],
    ['the same number of another file', met(named), ana, { identity: 'csv:other.csv\nq1' }, 'CONFLICT', 'LEFT_OUT'],
  ] as const)('%s', (_what, there, reader, candidate, outcome, effect) => {
    const judged = judge({ slug: 'skew', contentHash: 'new', identity: null, ...candidate }, there, reader);
    expect(judged).toMatchObject({ outcome, effect, basis: there === undefined ? null : 'v1@3' });
    expect(judged.reason === null).toBe(outcome !== 'CONFLICT');
  });

  it('says of a draft that one may not know of nothing but that the slug is taken, whatever the content', () => {
    for (const contentHash of ['old', 'new'])
      for (const role of ROLES.filter((one) => one !== 'ADMIN')) {
        const { outcome, reason } = judge({ slug: 'skew', contentHash, identity: null }, met(draft), { memberId: 'zoe', roles: [role] });
        expect([outcome, reason]).toEqual([
          'CONFLICT',
          'The slug "skew" is taken. Slugs are for ever; give the question another id in the file.',
        ]);
      }
  });
});
