import { Inject, Injectable } from '@nestjs/common';
import { permits } from '@touchstone/interviewing/access';
import type { Actor } from '@touchstone/platform/actor';
import { calendarFile, type CalendarEvent, type CalendarMethod, type CalendarPerson } from '@touchstone/platform/calendar';
import { CONFIGURATION, type Configuration } from '@touchstone/platform/configuration';
import { type Transaction, UnitOfWork } from '@touchstone/platform/database';
import { Members } from '../../organizations';
import { InterviewRepository, type InterviewValue } from '../persistence/interview.repository';
import type { LoopValue } from '../persistence/loop.repository';
import { SeatRepository } from '../persistence/seat.repository';
import { CandidateReader } from './candidate-reader';
import { LoopReader } from './loop-reader';

/** Who gets it: the panel of each interview, or the candidate, who learns nothing of who else is invited. */
export const INVITED = ['PANEL', 'CANDIDATE'] as const;
export type Invited = (typeof INVITED)[number];

export interface Invitations {
  readonly fileName: string;
  /** How many interviews are in it. */
  readonly interviews: number;
  readonly text: string;
}

/** The interviews of a loop as invitations for calendars. Sent again after a change they move what is there; CANCEL takes back what was called off. */
@Injectable()
export class WriteInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loops: LoopReader,
    private readonly interviews: InterviewRepository,
    private readonly seats: SeatRepository,
    private readonly members: Members,
    private readonly candidates: CandidateReader,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Null where there is no such loop for this actor, where the candidate was erased, or where the candidate who is to be invited has no address. */
  async execute(actor: Actor, loopId: string | null, to: Invited, method: CalendarMethod): Promise<Invitations | null> {
    const loop = await this.loops.one(actor, loopId);
    if (loop === null || loop.candidateErasedAt !== null) return null;
    const alone = to === 'CANDIDATE' ? await this.candidate(actor, loop) : null;
    if (to === 'CANDIDATE' && alone === null) return null;
    return this.unitOfWork.read(actor, async (tx) => {
      const guests = alone === null ? await this.panel(tx, loop) : () => [alone];
      const [organizer] = await this.members.byIds(tx, loop.organizationId, [actor.memberId]);
      if (organizer === undefined) return null;
      const wanted = method === 'CANCEL' ? 'CANCELLED' : 'SCHEDULED';
      const found = (await this.interviews.ofLoop(tx, loop.organizationId, loop.id)).filter(({ status }) => status === wanted);
      const events = found.map((interview) => this.eventOf(loop, interview, to, organizer, guests(interview.id)));
      const fileName = `interviews-${loop.id.slice(-12)}-${to.toLowerCase()}.ics`;
      return { fileName, interviews: events.length, text: await calendarFile(method, events, tx.now) };
    });
  }

  private async panel(tx: Transaction, { organizationId, id }: LoopValue): Promise<(interviewId: string) => readonly CalendarPerson[]> {
    const held = (await this.seats.ofLoops(tx, organizationId, [id])).filter(({ removedAt }) => removedAt === null);
    const members = new Map(
      (
        await this.members.byIds(
          tx,
          organizationId,
          held.map(({ memberId }) => memberId),
        )
      ).map((member) => [member.id, member]),
    );
    return (interviewId) => held.filter((seat) => seat.interviewId === interviewId).flatMap(({ memberId }) => members.get(memberId) ?? []);
  }

  private async candidate(actor: Actor, { candidateId }: LoopValue): Promise<CalendarPerson | null> {
    if (!permits(actor, 'candidate.read')) return null;
    const [candidate] = await this.candidates.some(actor, [candidateId]);
    return !candidate?.name || !candidate.email ? null : { name: candidate.name, email: candidate.email };
  }

  private eventOf(
    { openingTitle }: LoopValue,
    { id, revision, roundName, startsAt, endsAt, candidateName }: InterviewValue,
    to: Invited,
    organizer: CalendarPerson,
    attendees: readonly CalendarPerson[],
  ): CalendarEvent {
    const { baseUrl } = this.configuration;
    const forPanel = to === 'PANEL';
    return {
      uid: `interview-${id}-${to.toLowerCase()}@${new URL(baseUrl).hostname}`,
      sequence: revision,
      startsAt,
      endsAt,
      summary: forPanel ? `Interview with ${candidateName ?? ''}: ${roundName}` : `Interview: ${openingTitle}, ${roundName}`,
      description: forPanel
        ? `${openingTitle}. The guide and your scorecard are at ${baseUrl}. Rate alone, and submit before you talk about it.`
        : `${openingTitle}. Everybody who applies gets the same questions in the same time. Tell us beforehand what would make the conversation easier for you.`,
      organizer,
      attendees,
    };
  }
}
