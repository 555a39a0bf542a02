import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '@touchstone/kernel';
import type { Actor } from '@touchstone/platform/actor';
import { UnitOfWork } from '@touchstone/platform/database';
import { CandidateRepository } from '../persistence/candidate.repository';
import { CandidateReader, type CandidateValue } from './candidate-reader';

export type { CandidateValue };

/** Candidates one by one and in pages, as far as the actor may read them. */
@Injectable()
export class ViewCandidates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidates: CandidateRepository,
    private readonly reader: CandidateReader,
  ) {}

  /** `text`: a part of the name or e-mail address, in any case. */
  async page(actor: Actor, text: string | null, request: PageRequest): Promise<Page<CandidateValue>> {
    const reach = this.reader.reach(actor);
    if (reach === null) return pageOf([], request.first, () => []);
    const wanted = text?.trim() ?? '';
    return this.unitOfWork.read(actor, (tx) =>
      this.candidates.page(tx, actor.organizationId, reach, wanted === '' ? null : wanted, request),
    );
  }

  async one(actor: Actor, id: string | null): Promise<CandidateValue | null> {
    return id === null ? null : ((await this.reader.some(actor, [id]))[0] ?? null);
  }

  /** One that the actor has just made or changed. */
  async changed(actor: Actor, id: string): Promise<CandidateValue> {
    const found = await this.one(actor, id);
    if (found === null) throw new Error('what was changed cannot be read by whoever changed it');
    return found;
  }
}
