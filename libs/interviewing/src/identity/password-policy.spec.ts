import * as fc from 'fast-check';
import { checkPassword, passwordNormalForm } from './password-policy';

const context = { email: 'ana.silva@northwind.example', name: 'Ana Silva', organization: 'Northwind Data' };
const accepted = (password: string): boolean => checkPassword(password, context).ok;

describe('the password policy', () => {
  it('asks for 12 to 128 code points and nothing else of good ones', () => {
    expect(accepted('kelp tango 4')).toBe(true);
    expect(accepted('kelp tango4')).toBe(false);
    expect(accepted('mint'.repeat(1) + 'x7Qp'.repeat(31))).toBe(true);
    expect(accepted('x7Qpm'.repeat(25) + 'abcd')).toBe(false);
    expect(accepted('ocho perros cantan bajo la lluvia')).toBe(true);
    expect(accepted('banana split at noon')).toBe(true); // contains "ana", is not made of it
    expect(accepted('🦀🌵🎻🧊🪁🥨🛶🧭🪵🦜🎈🪴')).toBe(true); // 12 code points, 24 code units
    expect(accepted('🦀🌵🎻🧊🪁🥨')).toBe(false); // 6 code points, 12 code units
  });

  it.each([
    'ana.silva@northwind.example',
    'ANA.SILVA@Northwind.Example',
    'AnaSilva2026!',
    'anasilvaanasilva',
    'Northwind Data',
    'northwinddata123',
    '12NorthwindData34',
    'Ana Silva Northwind Data',
  ])('refuses what an attacker knows: %s', (password) => {
    expect(checkPassword(password, context)).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', path: ['input', 'password'] },
    });
    expect(checkPassword(password, context)).toMatchObject({
      error: { message: expect.stringContaining('your name') },
    });
  });

  it('knows names that end in digits', () => {
    const studio = { ...context, organization: 'Studio 54 Berlin 2000' };
    expect(checkPassword('studio 54 berlin 2000', studio).ok).toBe(false);
    expect(checkPassword('studio 54 berlin 2000', context).ok).toBe(true);
  });

  it.each([
    'password1234',
    'Password!2026',
    'passwordpassword',
    'qwertyuiop123',
    'letmein letmein',
    'welcome12345',
    'correct horse battery staple',
    '123456789012',
    '987654321098',
    '839201847561',
    'abcdefghijkl',
    'bcdefghijklmn',
    'zyxwvutsrqpo',
    'mnopqrstuvwx!',
    'aaaaaaaaaaaa',
    'abababababab',
    '!!!!!!!!!!!!',
    'ｐａｓｓｗｏｒｄ１２３４',
  ])('refuses what is guessed first: %s', (password) => {
    expect(accepted(password)).toBe(false);
  });

  it('never repeats the password in its message', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 11 }), (password) => {
        fc.pre(/^[a-z0-9]{6,}$/i.test(password));
        const result = checkPassword(password, context);
        expect(result.ok).toBe(false);
        expect(JSON.stringify(result)).not.toContain(password);
      }),
    );
  });

  it('takes the same keys in any Unicode form as the same password', () => {
    expect(checkPassword('cafe\u0301 con leche', context)).toEqual({ ok: true, value: 'caf\u00e9 con leche' });
    expect(passwordNormalForm('ﬁve small boats')).toBe('five small boats');
    expect(accepted('\ud800 is half a pair')).toBe(false);
  });

  it('does not trip over an account without names', () => {
    expect(checkPassword('kelp tango 42', { email: '', name: '', organization: '' }).ok).toBe(true);
  });
});
