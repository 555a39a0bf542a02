import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { can, permits } from '@touchstone/interviewing/access';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../actor';
import { RefusedCalls } from '../audit/refused-calls';
import { refuse } from '../graphql/request-error';
import { ACCESS, type AccessRule } from './allow.decorator';

/** Asks the permission table before any operation runs, and leaves a trace where it says no. Runs on root fields only: field resolvers read what the root let in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly refused: RefusedCalls,
  ) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<string>() !== 'graphql') return true;
    const [, , context, info] = execution.getArgs<[unknown, unknown, RequestContext, GraphQLResolveInfo]>();
    if (info.path.prev !== undefined) return true;
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, execution.getHandler());
    if (rule === undefined) throw refuse('FORBIDDEN', 'You may not do this.');
    if ('publicBecause' in rule) return true;
    const { actor } = context;
    if (actor === null) throw refuse('UNAUTHENTICATED', 'Sign in first: send a session cookie or an Authorization: Bearer token.');
    if (!permits(actor, rule.permission)) {
      const because = can(actor.roles, rule.permission) ? 'SCOPE' : 'ROLE';
      this.refused.note(actor, `${info.parentType.name}.${info.fieldName}`, { code: 'FORBIDDEN', permission: rule.permission, because });
      throw refuse(
        'FORBIDDEN',
        `You need the permission ${rule.permission} for this. An administrator of your organization can grant a role that has it.`,
      );
    }
    return true;
  }
}
