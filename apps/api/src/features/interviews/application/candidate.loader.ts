import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { RequestContext } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { requestLoader } from '@touchstone/platform/graphql';
import { CandidateReader, type CandidateValue } from './candidate-reader';
import { ConflictReader, type ConflictValue } from './conflict-reader';
import { grouped } from './grouped';

/** Candidates, and the conflicts of interest around them, with the rights of the actor; batched over one request. */
@Injectable()
export class CandidateLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateReader,
    private readonly conflicts: ConflictReader,
  ) {}

  private readonly byId = requestLoader<string, CandidateValue>(async ({ actor }, ids) => {
    if (actor === null || !permits(actor, 'candidate.read')) return new Map();
    return new Map((await this.candidates.some(actor, ids)).map((candidate) => [candidate.id, candidate]));
  });

  private readonly conflictsByCandidate = requestLoader<string, readonly ConflictValue[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    const found = await this.unitOfWork.read(actor, (tx) => this.conflicts.ofCandidates(tx, actor, ids));
    return grouped(found, ({ candidateId }) => candidateId);
  });

  /** With contact data; null where she may not read it. */
  one(context: RequestContext, id: string): Promise<CandidateValue | null> {
    return this.byId(context).load(id);
  }

  async conflictsOf(context: RequestContext, candidateId: string): Promise<readonly ConflictValue[]> {
    return (await this.conflictsByCandidate(context).load(candidateId)) ?? [];
  }
}
