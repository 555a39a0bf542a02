/** Names of one rating that would have to be given. */
export interface RatingToGive {
  readonly candidate: string;
  readonly rater: string;
  readonly item: string;
}

/** A comparison that rests on no data, in words, and one rating that would mend it. */
export interface MissingLink {
  /**
   * `PANELS`: raters without a common candidate. `RATERS_OF_ITEMS`: questions without a common rater, so that difficulty and severity cannot be told
   * apart. `CANDIDATES_OF_ITEMS`: questions without a common candidate, so that difficulty and ability cannot. `TOO_FEW_TIES`: both are there,
   * yet too few to hold three facets together.
   */
  readonly kind: 'PANELS' | 'RATERS_OF_ITEMS' | 'CANDIDATES_OF_ITEMS' | 'TOO_FEW_TIES';
  /** Two raters for `PANELS`, else two questions. */
  readonly between: readonly [string, string];
  readonly message: string;
  readonly repair: RatingToGive;
  readonly advice: string;
}

const quoted = (name: string): string => `“${name}”`;

export const linkOfPanels = (between: readonly [string, string], repair: RatingToGive): MissingLink => ({
  kind: 'PANELS',
  between,
  message: `${quoted(between[0])} and ${quoted(between[1])} have rated no common candidate, and no chain of common candidates joins them.`,
  repair,
  advice: `Let ${quoted(repair.rater)} rate ${quoted(repair.candidate)} on ${quoted(repair.item)}, as ${quoted(between[0])} has.`,
});

const WHY_ITEMS_ARE_APART: Readonly<Record<Exclude<MissingLink['kind'], 'PANELS'>, (one: string, other: string) => string>> = {
  RATERS_OF_ITEMS: (one, other) =>
    `${one} and ${other} have no rater in common, and no chain of common raters joins them: a harder question and harsher raters look the same.`,
  CANDIDATES_OF_ITEMS: (one, other) =>
    `${one} and ${other} have no candidate in common, and no chain of common candidates joins them: a harder question and weaker candidates look the same.`,
  TOO_FEW_TIES: (one, other) =>
    `Too few ratings tie ${one} and ${other} together: a harder question, harsher raters and weaker candidates look the same.`,
};

export const linkOfItems = (
  kind: Exclude<MissingLink['kind'], 'PANELS'>,
  between: readonly [string, string],
  repair: RatingToGive,
): MissingLink => ({
  kind,
  between,
  message: WHY_ITEMS_ARE_APART[kind](quoted(between[0]), quoted(between[1])),
  repair,
  advice: `Let ${quoted(repair.rater)}, who rated ${quoted(repair.candidate)} on ${quoted(between[0])}, rate ${quoted(repair.candidate)} on ${quoted(repair.item)} too.`,
});
