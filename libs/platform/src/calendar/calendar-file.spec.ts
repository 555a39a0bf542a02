import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile, type CalendarEvent } from './calendar-file';

const NOW = new Date('2026-11-24T09:00:00Z');
const event: CalendarEvent = {
  uid: 'interview-1@touchstone.example',
  sequence: 3,
  startsAt: new Date('2026-12-01T08:30:00Z'),
  endsAt: new Date('2026-12-01T09:45:00Z'),
  summary: 'Interview with Sofia Marino: Evidence and design',
  description: 'Bring the guide.\nIt is in Touchstone.',
  organizer: { name: 'Carla Conti', email: 'carla@example.org' },
  attendees: [{ name: 'Ivo "the quick" Marković, PhD', email: 'ivo@example.org' }],
};

/** Read by another library, as a calendar would. */
const read = (file: string): InstanceType<typeof ICAL.Event>[] =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));

describe('a calendar file', () => {
  it('says who, when and what, in lines that are short enough', async () => {
    const file = await calendarFile('REQUEST', [event], NOW);
    const [found] = read(file);
    expect(found).toMatchObject({ uid: event.uid, sequence: 3, summary: event.summary, description: event.description });
    expect(found?.startDate.toJSDate()).toEqual(event.startsAt);
    expect(found?.endDate.toJSDate()).toEqual(event.endsAt);
    expect(found?.attendees.map((attendee) => attendee.getFirstValue())).toEqual(['MAILTO:ivo@example.org']);
    expect(found?.attendees[0]?.getParameter('cn')).toBe('Ivo  the quick  Marković, PhD');
    expect(file).toContain('METHOD:REQUEST');
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('takes an event back under the same name', async () => {
    const file = await calendarFile('CANCEL', [event], NOW);
    expect(file).toContain('METHOD:CANCEL');
    expect(file).toContain('STATUS:CANCELLED');
    expect(read(file)[0]?.uid).toBe(event.uid);
  });

  it('is read back whole, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        async (summary, name) => {
          const file = await calendarFile('REQUEST', [{ ...event, summary, attendees: [{ name, email: 'a@example.org' }] }, event], NOW);
          const found = read(file);
          expect(found.map(({ uid }) => uid)).toEqual([event.uid, event.uid]);
          expect(found[1]?.summary).toBe(event.summary);
        },
      ),
      { numRuns: 200 },
    );
  });
});
