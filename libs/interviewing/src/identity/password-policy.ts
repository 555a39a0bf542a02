import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { COMMON_WORDS } from './common-passwords';

/** In code points of the normal form. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** What an attacker knows about the account. */
export interface PasswordContext {
  readonly email: string;
  readonly name: string;
  readonly organization: string;
}

/** The form that is counted and hashed, so that the same keys give the same password on every system: Unicode NFKC (NIST SP 800-63B, 5.1.1.2). */
export const passwordNormalForm = (password: string): string => password.normalize('NFKC');

/**
 * Is this password acceptable? Its normal form, or a `ValidationError` that says what is allowed and never repeats the password.
 *
 * Length is what counts (12 to 128 code points), there are no rules on kinds of characters. Refused is what is tried first: the account's own
 * e-mail address, name or organization, common words, one character or a short piece over and over, and runs of digits or keys;
 * each also with digits and signs around it.
 */
export function checkPassword(
  password: string,
  context: PasswordContext,
  path: readonly string[] = ['input', 'password'],
): Result<string, ValidationError> {
  if (!password.isWellFormed()) return err(invalid('A password is well-formed text.', path));
  const normal = passwordNormalForm(password);
  const length = [...normal].length;
  if (length < PASSWORD_LENGTH.min || length > PASSWORD_LENGTH.max) {
    return err(
      invalid(`A password has ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters. Four or five words make a good one.`, path),
    );
  }
  const folded = fold(normal);
  const core = folded.replace(/^\d+|\d+$/g, '');
  if (personalWords(context).some((word) => isMadeOf(core, [word]) || folded === word)) {
    return err(invalid('A password is not your e-mail address, your name or that of your organization.', path));
  }
  if (isMadeOf(core, COMMON_WORDS) || isMadeOf(folded, COMMON_WORDS) || isRepetition(normal) || isRun(folded)) {
    return err(
      invalid('This password is among the first that are guessed. Four or five words that belong to nobody make a good one.', path),
    );
  }
  return ok(normal);
}

/** Lower case, letters and digits only. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function personalWords({ email, name, organization }: PasswordContext): readonly string[] {
  const [local = ''] = email.split('@');
  return [email, local, name, organization, `${name}${organization}`, `${organization}${name}`]
    .map(fold)
    .filter((word) => word.length >= 3);
}

/** Is the text nothing but these words in a row, digits between them allowed? Digits alone are, no text at all is not. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const reachable = new Set([0]);
  for (let at = 0; at < text.length; at += 1) {
    if (!reachable.has(at)) continue;
    if (/\d/.test(text.charAt(at))) reachable.add(at + 1);
    for (const word of words) if (text.startsWith(word, at)) reachable.add(at + word.length);
  }
  return text !== '' && reachable.has(text.length);
}

/** A piece of up to four characters over and over: "aaaaaaaaaaaa", "abababababab". */
const isRepetition = (text: string): boolean => /^(.{1,4}?)\1+.{0,3}$/su.test(text) && new Set([...text]).size <= 4;

/** Every character follows on the one before, up or down: "abcdefghijkl"; 0 follows on 9. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.length > 1 && [1, -1].some((step) => steps.every((one) => one === step || one === -9 * step));
}
