/** REQUEST invites, and sent again with a higher sequence it moves; CANCEL takes back. */
export const CALENDAR_METHODS = ['REQUEST', 'CANCEL'] as const;
export type CalendarMethod = (typeof CALENDAR_METHODS)[number];

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

export interface CalendarEvent {
  /** The same for ever, whatever changes about the event. */
  readonly uid: string;
  /** Higher after every change, so that calendars take the newest. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description: string;
  readonly organizer: CalendarPerson;
  readonly attendees: readonly CalendarPerson[];
}

/** Events as an iCalendar file (RFC 5545) in UTC, which every calendar shows in its reader's zone. `now` stands in it as the time of writing. */
export async function calendarFile(method: CalendarMethod, events: readonly CalendarEvent[], now: Date): Promise<string> {
  // Loaded when an invitation is wanted and not before.
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: { company: 'Touchstone', product: 'Interviews', language: 'EN' } });
  for (const { uid, sequence, startsAt, endsAt, summary, description, organizer, attendees } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      start: startsAt,
      end: endsAt,
      stamp: now,
      summary: plain(summary),
      description: plain(description),
      status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: { name: parameter(organizer.name), email: organizer.email },
      attendees: attendees.map(({ name, email }) => ({ name: parameter(name), email, rsvp: method === 'REQUEST' })),
    });
  }
  return calendar.toString();
}

const plain = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');

/** The value of a parameter may hold no quotation mark, and the library writes one escaped, which RFC 5545 (3.2) forbids. */
const parameter = (text: string): string => plain(text).replace(/["\n\\]/g, ' ');
