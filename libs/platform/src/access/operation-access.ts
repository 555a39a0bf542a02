import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type AccessRule } from './allow.decorator';

export interface OperationAccess {
  readonly kind: 'Query' | 'Mutation' | 'Subscription' | 'HTTP';
  readonly operation: string;
  readonly rule: AccessRule | undefined;
}

/** Nest keeps a resolver method's kind and field name under these keys. */
const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';
/** And the verb and the address of a controller's method under these. */
const HTTP_METHOD = 'method';
const HTTP_PATH = 'path';

/** Knows the access rule of every operation; the application does not start while one has none. */
@Injectable()
export class OperationAccessTable implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.operations().filter(({ rule }) => rule === undefined);
    if (open.length === 0) return;
    const names = open.map(({ kind, operation }) => `${kind}.${operation}`).join(', ');
    throw new Error(`Operations without @Allow or @Public: ${names}. Say who may call them.`);
  }

  operations(): readonly OperationAccess[] {
    const instances = [...this.discovery.getProviders(), ...this.discovery.getControllers()].map(({ instance }) => instance as unknown);
    return instances
      .filter((instance) => instance !== null && typeof instance === 'object')
      .flatMap((instance) => this.operationsOf(instance as object))
      .sort((a, b) => `${a.kind}.${a.operation}`.localeCompare(`${b.kind}.${b.operation}`, 'en'));
  }

  private operationsOf(instance: object): OperationAccess[] {
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (handler === undefined) return [];
      const verb = this.reflector.get<RequestMethod | undefined>(HTTP_METHOD, handler);
      if (verb !== undefined) return [this.addressOf(instance, handler, RequestMethod[verb])];
      const kind = this.reflector.get<OperationAccess['kind'] | undefined>(RESOLVER_TYPE, handler);
      if (kind !== 'Query' && kind !== 'Mutation' && kind !== 'Subscription') return [];
      const name = this.reflector.get<string | undefined>(RESOLVER_NAME, handler) ?? method;
      return [{ kind, operation: name, rule: this.reflector.get<AccessRule | undefined>(ACCESS, handler) }];
    });
  }

  private addressOf(controller: object, handler: () => unknown, verb: string): OperationAccess {
    const path = [controller.constructor, handler].map((part) => this.reflector.get<string | undefined>(HTTP_PATH, part) ?? '');
    return {
      kind: 'HTTP',
      operation: `${verb} /${path.filter((part) => part !== '' && part !== '/').join('/')}`,
      rule: this.reflector.get<AccessRule | undefined>(ACCESS, handler),
    };
  }
}
