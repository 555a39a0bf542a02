import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, RequestOrigin } from './actor';
import { givenContext, type RequestContext } from './request-context';

/** GraphQL hands its context to every resolver; to addresses beside it the access guard gives one. */
function contextOf(execution: ExecutionContext): RequestContext {
  if (execution.getType<string>() === 'graphql') return execution.getArgs<[unknown, unknown, RequestContext]>()[2];
  const context = givenContext(execution.switchToHttp().getRequest<object>());
  if (context === undefined) throw new Error('only what the access guard let in has a context');
  return context;
}

/** The member who asks. The access guard has made sure that there is one, unless the operation is public. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): Actor | null => contextOf(execution).actor);

/** Where the request came from, for operations that nobody need be signed in for. */
export const CurrentOrigin = createParamDecorator((_: unknown, execution: ExecutionContext): RequestOrigin => contextOf(execution).origin);

/** The whole context of the request: for setting cookies and for loaders. */
export const CurrentContext = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => contextOf(execution));
