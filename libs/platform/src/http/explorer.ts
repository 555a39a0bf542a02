import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticator } from '../actor';
import type { Configuration } from '../configuration';
import { credentialOf } from './credentials';
import { originOf } from './origin';

/** GraphiQL builds its editors with inline styles and data: fonts; scripts come from this server alone. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Where each file of the page comes from: packages on this machine, no network. */
const files: Readonly<Record<string, { readonly from: () => string; readonly type: string }>> = {
  'react.js': { from: () => packageFile('react', 'umd/react.production.min.js'), type: 'text/javascript' },
  'react-dom.js': { from: () => packageFile('react-dom', 'umd/react-dom.production.min.js'), type: 'text/javascript' },
  'graphiql.js': { from: () => packageFile('graphiql', 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { from: () => packageFile('graphiql', 'graphiql.min.css'), type: 'text/css' },
  'start.js': { from: () => START, type: 'text/javascript' },
};

/** Serves GraphiQL at /graphiql. In production only those who are signed in see it. */
export function serveExplorer(server: FastifyInstance, configuration: Configuration, authenticator: Authenticator): void {
  if (!configuration.explorer) return;
  const admitted = async (request: FastifyRequest): Promise<boolean> => {
    if (configuration.openIntrospection) return true;
    const credential = credentialOf(request.raw, configuration.baseUrl);
    return (
      credential !== null &&
      (await authenticator.authenticate(credential.secret, originOf(request.raw, configuration.trustedProxies))) !== null
    );
  };
  server.get('/graphiql', async (request, reply) => {
    if (!(await admitted(request)))
      return reply.code(401).type('text/plain; charset=utf-8').send('Sign in first; then come back to this address.');
    return page(reply, 'text/html', PAGE);
  });
  server.get('/graphiql/:file', async (request, reply) => {
    const file = files[(request.params as { file: string }).file];
    if (file === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('No such file.');
    return page(reply, file.type, file.from()).header('cache-control', 'public, max-age=3600');
  });
}

const page = (reply: FastifyReply, type: string, content: string): FastifyReply =>
  reply.header('content-security-policy', POLICY).type(`${type}; charset=utf-8`).send(content);

function packageFile(name: string, file: string): string {
  const manifest = createRequire(__filename).resolve(`${name}/package.json`);
  return readFileSync(join(dirname(manifest), file), 'utf8');
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Touchstone · GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>html, body, #explorer { height: 100%; margin: 0; }</style>
</head>
<body>
<div id="explorer">Loading GraphiQL …</div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;

/** A page of ours may hand over a query and a token through this tab's session storage; they are read once and gone. Never through the address. */
const START = `
const socket = location.origin.replace(/^http/, 'ws') + '/graphql';
const fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: socket });
const welcome = [
  '# Touchstone, as GraphQL. Everything is documented: open the book on the left.',
  '#',
  '# Signed in with a cookie? Just press play. With a token, write in "Headers" below:',
  '#   { "authorization": "Bearer <token>" }',
  '# npm run --silent demo:tokens prints one for every person of the demo.',
  '',
  'query WhoAmI {',
  '  viewer {',
  '    member { name roles }',
  '    organization { name }',
  '    permissions',
  '  }',
  '}',
].join('\\n');
const handed = JSON.parse(sessionStorage.getItem('touchstone.explorer') ?? '{}');
sessionStorage.removeItem('touchstone.explorer');
const headers = handed.token ? JSON.stringify({ authorization: 'Bearer ' + handed.token }, null, 2) : undefined;
const given = { ...(handed.query && { query: handed.query }), ...(headers && { headers, defaultHeaders: headers }) };
const root = ReactDOM.createRoot(document.getElementById('explorer'));
root.render(React.createElement(GraphiQL, { fetcher, defaultQuery: welcome, shouldPersistHeaders: false, defaultEditorToolsVisibility: 'headers', ...given }));
`;
