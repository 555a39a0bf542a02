import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { shippedFiles } from '@touchstone/platform/configuration';
import { UnitOfWork } from '@touchstone/platform/database';
import type { LoadShippedBankError } from '../errors';
import { ShippedBank } from './shipped-bank';

/** Folders of the shipped bank: what is public with its answers, and what is for interviews. */
const FOLDERS = ['training', 'questions'] as const;

/** Brings the whole shipped bank into the organization; what it has of it already stays as it is. */
@Injectable()
export class LoadShippedBank {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bank: ShippedBank,
  ) {}

  async execute(
    actor: Actor,
    { idempotencyKey }: { readonly idempotencyKey: string },
  ): Promise<Result<{ added: number }, LoadShippedBankError>> {
    const { organizationId, memberId } = actor;
    return this.unitOfWork.write(
      actor,
      async (tx) => {
        const added = await this.bank.load(tx, organizationId, memberId, FOLDERS.flatMap(shippedFiles));
        if (added > 0) tx.audit({ action: 'question.load', subjectType: 'Organization', subjectId: organizationId, detail: { added } });
        return ok({ added });
      },
      { once: { operation: 'question.loadShippedBank', key: idempotencyKey, input: {} } },
    );
  }
}
