export { Allow, Public, type AccessRule } from './allow.decorator';
export { AccessGuard } from './access.guard';
export { OperationAccessTable, type OperationAccess } from './operation-access';
