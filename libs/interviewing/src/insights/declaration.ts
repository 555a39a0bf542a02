import { type Result, type ValidationError, err, invalid, ok } from '@touchstone/kernel';

/** To which groups a candidate may declare to belong, or not: each by itself, each left out at will. What is left out is not stored. */
export const DECLARED_GROUPS = {
  gender: ['WOMAN', 'MAN', 'NON_BINARY'],
  ageGroup: ['UNDER_30', 'FROM_30_TO_39', 'FROM_40_TO_49', 'FROM_50'],
  ethnicity: ['ASIAN', 'BLACK', 'HISPANIC', 'INDIGENOUS', 'MIDDLE_EASTERN', 'WHITE', 'SEVERAL', 'ANOTHER'],
  disability: ['DISABLED', 'NOT_DISABLED'],
} as const;

export type Dimension = keyof typeof DECLARED_GROUPS;
export const DIMENSIONS = Object.keys(DECLARED_GROUPS) as readonly Dimension[];

/** Null: she prefers not to say. */
export type Declaration = { readonly [D in Dimension]: (typeof DECLARED_GROUPS)[D][number] | null };

/** The least and the default number of people behind a figure over a group. */
export const SMALLEST_GROUP = { least: 5, most: 100, usual: 5 } as const;

/** A link is good for so long; what was declared can be taken back by it as long as it is kept. */
export const DECLARATION_DAYS = 90;

export function checkDeclaration(
  said: { readonly [D in Dimension]: string | null },
  path: readonly string[] = ['input'],
): Result<Declaration, ValidationError> {
  for (const dimension of DIMENSIONS) {
    const value = said[dimension];
    if (value !== null && !(DECLARED_GROUPS[dimension] as readonly string[]).includes(value))
      return err(invalid('Choose one of the groups, or prefer not to say.', [...path, dimension]));
  }
  if (DIMENSIONS.every((dimension) => said[dimension] === null))
    return err(invalid('You have chosen no group, so there is nothing to keep. You may simply close this page.', path));
  return ok(said as Declaration);
}

export function checkSmallestGroup(count: number, path: readonly string[] = ['input', 'smallestGroup']): Result<number, ValidationError> {
  const { least, most } = SMALLEST_GROUP;
  return Number.isInteger(count) && count >= least && count <= most
    ? ok(count)
    : err(invalid(`A figure over a group needs at least ${least} people; at most ${most} can be asked for.`, path));
}
