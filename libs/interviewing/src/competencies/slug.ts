import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';

export const SLUG_LENGTH_MAX = 80;

/** Is this a slug? Lower-case ASCII letters, digits and single hyphens between them, starting with a letter, at most 80 characters. */
export const isSlug = (text: string): boolean => text.length <= SLUG_LENGTH_MAX && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);

/** The slug, or a `ValidationError` that says what one looks like. */
export const checkSlug = (text: string, path: readonly string[]): Result<string, ValidationError> =>
  isSlug(text) ? ok(text) : err(invalid('A slug is made of lower-case letters, digits and single hyphens, such as spark-tuning.', path));
