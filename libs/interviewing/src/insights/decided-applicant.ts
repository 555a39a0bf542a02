import type { Declaration } from './declaration';

/** One decided application. `declaration` null: nothing declared. */
export interface DecidedApplicant {
  /** The same for all applications of one candidate; it says nothing else, and enters no figure. */
  readonly person: string;
  readonly roleProfileId: string;
  readonly selected: boolean;
  readonly declaration: Declaration | null;
  /** The later one of the decision and the declaration. */
  readonly changedAt: Date;
}
