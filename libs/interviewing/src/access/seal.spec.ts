import * as fc from 'fast-check';
import { INTERVIEW_STATES, SEAT_KINDS } from '../interviews';
import { type SealPolicy, type SealedLoop, type SealedSeat, SEAL_POLICIES, sealAllows, sealShouldOpen } from './seal';

const OPENED = new Date('2026-11-24T10:00:00Z');
const VIEWER = 'viewer';
const OTHER = 'other';
const otherSeat: SealedSeat = {
  memberId: OTHER,
  kind: 'LEAD',
  submitted: true,
  removed: false,
  interviewStatus: 'ENDED',
};

const loopWith = (seats: readonly SealedSeat[], policy: SealPolicy, open: boolean): SealedLoop => ({
  sealOpenedAt: open ? OPENED : null,
  sealPolicy: policy,
  seats: [otherSeat, ...seats],
});

/**
 * May the viewer with this one seat see another's SUBMITTED card while the seal is closed, under OWN_SUBMITTED?
 * Written from the rule: only a rating seat (not OBSERVER), not removed, of an interview that is held, and submitted, opens the card.
 * Columns in the order of INTERVIEW_STATES: SCHEDULED, IN_PROGRESS, ENDED, CANCELLED, NO_SHOW.
 */
const OWN_SUBMITTED_CLOSED: readonly (readonly [SealedSeat['kind'], 'submitted' | 'owing', 'seated' | 'removed', string])[] = [
  ['LEAD', 'submitted', 'seated', 'YYY--'],
  ['LEAD', 'submitted', 'removed', '-----'],
  ['LEAD', 'owing', 'seated', '-----'],
  ['LEAD', 'owing', 'removed', '-----'],
  ['INTERVIEWER', 'submitted', 'seated', 'YYY--'],
  ['INTERVIEWER', 'submitted', 'removed', '-----'],
  ['INTERVIEWER', 'owing', 'seated', '-----'],
  ['INTERVIEWER', 'owing', 'removed', '-----'],
  ['SHADOW', 'submitted', 'seated', 'YYY--'],
  ['SHADOW', 'submitted', 'removed', '-----'],
  ['SHADOW', 'owing', 'seated', '-----'],
  ['SHADOW', 'owing', 'removed', '-----'],
  ['OBSERVER', 'submitted', 'seated', '-----'],
  ['OBSERVER', 'submitted', 'removed', '-----'],
  ['OBSERVER', 'owing', 'seated', '-----'],
  ['OBSERVER', 'owing', 'removed', '-----'],
];

/**
 * Everything else of the table. Columns: another's DRAFT, another's SUBMITTED, own DRAFT, own SUBMITTED.
 * `=`: as the table above says. "no seat": never held one on the loop.
 */
const TABLE: readonly (readonly [SealPolicy, 'closed' | 'open', 'a seat' | 'no seat', 'oversees' | 'no oversight', string])[] = [
  ['ALL_SUBMITTED', 'closed', 'a seat', 'no oversight', '--YY'],
  ['ALL_SUBMITTED', 'closed', 'a seat', 'oversees', '--YY'],
  ['ALL_SUBMITTED', 'closed', 'no seat', 'no oversight', '--YY'],
  ['ALL_SUBMITTED', 'closed', 'no seat', 'oversees', '--YY'],
  ['ALL_SUBMITTED', 'open', 'a seat', 'no oversight', '-YYY'],
  ['ALL_SUBMITTED', 'open', 'a seat', 'oversees', '-YYY'],
  ['ALL_SUBMITTED', 'open', 'no seat', 'no oversight', '--YY'],
  ['ALL_SUBMITTED', 'open', 'no seat', 'oversees', '-YYY'],
  ['OWN_SUBMITTED', 'closed', 'a seat', 'no oversight', '-=YY'],
  ['OWN_SUBMITTED', 'closed', 'a seat', 'oversees', '-=YY'],
  ['OWN_SUBMITTED', 'closed', 'no seat', 'no oversight', '--YY'],
  ['OWN_SUBMITTED', 'closed', 'no seat', 'oversees', '--YY'],
  ['OWN_SUBMITTED', 'open', 'a seat', 'no oversight', '-YYY'],
  ['OWN_SUBMITTED', 'open', 'a seat', 'oversees', '-YYY'],
  ['OWN_SUBMITTED', 'open', 'no seat', 'no oversight', '--YY'],
  ['OWN_SUBMITTED', 'open', 'no seat', 'oversees', '-YYY'],
];

const CARDS = [
  { memberId: OTHER, status: 'DRAFT' },
  { memberId: OTHER, status: 'SUBMITTED' },
  { memberId: VIEWER, status: 'DRAFT' },
  { memberId: VIEWER, status: 'SUBMITTED' },
] as const;

/** Every seat that the viewer can hold, with what the first table says of it. */
const STANDINGS = OWN_SUBMITTED_CLOSED.flatMap(([kind, part, presence, cells]) =>
  INTERVIEW_STATES.map((interviewStatus, column) => ({
    seat: {
      memberId: VIEWER,
      kind,
      submitted: part === 'submitted',
      removed: presence === 'removed',
      interviewStatus,
    } satisfies SealedSeat,
    ownClosed: cells.charAt(column),
  })),
);

describe('the truth table of the seal', () => {
  it('has a row for every combination', () => {
    expect(STANDINGS).toHaveLength(4 * 2 * 2 * 5);
    expect(new Set(STANDINGS.map(({ seat }) => JSON.stringify(seat))).size).toBe(80);
    expect(new Set(TABLE.map((row) => row.slice(0, 4).join())).size).toBe(2 * 2 * 2 * 2);
  });

  it.each(TABLE)('%s, %s, %s, %s: %s', (policy, opening, seating, oversight, cells) => {
    const standings = seating === 'no seat' ? [{ seat: null, ownClosed: '-' }] : STANDINGS;
    for (const { seat, ownClosed } of standings) {
      const loop = loopWith(seat === null ? [] : [seat], policy, opening === 'open');
      CARDS.forEach((card, column) => {
        const cell = cells.charAt(column) === '=' ? ownClosed : cells.charAt(column);
        const seen = sealAllows({ memberId: VIEWER, oversees: oversight === 'oversees' }, card, loop);
        expect([seat, card, seen]).toEqual([seat, card, cell === 'Y']);
      });
    }
  });

  it('waits for every rating seat that the viewer ever held on the loop', () => {
    const submitted: SealedSeat = {
      memberId: VIEWER,
      kind: 'INTERVIEWER',
      submitted: true,
      removed: false,
      interviewStatus: 'ENDED',
    };
    const card = { memberId: OTHER, status: 'SUBMITTED' } as const;
    const seen = (second: Partial<SealedSeat>): boolean =>
      sealAllows(
        { memberId: VIEWER, oversees: true },
        card,
        loopWith([submitted, { ...submitted, submitted: false, ...second }], 'OWN_SUBMITTED', false),
      );
    expect(seen({ interviewStatus: 'SCHEDULED' })).toBe(false);
    expect(seen({ removed: true })).toBe(false);
    expect(seen({ kind: 'SHADOW' })).toBe(false);
    expect(seen({ kind: 'OBSERVER' })).toBe(true);
    expect(seen({ interviewStatus: 'CANCELLED' })).toBe(true);
    expect(seen({ interviewStatus: 'NO_SHOW' })).toBe(true);
    expect(seen({ memberId: OTHER })).toBe(true);
  });
});

const members = ['ana', 'bo', 'cy'];
const seats = fc.array(
  fc.record({
    memberId: fc.constantFrom(...members),
    kind: fc.constantFrom(...SEAT_KINDS),
    submitted: fc.boolean(),
    removed: fc.boolean(),
    interviewStatus: fc.constantFrom(...INTERVIEW_STATES),
  }),
  { maxLength: 6 },
);
const loops = fc.record({
  sealOpenedAt: fc.constantFrom(null, OPENED),
  sealPolicy: fc.constantFrom(...SEAL_POLICIES),
  seats,
});
const viewers = fc.record({ memberId: fc.constantFrom(...members), oversees: fc.boolean() });
const cards = fc.record({
  memberId: fc.constantFrom(...members),
  status: fc.constantFrom('DRAFT' as const, 'SUBMITTED' as const),
});

describe('what the seal never does', () => {
  it('hides nothing by opening', () => {
    fc.assert(
      fc.property(viewers, cards, loops, (viewer, card, loop) => {
        if (sealAllows(viewer, card, loop)) expect(sealAllows(viewer, card, { ...loop, sealOpenedAt: OPENED })).toBe(true);
      }),
    );
  });

  it('shows nobody the draft of another', () => {
    fc.assert(
      fc.property(viewers, cards, loops, (viewer, card, loop) => {
        fc.pre(card.memberId !== viewer.memberId);
        expect(sealAllows(viewer, { ...card, status: 'DRAFT' }, loop)).toBe(false);
      }),
    );
  });

  it('lets nobody gain by a role before the seal is open', () => {
    fc.assert(
      fc.property(viewers, cards, loops, (viewer, card, loop) => {
        const closed = { ...loop, sealOpenedAt: null };
        expect(sealAllows({ ...viewer, oversees: true }, card, closed)).toBe(sealAllows({ ...viewer, oversees: false }, card, closed));
      }),
    );
  });

  it('lets nobody who owes a scorecard gain by being removed, seated again, moved to another seat or given a role', () => {
    fc.assert(
      fc.property(viewers, cards, loops, seats, fc.boolean(), (viewer, card, loop, more, removes) => {
        const owes = loop.seats.some(
          (seat) =>
            seat.memberId === viewer.memberId &&
            seat.kind !== 'OBSERVER' &&
            !seat.submitted &&
            ['SCHEDULED', 'IN_PROGRESS', 'ENDED'].includes(seat.interviewStatus),
        );
        fc.pre(owes && card.memberId !== viewer.memberId);
        const changed = {
          ...loop,
          sealOpenedAt: null,
          seats: [...loop.seats.map((seat) => ({ ...seat, removed: seat.removed || removes })), ...more],
        };
        expect(sealAllows({ ...viewer, oversees: true }, card, changed)).toBe(false);
      }),
    );
  });

  it('depends on no order of the seats and on no seat of others, apart from its opening', () => {
    fc.assert(
      fc.property(viewers, cards, loops, (viewer, card, loop) => {
        const seen = sealAllows(viewer, card, loop);
        const own = loop.seats.filter(({ memberId }) => memberId === viewer.memberId);
        expect(sealAllows(viewer, card, { ...loop, seats: [...loop.seats].reverse() })).toBe(seen);
        expect(sealAllows(viewer, card, { ...loop, seats: own })).toBe(seen);
      }),
    );
  });

  it('shows under OWN_SUBMITTED everything that it shows under ALL_SUBMITTED', () => {
    fc.assert(
      fc.property(viewers, cards, loops, (viewer, card, loop) => {
        if (sealAllows(viewer, card, { ...loop, sealPolicy: 'ALL_SUBMITTED' })) {
          expect(sealAllows(viewer, card, { ...loop, sealPolicy: 'OWN_SUBMITTED' })).toBe(true);
        }
      }),
    );
  });
});

describe('when the seal should open', () => {
  const seat = (over: Partial<SealedSeat>): SealedSeat => ({ ...otherSeat, ...over });
  const cases: readonly (readonly [string, boolean, readonly SealedSeat[]])[] = [
    ['no seats', false, []],
    ['only an observer', false, [seat({ kind: 'OBSERVER', submitted: false })]],
    ['the one rating seat submitted', true, [seat({})]],
    ['the one rating seat owing', false, [seat({ submitted: false })]],
    ['a shadow owing', false, [seat({}), seat({ kind: 'SHADOW', submitted: false })]],
    ['an observer beside', true, [seat({}), seat({ kind: 'OBSERVER', submitted: false })]],
    ['a removed one owing', true, [seat({}), seat({ removed: true, submitted: false })]],
    ['only removed ones', false, [seat({ removed: true })]],
    ['a cancelled interview owing', true, [seat({}), seat({ submitted: false, interviewStatus: 'CANCELLED' })]],
    ['a no-show owing', true, [seat({}), seat({ submitted: false, interviewStatus: 'NO_SHOW' })]],
    ['only a cancelled interview', false, [seat({ interviewStatus: 'CANCELLED' })]],
    ['another interview to come, all of its seats removed', false, [seat({}), seat({ removed: true, interviewStatus: 'SCHEDULED' })]],
    ['another interview under way, observed only', false, [seat({}), seat({ kind: 'OBSERVER', interviewStatus: 'IN_PROGRESS' })]],
  ];

  it.each(cases)('%s: %s', (_, expected, list) => {
    expect(sealShouldOpen({ sealOpenedAt: null, sealPolicy: 'ALL_SUBMITTED', seats: list })).toBe(expected);
  });

  it('never while a rating seat of a held interview owes', () => {
    fc.assert(
      fc.property(loops, fc.constantFrom('LEAD' as const, 'INTERVIEWER' as const, 'SHADOW' as const), (loop, kind) => {
        const owing = { memberId: 'di', kind, submitted: false, removed: false, interviewStatus: 'ENDED' as const };
        expect(sealShouldOpen({ ...loop, seats: [...loop.seats, owing] })).toBe(false);
      }),
    );
  });
});
