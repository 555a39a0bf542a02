import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpRefusal } from './http-refusal';
import { currentRequestId } from './request-id';

/** GraphQL bodies: the longest document, its variables, and room for JSON. */
export const LARGEST_BODY = 1024 * 1024;

/** A refusal from before GraphQL, in the form of a GraphQL answer, so that clients need one way to read errors. */
export const graphqlAnswer = (message: string, code: string): object => ({
  errors: [{ message, extensions: { code, requestId: currentRequestId() } }],
});

/** Addresses that are none, such as `/%`: Fastify meets them before any route, hook or filter. */
export function answerBrokenAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  reply.code(400).type('application/json; charset=utf-8').headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  reply.send(
    JSON.stringify(
      graphqlAnswer(
        'This address cannot be read: a % in it is followed by two hexadecimal digits. The API is at /graphql.',
        'BAD_USER_INPUT',
      ),
    ),
  );
}

/** What goes wrong around GraphQL: bodies that are too large or no JSON, addresses that do not exist. Nothing of the inside gets out. */
@Catch()
export class HttpFaultFilter implements ExceptionFilter {
  private readonly logger = new Logger(HttpFaultFilter.name);

  catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'http') return exception;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (exception instanceof HttpRefusal) return reply.code(exception.getStatus()).send(graphqlAnswer(exception.message, exception.code));
    const status = exception instanceof HttpException ? exception.getStatus() : ((exception as { statusCode?: number }).statusCode ?? 500);
    return reply.code(status).send(this.answer(status, exception));
  }

  private answer(status: number, exception: unknown): object {
    if (status === 413) return graphqlAnswer(`The request is larger than ${LARGEST_BODY} bytes.`, 'PAYLOAD_TOO_LARGE');
    if (status === 404) return graphqlAnswer('There is nothing at this address. The API is at /graphql.', 'BAD_USER_INPUT');
    if (status === 503)
      return exception instanceof HttpException ? (exception.getResponse() as object) : graphqlAnswer('Not ready.', 'UNAVAILABLE');
    if (status >= 400 && status < 500)
      return graphqlAnswer('The request is not what this address takes: send JSON with query and variables.', 'BAD_USER_INPUT');
    this.logger.error(exception instanceof Error ? exception : { exception: String(exception) });
    return graphqlAnswer('Something went wrong on our side. Quote the request id when you report it.', 'INTERNAL');
  }
}
