export { UnitOfWork, type WriteOptions } from './unit-of-work';
export { Transaction, type Announcement, type AuditEntry, type StatementPlan } from './transaction';
export { noOrganization, openSealsOf, type Scope, scopeOf, wholeOrganization } from './scope';
export { registerRecords } from './records';
export { TenantRecord, OrganizationKey } from './tenant-record';
export { isUnavailable, violatesUnique } from './sql-errors';
export { AnnouncementListener } from './announcement-listener';
