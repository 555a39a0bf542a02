/** Injection token: a connection string that no pooler shares, for LISTEN and jobs. */
export const DIRECT_URL = Symbol('direct database url');
