import { Injectable } from '@nestjs/common';
import { noOrganization, UnitOfWork } from '@touchstone/platform/database';
import { Organizations } from '../../organizations';

/** Every organization: for the round that looks for what no call was heard about. */
@Injectable()
export class DueOrganizations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: Organizations,
  ) {}

  all(): Promise<readonly string[]> {
    return this.unitOfWork.readIn(noOrganization, (tx) => this.organizations.ids(tx));
  }
}
