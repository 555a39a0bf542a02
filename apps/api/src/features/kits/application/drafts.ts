import { Injectable } from '@nestjs/common';
import { transitionKit } from '@touchstone/interviewing/kits';
import { conflict, err, notFound, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Transaction } from '@touchstone/platform/database';
import type { DraftError } from '../errors';
import { KitRepository } from '../persistence/kit.repository';
import type { KitValue } from '../persistence/kit-value';

/** Kits that can still be changed. */
@Injectable()
export class Drafts {
  constructor(private readonly kits: KitRepository) {}

  /** Takes the draft at this revision for the rest of the transaction, or says why it cannot be changed. */
  async open(
    tx: Transaction,
    organizationId: string,
    { kitId, expectedRevision }: { readonly kitId: string | null; readonly expectedRevision: number },
  ): Promise<Result<KitValue, DraftError>> {
    const draft = kitId === null ? null : await this.kits.lockDraft(tx, organizationId, kitId);
    if (draft === null) return err(await this.refusal(tx, organizationId, kitId));
    if (draft.revision !== expectedRevision) return err(revisionConflict(draft.revision, 'kit'));
    return ok(draft);
  }

  private async refusal(tx: Transaction, organizationId: string, kitId: string | null): Promise<DraftError> {
    const kit = kitId === null ? null : await this.kits.byId(tx, organizationId, kitId);
    if (kit === null) return notFound('kit', ['input', 'kitId']);
    const edit = transitionKit(kit.status, 'EDIT');
    return edit.ok
      ? conflict('This kit was changed at this moment. Try again.', ['input', 'kitId'])
      : { ...edit.error, path: ['input', 'kitId'] };
  }
}
