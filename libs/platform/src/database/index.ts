export { UnitOfWork, type WriteOptions } from './unit-of-work';
export { Transaction, type Announcement, type AuditEntry } from './transaction';
export { noOrganization, type Scope, scopeOf, wholeOrganization } from './scope';
export { registerRecords } from './records';
export { TenantRecord, OrganizationKey } from './tenant-record';
export { isUnavailable, violatesUnique } from './sql-errors';
export { AnnouncementListener } from './announcement-listener';
