import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { can, type Permission, permits } from '@touchstone/interviewing/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Authenticator, type RequestContext } from '../actor';
import { giveContext } from '../actor/request-context';
import { RefusedCalls } from '../audit/refused-calls';
import { CONFIGURATION, type Configuration } from '../configuration';
import { refuse } from '../graphql/request-error';
import { httpContext } from '../http/http-context';
import { HttpRefusal } from '../http/http-refusal';
import { ACCESS, type AccessRule } from './allow.decorator';

const SIGN_IN = 'Sign in first: send a session cookie or an Authorization: Bearer token.';
const needed = (permission: Permission): string =>
  `You need the permission ${permission} for this. An administrator of your organization can grant a role that has it.`;

/**
 * Asks the permission table before any operation runs, and leaves a trace where it says no. Of GraphQL on root fields only: field resolvers read what the
 * root let in. Addresses beside it (uploads, downloads) stand under the same table.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

  constructor(
    private readonly reflector: Reflector,
    private readonly refused: RefusedCalls,
    @Inject(CONFIGURATION) configuration: Configuration,
    authenticator: Authenticator,
  ) {
    this.contextOf = httpContext(configuration, authenticator);
  }

  canActivate(execution: ExecutionContext): boolean | Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, execution.getHandler());
    if (execution.getType<string>() === 'http') return this.admit(execution, rule);
    const [, , context, info] = execution.getArgs<[unknown, unknown, RequestContext, GraphQLResolveInfo]>();
    if (info.path.prev !== undefined) return true;
    if (rule === undefined) throw refuse('FORBIDDEN', 'You may not do this.');
    if ('publicBecause' in rule) return true;
    const { actor } = context;
    if (actor === null) throw refuse('UNAUTHENTICATED', SIGN_IN);
    if (this.allows(actor, rule.permission, `${info.parentType.name}.${info.fieldName}`)) return true;
    throw refuse('FORBIDDEN', needed(rule.permission));
  }

  private async admit(execution: ExecutionContext, rule: AccessRule | undefined): Promise<boolean> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (rule === undefined) throw new HttpRefusal(403, 'FORBIDDEN', 'You may not do this.');
    if ('publicBecause' in rule) return true;
    const context = await this.contextOf(request, http.getResponse<FastifyReply>());
    giveContext(request, context);
    if (context.actor === null) throw new HttpRefusal(401, 'UNAUTHENTICATED', SIGN_IN);
    if (this.allows(context.actor, rule.permission, `${request.method} ${request.routeOptions.url ?? ''}`)) return true;
    throw new HttpRefusal(403, 'FORBIDDEN', needed(rule.permission));
  }

  private allows(actor: Actor, permission: Permission, operation: string): boolean {
    if (permits(actor, permission)) return true;
    const because = can(actor.roles, permission) ? 'SCOPE' : 'ROLE';
    this.refused.note(actor, operation, { code: 'FORBIDDEN', permission, because });
    return false;
  }
}
