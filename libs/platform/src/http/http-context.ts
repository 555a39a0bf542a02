import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticator, RequestContext } from '../actor';
import type { Configuration } from '../configuration';
import { credentialOf } from './credentials';
import { originOf } from './origin';
import { sessionCookie } from './session-cookie';

/** Makes the context of one HTTP request: who asks, from where, and how to keep a session in the browser. */
export const httpContext =
  ({ baseUrl, sessionHours, trustedProxies }: Configuration, authenticator: Authenticator) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const origin = originOf(request.raw, trustedProxies);
    const credential = credentialOf(request.raw, baseUrl);
    return {
      actor: credential === null ? null : await authenticator.authenticate(credential.secret, origin),
      origin,
      loaders: new Map(),
      keepSession: (token) => void reply.header('set-cookie', sessionCookie(token, baseUrl, sessionHours)),
    };
  };
