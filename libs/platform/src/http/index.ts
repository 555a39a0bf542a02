export { secureServer } from './secure-server';
export { answerBrokenAddress, LARGEST_BODY } from './http-fault.filter';
export { takeFilesAsStreams } from './take-files';
export { HttpRefusal } from './http-refusal';
export { fileAnswer, type FileToSend } from './file-answer';
export { currentRequestId } from './request-id';
export { serveExplorer } from './explorer';
