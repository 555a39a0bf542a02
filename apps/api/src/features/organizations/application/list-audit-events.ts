import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { type AuditEventFilter, AuditEventRepository, type AuditEventRow } from '../persistence/audit-event.repository';

export type { AuditEventFilter } from '../persistence/audit-event.repository';

/** Lines of the audit trail, newest first. A filter that names nothing of this organization (null) finds nothing. */
@Injectable()
export class ListAuditEvents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: AuditEventRepository,
  ) {}

  async execute(actor: Actor, filter: AuditEventFilter | null, page: PageRequest): Promise<Page<AuditEventRow>> {
    if (filter === null) return pageOf<AuditEventRow>([], page.first, () => []);
    return this.unitOfWork.read(actor, (tx) => this.events.page(tx, actor.organizationId, filter, page));
  }
}
