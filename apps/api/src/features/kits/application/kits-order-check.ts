import { err, invalid, notFound, type NotFoundError, ok, type Result, type ValidationError } from '@touchstone/kernel';
import type { FamilyLikeness } from '@touchstone/interviewing/kits';
import type { KitsOrder } from '../persistence/assembly-value';

/** Kits as they are asked for: an id that names nothing here is null. */
export interface KitsOrderInput {
  readonly members: readonly { readonly blueprintId: string | null; readonly kits: number }[];
  readonly maxOverlap: number;
  readonly likeness: FamilyLikeness;
}

export const MOST_KITS = 8;

/** Is this an order that can be worked on? From `fewest` to eight kits, each blueprint named once. */
export function checkKitsOrder(input: KitsOrderInput, fewest: number): Result<KitsOrder, NotFoundError | ValidationError> {
  const members = input.members.flatMap(({ blueprintId, kits }) => (blueprintId === null ? [] : [{ blueprintId, kits }]));
  const unknown = input.members.findIndex(({ blueprintId }) => blueprintId === null);
  if (unknown >= 0) return err(notFound('blueprint', ['input', 'members', String(unknown), 'blueprintId']));
  const twice = members.findIndex(({ blueprintId }, index) => members.slice(0, index).some((other) => other.blueprintId === blueprintId));
  if (twice >= 0) {
    return err(
      invalid('This blueprint stands here twice. Name each blueprint once, and say how many kits of it you want.', [
        'input',
        'members',
        String(twice),
        'blueprintId',
      ]),
    );
  }
  const kits = members.reduce((sum, member) => sum + member.kits, 0);
  if (kits > MOST_KITS || kits < fewest) {
    const hint = kits < fewest ? ' For a single kit use assembleKit.' : '';
    return err(invalid(`${fewest} to ${MOST_KITS} kits are assembled together, not ${kits}.${hint}`, ['input', 'members']));
  }
  return ok({ members, maxOverlap: input.maxOverlap, likeness: input.likeness });
}
