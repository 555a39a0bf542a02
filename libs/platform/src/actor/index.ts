export type { Actor, RequestOrigin } from './actor';
export { actorOf, type ActorFacts } from './actor-of';
export type { RequestContext } from './request-context';
export { Authenticator, type Authenticate } from './authenticator';
export { CurrentActor, CurrentContext, CurrentOrigin } from './current-actor.decorator';
