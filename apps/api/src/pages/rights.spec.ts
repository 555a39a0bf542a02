import { PERMISSIONS } from '@touchstone/interviewing/access';
import { rights, toYou } from './rights';

const entries = rights.flatMap(({ permissions }) => permissions);

describe('what you may do', () => {
  it('shows every permission once', () => {
    expect(entries.map(({ permission }) => permission).sort()).toEqual([...PERMISSIONS].sort());
  });

  it('has a group for every noun', () => {
    expect(rights.map(({ title }) => title)).not.toContain('Further');
  });

  it('speaks to the reader', () => {
    expect(entries.map(({ says }) => says).filter((says) => /\b(she|her|hers|herself)\b/i.test(says))).toEqual([]);
    expect(toYou('Make a further organization, which she then administers')).toBe('Make a further organization, which you then administer');
    expect(toYou('See who she is signed in as')).toBe('See who you are signed in as');
    expect(toYou('Go on in another organization of hers')).toBe('Go on in another organization of yours');
  });
});
