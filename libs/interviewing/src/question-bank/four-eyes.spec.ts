import { checkFourEyes } from './four-eyes';

describe('four eyes', () => {
  const version = { ownerId: 'ana', editorIds: ['bo', 'cy'] };

  it('lets somebody review who neither owns nor edited the version', () => {
    expect(checkFourEyes(version, 'di')).toEqual({ ok: true, value: true });
  });

  it.each(['ana', 'bo', 'cy'])('does not let %s', (reviewer) => {
    expect(checkFourEyes(version, reviewer)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });
});
