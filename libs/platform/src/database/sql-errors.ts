interface PostgresError {
  readonly code?: string;
  readonly constraint?: string;
  readonly driverError?: PostgresError;
}

const driverErrorOf = (error: unknown): PostgresError => {
  const outer = (error ?? {}) as PostgresError;
  return outer.driverError ?? outer;
};

/** Serialization failure or deadlock: the same work may pass when tried again. */
export const isRetryable = (error: unknown): boolean => ['40001', '40P01'].includes(driverErrorOf(error).code ?? '');

/** A row with this key exists already; `constraint` is the name of the unique key. */
export function violatesUnique(error: unknown, constraint: string): boolean {
  const { code, constraint: violated } = driverErrorOf(error);
  return code === '23505' && violated === constraint;
}

/** The database cannot be asked now: connection lost, shutting down, too slow, no free connection. */
export function isUnavailable(error: unknown): boolean {
  const { code } = driverErrorOf(error);
  if (code === undefined) return /timeout exceeded when trying to connect|Connection terminated/.test(String((error as Error)?.message));
  return ['57014', '57P01', '57P02', '57P03', '53300', '55P03', 'ECONNREFUSED', 'ECONNRESET', '08006', '08003'].includes(code);
}
