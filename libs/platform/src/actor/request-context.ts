import type { Actor, RequestOrigin } from './actor';

/** What every resolver of one request shares. Loaders live here, so that they never outlive the request. */
export interface RequestContext {
  readonly actor: Actor | null;
  readonly origin: RequestOrigin;
  readonly loaders: Map<unknown, unknown>;
  /** Sets (or with null clears) the browser's session cookie; does nothing over WebSocket. */
  readonly keepSession: (token: string | null) => void;
}
