/** How many of a group applied, and how many of those were selected. */
export interface Outcome {
  readonly applicants: number;
  readonly selected: number;
}

/** The greatest count whose product with another one is still exact in a double. */
const MOST = 94_906_265;

/** Throws RangeError for counts that cannot be. */
export function checkOutcome({ applicants, selected }: Outcome, who = 'a group'): void {
  if (!Number.isSafeInteger(applicants) || applicants < 0 || applicants > MOST) {
    throw new RangeError(`${who}: applicants are counted by whole numbers from 0 to ${MOST}`);
  }
  if (!Number.isSafeInteger(selected) || selected < 0 || selected > applicants) {
    throw new RangeError(`${who}: the selected are counted by a whole number from 0 to the number of applicants`);
  }
}
