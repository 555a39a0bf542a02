import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { isSlug, SLUG_LENGTH_MAX } from '../competencies';

/**
 * The slug of a new organization: the one that was asked for, or one made from the name ("Müller & Söhne" is "muller-sohne").
 * A `ValidationError` where what was asked for is no slug, or where the name has no Latin letter to make one from.
 */
export function organizationSlug(
  name: string,
  wanted: string | null,
  path: readonly string[] = ['input', 'organizationSlug'],
): Result<string, ValidationError> {
  const slug = wanted ?? slugOf(name);
  if (isSlug(slug)) return ok(slug);
  return err(
    invalid(
      wanted === null
        ? 'No slug can be made from this name. Give one: lower-case letters, digits and single hyphens, such as northwind-data.'
        : 'A slug is made of lower-case letters, digits and single hyphens, starts with a letter and has at most 80 characters, such as northwind-data.',
      path,
    ),
  );
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, SLUG_LENGTH_MAX)
    .replace(/-+$/, '');
