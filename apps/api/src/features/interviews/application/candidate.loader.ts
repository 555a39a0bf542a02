import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@touchstone/platform/actor';
import { requestLoader } from '@touchstone/platform/graphql';
import type { CandidateRecord } from '../persistence/candidate.record';
import type { ConflictOfInterestRecord } from '../persistence/conflict-of-interest.record';
import { grouped } from './grouped';
import { holds } from './holds';
import { ViewCandidates } from './view-candidates';
import { ViewConflicts } from './view-conflicts';

/** Candidates, and the conflicts of interest around them, with the rights of the actor; batched over one request. */
@Injectable()
export class CandidateLoader {
  constructor(
    private readonly view: ViewCandidates,
    private readonly conflicts: ViewConflicts,
  ) {}

  private readonly byId = requestLoader<string, CandidateRecord>(async ({ actor }, ids) => {
    if (actor === null || !holds(actor, 'candidate.read')) return new Map();
    return new Map((await this.view.some(actor, ids)).map((candidate) => [candidate.id, candidate]));
  });

  private readonly conflictsByCandidate = requestLoader<string, readonly ConflictOfInterestRecord[]>(async ({ actor }, ids) => {
    if (actor === null) return new Map();
    return grouped(await this.conflicts.ofCandidates(actor, ids), ({ candidateId }) => candidateId);
  });

  /** With contact data; null where she may not read it. */
  one(context: RequestContext, id: string): Promise<CandidateRecord | null> {
    return this.byId(context).load(id);
  }

  async conflictsOf(context: RequestContext, candidateId: string): Promise<readonly ConflictOfInterestRecord[]> {
    return (await this.conflictsByCandidate(context).load(candidateId)) ?? [];
  }
}
