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

const UNAVAILABLE = new Set([
  // Too slow, locked, shutting down, full, no longer the primary; and what follows in the same transaction.
  '57014',
  '55P03',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  '25P02',
  '25P03',
  '25006',
  // No connection.
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
]);

/** The database cannot be asked now: connection lost, shutting down, too slow, no free connection. */
export function isUnavailable(error: unknown): boolean {
  const { code } = driverErrorOf(error);
  if (code === undefined)
    return /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(String((error as Error)?.message));
  return UNAVAILABLE.has(code);
}
