/** Something that must always hold. `faults` is one SQL question whose rows are what breaks it: an empty answer is health. */
export interface Truth {
  readonly says: string;
  readonly faults: string;
}
