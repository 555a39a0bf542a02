export { verifyChain, type ChainReport, type KnownHead } from './verify-chain';
export { GENESIS, hashOfLine, type AuditLine } from './append-audit';
