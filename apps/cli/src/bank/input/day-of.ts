import { WrongUsage } from '../../analyze/input/faults';

/** The day that a flag names, such as 2026-11-24; today where it is not given. Throws WrongUsage for a day that no calendar has. */
export function dayOf(flag: string, written: string | undefined, clock: () => Date): string {
  if (written === undefined) return clock().toISOString().slice(0, 10);
  const day = new Date(`${written}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== written)
    throw new WrongUsage(`${flag} takes a day such as 2026-11-24; "${written}" is none.`);
  return written;
}
