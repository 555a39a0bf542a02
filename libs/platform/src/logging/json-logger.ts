import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { currentRequestId } from '../http/request-id';
import { inSources } from './source-stack';

/** What Nest says of itself while it starts is of interest to its developers alone. */
const FRAMEWORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'GraphQLModule', 'NestApplication']);

/** Nest's logger over pino: one JSON line an event, with the request id, never with personal data or secrets. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          '*.password',
          '*.token',
          '*.secret',
          '*.authorization',
          '*.cookie',
          'err.parameters',
          'err.driverError.detail',
          'err.query',
        ],
        remove: true,
      },
      serializers: { err: describeError },
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(FRAMEWORK.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(level: pino.Level, message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const requestId = currentRequestId();
    const bindings = { ...(requestId !== 'none' && { requestId }), ...(context !== undefined && { context }) };
    if (typeof message === 'object' && message !== null && !(message instanceof Error)) {
      const text = typeof rest[0] === 'string' && rest.length > 1 ? rest[0] : undefined;
      this.pino[level]({ ...bindings, ...message }, text);
    } else if (message instanceof Error) {
      this.pino[level]({ ...bindings, err: message }, message.message);
    } else {
      const stack = level === 'error' && typeof rest[0] === 'string' && rest[0].includes('\n') ? { stack: inSources(rest[0]) } : {};
      this.pino[level]({ ...bindings, ...stack }, String(message));
    }
  }
}

/** What a log may hold of an error: type, message, code, stack. Parameters of a failed statement may be evidence or names; they stay out. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'a value that is no error was thrown' };
  const { code, constraint } = error as { code?: string; constraint?: string };
  return {
    type: error.name,
    message: error.message,
    ...(code && { code }),
    ...(constraint && { constraint }),
    stack: inSources(error.stack),
  };
}
