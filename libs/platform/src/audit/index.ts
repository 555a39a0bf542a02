export { verifyChain, type ChainReport } from './verify-chain';
export { GENESIS, hashOfLine, type AuditLine } from './append-audit';
