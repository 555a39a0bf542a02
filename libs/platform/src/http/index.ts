export { secureServer } from './secure-server';
export { answerBrokenAddress, LARGEST_BODY } from './http-fault.filter';
export { currentRequestId } from './request-id';
export { serveExplorer } from './explorer';
