import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assets } from './assets';
import { declarePage } from './declare-page';
import { emptyPage, joinPage, missingPage, setupOverPage, setupPage, signInPage, unavailablePage } from './door-pages';
import { homePage } from './home-page';
import { type Installation, installationOf } from './installation';

/** Everything from this server, no inline script or style, no frames, forms only by script, no HTML made from text by script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Serves the pages that stand until the web app does: welcome, setup, join, and what browsers get where there is nothing. */
export function servePages(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const installation = installationOf(app);
  const explorer = installation.explorer;
  const pages: Readonly<Record<string, (request: FastifyRequest) => Promise<string> | string>> = {
    '/': async (request) => ((await installation.isSignedIn(request)) ? homePage({ explorer }) : outside(installation)),
    '/setup': async () => ((await installation.hasPeople()) ? setupOverPage() : setupPage()),
    '/join': () => joinPage(),
    '/declare': () => declarePage(),
  };
  for (const [path, make] of Object.entries(pages)) {
    server.get(path, async (request, reply) => {
      try {
        return send(reply, 200, await make(request));
      } catch (error) {
        new Logger(servePages.name).error(error);
        return send(reply, 503, unavailablePage());
      }
    });
  }
  server.get('/pages/:file', async (request, reply) => {
    const { file } = request.params as { file: string };
    const asset = Object.hasOwn(assets, file) ? assets[file as keyof typeof assets] : null;
    if (asset === null) return missing(request, reply, explorer);
    const { v } = request.query as { v?: string };
    const kept = v === asset.version ? 'public, max-age=31536000, immutable' : 'no-cache';
    return reply.header('cache-control', kept).type(`${asset.type}; charset=utf-8`).send(asset.content);
  });
  server.get('/*', async (request, reply) => missing(request, reply, explorer));
}

const outside = async (installation: Installation): Promise<string> =>
  (await installation.hasPeople()) ? signInPage({ demo: installation.explorer && (await installation.hasDemo()) }) : emptyPage();

/** People get a page, programs the answer they get at every address that does not exist. */
function missing(request: FastifyRequest, reply: FastifyReply, explorer: boolean): FastifyReply {
  if (/\btext\/html\b/i.test(request.headers.accept ?? '')) return send(reply, 404, missingPage({ explorer }));
  reply.callNotFound();
  return reply;
}

const send = (reply: FastifyReply, status: number, content: string): FastifyReply =>
  reply
    .code(status)
    .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(content);
