import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, RequestOrigin } from './actor';
import type { RequestContext } from './request-context';

const contextOf = (execution: ExecutionContext): RequestContext => execution.getArgs<[unknown, unknown, RequestContext]>()[2];

/** The member who asks. The access guard has made sure that there is one, unless the operation is public. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): Actor | null => contextOf(execution).actor);

/** Where the request came from, for operations that nobody need be signed in for. */
export const CurrentOrigin = createParamDecorator((_: unknown, execution: ExecutionContext): RequestOrigin => contextOf(execution).origin);

/** The whole context of the request: for setting cookies and for loaders. */
export const CurrentContext = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => contextOf(execution));
