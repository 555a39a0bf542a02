export { resultUnion, sharedErrorTypes, DomainErrorType, type ResultUnion } from './result-union';
export { PageArgs, PageInfo, connectionType, pageRequest, toConnection, LARGEST_PAGE, type ConnectionValue } from './connection';
export { globalId, readGlobalId, localId } from './global-id';
export { refuse, type RequestErrorCode } from './request-error';
export { requestLoader } from './loader';
export { announcementStream } from './subscription-stream';
export { signCursorsWith } from './cursor';
export { serveWebSocket } from './web-socket';
export { NodeType, NodeRegistry, type NodeSource } from './node';
