import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/**
 * Bodies that are files (`application/octet-stream`) are not read before somebody who may send them wants them: the handler gets the stream and counts.
 * Whoever is refused before that has read nothing.
 */
export function takeFilesAsStreams(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}
