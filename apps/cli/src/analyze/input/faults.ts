import type { Result } from '@touchstone/kernel';
import type { SheetFault } from '@touchstone/psychometrics';

/** Something in a file that keeps it from being analysed, in words that name the place and how to mend it. */
export interface FileFault extends Pick<SheetFault, 'row' | 'column' | 'message'> {
  readonly code: string;
}

export type FromFile<T> = Result<T, readonly FileFault[]>;

/** A fault of the file as a whole. */
export const fileFault = (code: string, message: string): FileFault => ({ row: 0, column: null, code, message });

/** What was asked for makes no sense; nothing has been read yet. */
export class WrongUsage extends Error {}
