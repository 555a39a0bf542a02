import type { Actor, RequestOrigin } from './actor';

/** What every resolver of one request shares. Loaders live here, so that they never outlive the request. */
export interface RequestContext {
  readonly actor: Actor | null;
  readonly origin: RequestOrigin;
  readonly loaders: Map<unknown, unknown>;
  /** Sets (or with null clears) the browser's session cookie; does nothing over WebSocket. */
  readonly keepSession: (token: string | null) => void;
}

const given = new WeakMap<object, RequestContext>();

/** Ties a context to a request at an address beside GraphQL. */
export const giveContext = (request: object, context: RequestContext): void => void given.set(request, context);

export const givenContext = (request: object): RequestContext | undefined => given.get(request);
