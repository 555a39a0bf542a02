export { secureServer, LARGEST_BODY } from './secure-server';
export { currentRequestId } from './request-id';
