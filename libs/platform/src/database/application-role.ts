/** Injection token: the database role that requests run as. */
export const APPLICATION_ROLE_NAME = Symbol('application role');
