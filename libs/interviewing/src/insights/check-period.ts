import { err, invalid, ok, type Result, type ValidationError } from '@touchstone/kernel';

/** A stretch of time in which seals opened, and where its later part begins for drift; null where it is not given. */
export interface ReportPeriod {
  readonly from: Date | null;
  readonly until: Date | null;
  readonly driftFrom: Date | null;
}

/** May there be figures over this? `path`: of the filter that it was given in. */
export function checkPeriod({ from, until, driftFrom }: ReportPeriod, path: readonly string[]): Result<null, ValidationError> {
  if (from !== null && until !== null && from >= until)
    return err(
      invalid(
        `until must be later than from: it is ${until.toISOString()}, and from is ${from.toISOString()}. Exchange them, or leave one out.`,
        [...path, 'until'],
      ),
    );
  if (driftFrom !== null && ((from !== null && driftFrom <= from) || (until !== null && driftFrom >= until)))
    return err(
      invalid(
        'driftFrom must lie between from and until, so that there is something before and after it to compare. Move it, or leave it out.',
        [...path, 'driftFrom'],
      ),
    );
  return ok(null);
}
