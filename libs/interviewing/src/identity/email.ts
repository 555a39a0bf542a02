import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';

export const EMAIL_LENGTH_MAX = 254;

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * What is the one form of this e-mail address, under which it is stored and compared? Trimmed and in lower case throughout: the standard lets the
 * part before the @ differ by case, no provider does, and people do not expect it. Nothing else is folded (dots and +tags stay).
 *
 * An address has at most 254 characters (RFC 3696 erratum 1690), a local part of at most 64 and a domain of two labels or more, in
 * ASCII; international domains in their xn-- form, so that two addresses that look alike are not two accounts.
 */
export function normalizeEmail(text: string, path: readonly string[] = ['input', 'email']): Result<string, ValidationError> {
  const refuse = (): Result<string, ValidationError> => err(invalid('Give an e-mail address such as ana@example.org.', path));
  const trimmed = text.trim();
  if (trimmed.length > EMAIL_LENGTH_MAX || !/^[\x21-\x7e]+$/.test(trimmed)) return refuse();
  const email = trimmed.toLowerCase();
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(0, at));
  const labels = email.slice(at + 1).split('.');
  if (local.length > 64 || !LOCAL.test(local)) return refuse();
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return refuse();
  if (/^\d+$/.test(labels.at(-1) ?? '')) return refuse();
  return ok(email);
}
