import type { Result } from '@touchstone/kernel';

/** Something in a file that keeps it from being assembled from, in words that name the place and how to mend it. */
export interface InputFault {
  readonly code: string;
  /** Dotted path within the file: `constraints.items.min`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

export const fault = (code: string, path: string, message: string): InputFault => ({ code, path, message });

export type FromInput<T> = Result<T, readonly InputFault[]>;
