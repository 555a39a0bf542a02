import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { type Observable, tap } from 'rxjs';
import type { RequestContext } from '../actor';
import { RefusedCalls } from '../audit/refused-calls';

/** Refusals that come as the value of a mutation and that say "not you": these leave a trace, a conflict or a typing mistake does not. */
const CODES = new Set(['NOT_ALLOWED', 'SIGN_IN_REFUSED', 'TOO_MANY_ATTEMPTS']);

/** Looks at what mutations answer, and notes where a member was refused. What the access guard turns away it notes itself. */
@Injectable()
export class NoteRefusals implements NestInterceptor {
  constructor(private readonly refused: RefusedCalls) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<string>() !== 'graphql') return next.handle();
    const [, , { actor }, { operation, fieldName }] = execution.getArgs<[unknown, unknown, RequestContext, GraphQLResolveInfo]>();
    if (actor === null || operation.operation !== 'mutation') return next.handle();
    return next.handle().pipe(
      tap((answer) => {
        const code = (answer as { readonly code?: unknown } | null)?.code;
        if (typeof code === 'string' && CODES.has(code)) this.refused.note(actor, `Mutation.${fieldName}`, { code });
      }),
    );
  }
}
