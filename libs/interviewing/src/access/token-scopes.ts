import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';
import { type Permission, isPermission } from './permissions';

/** All that the member's roles allow. */
export const EVERY_SCOPE = '*';
export type TokenScope = Permission | typeof EVERY_SCOPE;

/**
 * Does a personal access token with these scopes reach this far? A token only ever narrows what its owner may do, so the answer
 * counts together with `can`. An empty list allows nothing.
 */
export const allowedByScopes = (scopes: readonly TokenScope[], permission: Permission): boolean =>
  scopes.includes(EVERY_SCOPE) || scopes.includes(permission);

/** May a caller who holds these scopes create a token with those? Only if it could do no more than the caller. */
export const scopesWithin = (held: readonly TokenScope[], wanted: readonly TokenScope[]): boolean =>
  wanted.every((scope) => (scope === EVERY_SCOPE ? held.includes(EVERY_SCOPE) : allowedByScopes(held, scope)));

/** Are these texts scopes? At least one, each a permission or `*`; the answer is sorted and without repetition. */
export function parseScopes(texts: readonly string[], path: readonly string[] = []): Result<readonly TokenScope[], ValidationError> {
  if (texts.length === 0) return err(invalid('A token needs at least one scope: a permission, or * for all that your roles allow.', path));
  const unknown = texts.find((text) => text !== EVERY_SCOPE && !isPermission(text));
  if (unknown !== undefined)
    return err(invalid(`"${unknown.slice(0, 60)}" is not a scope. A scope is a permission such as question.read, or *.`, path));
  return ok([...new Set(texts as readonly TokenScope[])].sort());
}
