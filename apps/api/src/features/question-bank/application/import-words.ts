import type { ImportState } from '../persistence/question-import.record';

/** How people say in which state an import is, after "This import". */
export const IMPORT_STATES_IN_WORDS: Readonly<Record<ImportState, string>> = {
  PLANNING: 'is being planned',
  PLANNED: 'waits for a decision',
  REFUSED: 'was refused: the file cannot be read',
  APPLYING: 'is being applied',
  APPLIED: 'has been applied',
  CANCELLED: 'was cancelled',
  FAILED: 'broke off',
  EXPIRED: 'was not decided in time',
};
