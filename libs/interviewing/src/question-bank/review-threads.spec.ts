import { mayResolveThread } from './review-threads';

describe('who settles what was said of a version', () => {
  const version = { ownerId: 'owner', editorIds: ['author', 'editor'] };
  const PEOPLE = ['owner', 'author', 'editor', 'opener', 'reviewer'];
  const settlers = (blocking: boolean, openedBy: string): string[] =>
    PEOPLE.filter((member) => mayResolveThread({ openedBy, blocking }, version, member).ok);

  it('everybody who sees it, where it does not block', () => {
    expect(settlers(false, 'opener')).toEqual(PEOPLE);
  });

  it('where it blocks: who opened it, and who has no part in the version', () => {
    expect(settlers(true, 'opener')).toEqual(['opener', 'reviewer']);
    expect(settlers(true, 'author')).toEqual(['author', 'opener', 'reviewer']);
  });

  it('and says so to the others', () => {
    expect(mayResolveThread({ openedBy: 'opener', blocking: true }, version, 'author')).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    });
  });
});
