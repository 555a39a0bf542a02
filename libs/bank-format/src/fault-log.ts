import type { BankFault, BankFaultCode, FaultPath } from './bank-fault';

/** No file is worth more than this many lines of complaint. */
export const MAXIMUM_FAULTS = 200;

/** Collects the faults of one reading, in the order of the text, at most `MAXIMUM_FAULTS` and one line that says there are more. */
export class FaultLog {
  private readonly found: BankFault[] = [];
  private reported = 0;

  report(code: BankFaultCode, path: FaultPath, message: string, meant?: string): void {
    this.reported += 1;
    if (this.found.length < MAXIMUM_FAULTS) {
      this.found.push({ code, path: [...path], message, ...(meant === undefined ? {} : { meant }) });
    } else if (this.found.length === MAXIMUM_FAULTS) {
      this.found.push({ code: 'TOO_MANY', path: [], message: `More than ${MAXIMUM_FAULTS} faults; mend these and read it again.` });
    }
  }

  /** True when nothing more will be listed, so looking for more is a waste. */
  get isFull(): boolean {
    return this.found.length > MAXIMUM_FAULTS;
  }

  /** How many were reported so far, those that are not listed included. */
  get count(): number {
    return this.reported;
  }

  get faults(): readonly BankFault[] {
    return this.found;
  }
}
