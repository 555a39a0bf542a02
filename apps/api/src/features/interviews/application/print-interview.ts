import { Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { GuideFile } from '@touchstone/kit-guide';
import type { Actor } from '@touchstone/platform/actor';
import type { Transaction } from '@touchstone/platform/database';
import { GuideDesk, type GuideWish, Kits, type PrintedKit } from '../../kits';
import { InterviewRepository, type InterviewValue } from '../persistence/interview.repository';
import { SeatRepository } from '../persistence/seat.repository';
import { InterviewItems } from './interview-items';
import { LoopRights } from './loop-rights';

/** One interview on paper, with its questions as they are asked: added ones are in, skipped ones are out. */
@Injectable()
export class PrintInterview {
  constructor(
    private readonly desk: GuideDesk,
    private readonly kits: Kits,
    private readonly interviews: InterviewRepository,
    private readonly seats: SeatRepository,
    private readonly items: InterviewItems,
    private readonly rights: LoopRights,
  ) {}

  /** Null where there is no such interview, and for whoever neither holds a seat here nor may read kits: other rounds are nobody's business. */
  async execute(actor: Actor, id: string | null, wish: Omit<GuideWish, 'round'>): Promise<GuideFile | null> {
    if (id === null) return null;
    return this.desk.make(actor, (tx) => this.kitOf(tx, actor, id), { ...wish, round: 1 });
  }

  /** Its kit with its own round alone. */
  private async kitOf(tx: Transaction, actor: Actor, id: string): Promise<PrintedKit | null> {
    const { organizationId } = actor;
    const interview = await this.interviews.byId(tx, organizationId, id);
    if (interview === null || !(await this.mayKnow(tx, actor, interview))) return null;
    const kit = await this.kits.byId(tx, organizationId, interview.kitId);
    const round = kit?.rounds[interview.roundIndex];
    if (!kit || round === undefined) return null;
    const items = await this.items.of(tx, organizationId, interview);
    return { ...kit, rounds: [{ ...round, items: items.filter(({ skipped }) => !skipped) }] };
  }

  private async mayKnow(tx: Transaction, actor: Actor, { id, loopId }: InterviewValue): Promise<boolean> {
    if (!(await this.rights.mayRead(tx, actor, loopId))) return false;
    if (permits(actor, 'kit.read')) return true;
    const seat = await this.seats.ofMember(tx, actor.organizationId, id, actor.memberId);
    return seat !== null && seat.removedAt === null;
  }
}
