/** One thing wrong with a blueprint or its pool, found before any solving. */
export interface BlueprintFault {
  readonly code:
    | 'NO_ROUNDS'
    | 'EMPTY_POOL'
    | 'BAD_QUESTION'
    | 'BAD_NAME'
    | 'BAD_BOUND'
    | 'BAD_DIFFICULTY'
    | 'BAD_WEIGHTS'
    | 'BAD_EXPOSURE_LIMIT'
    | 'BAD_SLOT'
    | 'BAD_PANEL'
    | 'BAD_RELIABILITY'
    | 'BAD_FAMILY'
    | 'UNKNOWN_IN_POOL'
    | 'CONTRADICTORY_PIN';
  /** The field at fault: `['rounds', '0', 'minutes', 'max']`. */
  readonly path: readonly string[];
  /** One sentence on what is wrong and what would be right. */
  readonly message: string;
}
