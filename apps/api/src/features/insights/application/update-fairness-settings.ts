import { Injectable } from '@nestjs/common';
import { checkSmallestGroup } from '@touchstone/interviewing/insights';
import { err, ok, type Result, revisionConflict } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import type { UpdateFairnessSettingsError } from '../errors';
import { FairnessSettingRepository } from '../persistence/fairness-setting.repository';
import { announceRequest } from './insight-calls';

/** Sets how many people a figure over a group needs at least. */
@Injectable()
export class UpdateFairnessSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: FairnessSettingRepository,
  ) {}

  async execute(
    actor: Actor,
    input: { readonly smallestGroup: number; readonly expectedRevision: number },
  ): Promise<Result<{ readonly smallestGroup: number; readonly revision: number }, UpdateFairnessSettingsError>> {
    const { organizationId } = actor;
    const smallestGroup = checkSmallestGroup(input.smallestGroup);
    if (!smallestGroup.ok) return smallestGroup;
    return this.unitOfWork.write(actor, async (tx) => {
      const revision = await this.settings.change(tx, organizationId, input.expectedRevision, smallestGroup.value);
      if (revision === null) return err(revisionConflict((await this.settings.of(tx, organizationId)).revision, 'setting'));
      announceRequest(tx, organizationId);
      tx.audit({
        action: 'fairness.configure',
        subjectType: 'Organization',
        subjectId: organizationId,
        detail: { smallestGroup: smallestGroup.value },
      });
      return ok({ smallestGroup: smallestGroup.value, revision });
    });
  }
}
