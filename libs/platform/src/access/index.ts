export { Allow, Public, type AccessRule } from './allow.decorator';
export { AccessGuard } from './access.guard';
export { NoteRefusals } from './note-refusals';
export { OperationAccessTable, type OperationAccess } from './operation-access';
