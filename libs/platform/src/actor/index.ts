export type { Actor, RequestOrigin } from './actor';
export type { RequestContext } from './request-context';
export { Authenticator, type Authenticate } from './authenticator';
export { CurrentActor, CurrentContext, CurrentOrigin } from './current-actor.decorator';
