export { secureServer } from './secure-server';
export { LARGEST_BODY } from './http-fault.filter';
export { currentRequestId } from './request-id';
export { serveExplorer } from './explorer';
