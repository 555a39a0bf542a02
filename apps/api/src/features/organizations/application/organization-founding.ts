import { Injectable } from '@nestjs/common';
import type { Transaction } from '@touchstone/platform/database';

/** The organization that is being made, and its first member, in whose name its first content is written. */
export interface Founding {
  readonly organizationId: string;
  readonly founderId: string;
}

export type FoundingStep = (tx: Transaction, founding: Founding) => Promise<void>;

/**
 * What later rooms do when an organization is made: load the framework, the shipped questions. All in the transaction of
 * the founding, so that there is no organization without its framework. Steps run in the order of the rooms.
 */
@Injectable()
export class OrganizationFounding {
  private readonly steps: { readonly order: number; readonly step: FoundingStep }[] = [];

  /** `order`: the place of the room in the list of rooms. */
  addStep(order: number, step: FoundingStep): void {
    this.steps.push({ order, step });
    this.steps.sort((a, b) => a.order - b.order);
  }

  async run(tx: Transaction, founding: Founding): Promise<void> {
    for (const { step } of this.steps) await step(tx, founding);
  }
}
