import {
  type Deviation,
  type PanelSeat,
  type RemovableSeat,
  SEAT_KINDS,
  checkDeviation,
  checkNewSeat,
  checkNoConflict,
  checkPanel,
  checkPlannedPanel,
  checkSchedule,
  checkSeatRemoval,
  isTimeZone,
  rates,
  skippedItems,
  weighs,
} from '.';

const seat = (memberId: string, kind: PanelSeat['kind'], removed = false): PanelSeat => ({ memberId, kind, removed });

describe('the kinds of seats', () => {
  it('rate and weigh as the domain says', () => {
    expect(SEAT_KINDS.map((kind) => [kind, rates(kind), weighs(kind)])).toEqual([
      ['LEAD', true, true],
      ['INTERVIEWER', true, true],
      ['SHADOW', true, false],
      ['OBSERVER', false, false],
    ]);
  });
});

describe('a panel', () => {
  const panel = [seat('ana', 'LEAD'), seat('bo', 'INTERVIEWER'), seat('cy', 'OBSERVER', true)];

  it('takes a member once and one lead', () => {
    expect(checkNewSeat(panel, { memberId: 'di', kind: 'SHADOW' }).ok).toBe(true);
    expect(checkNewSeat(panel, { memberId: 'cy', kind: 'INTERVIEWER' }).ok).toBe(true);
    expect(checkNewSeat(panel, { memberId: 'bo', kind: 'OBSERVER' })).toMatchObject({
      error: { path: ['input', 'memberId'] },
    });
    expect(checkNewSeat(panel, { memberId: 'di', kind: 'LEAD' })).toMatchObject({ error: { path: ['input', 'kind'] } });
  });

  it('lets nobody shed a scorecard that she owes by coming back as an observer', () => {
    const before = [seat('ana', 'SHADOW', true)];
    expect(checkNewSeat(before, { memberId: 'ana', kind: 'OBSERVER' })).toMatchObject({ error: { path: ['input', 'kind'] } });
    expect(checkNewSeat(before, { memberId: 'ana', kind: 'INTERVIEWER' }).ok).toBe(true);
  });

  it('is fit to start with exactly one lead', () => {
    expect(checkPanel(panel).ok).toBe(true);
    expect(checkPanel([]).ok).toBe(false);
    expect(checkPanel([seat('ana', 'LEAD', true), seat('bo', 'INTERVIEWER')]).ok).toBe(false);
    expect(checkPanel([seat('ana', 'LEAD'), seat('bo', 'LEAD')]).ok).toBe(false);
    expect(checkPanel([seat('ana', 'LEAD'), seat('ana', 'SHADOW')]).ok).toBe(false);
  });

  it('is fit to start once nothing keeps its lead from rating', () => {
    const panel = [seat('ana', 'LEAD'), seat('bo', 'INTERVIEWER')];
    const conflict = (memberId: string, acknowledgedBy: string | null = null, withdrawn = false) => ({
      memberId,
      acknowledgedBy,
      withdrawn,
    });
    expect(checkPanel(panel, [conflict('bo'), conflict('ana', 'coco'), conflict('ana', null, true)]).ok).toBe(true);
    for (const open of [conflict('ana'), conflict('ana', 'ana')])
      expect(checkPanel(panel, [open])).toMatchObject({ ok: false, error: { message: expect.stringContaining('acknowledge') } });
    // One who is not there any more keeps nobody.
    expect(checkPanel([seat('ana', 'LEAD', true), seat('cy', 'LEAD')], [conflict('ana')]).ok).toBe(true);
  });

  it('is planned with a lead', () => {
    const path = ['input', 'seats'];
    expect(checkPlannedPanel([{ kind: 'OBSERVER' }, { kind: 'LEAD' }], path).ok).toBe(true);
    for (const seats of [[], [{ kind: 'INTERVIEWER' as const }, { kind: 'SHADOW' as const }]])
      expect(checkPlannedPanel(seats, path)).toMatchObject({ ok: false, error: { type: 'ValidationError', path } });
  });
});

describe('removing a seat', () => {
  const missing: RemovableSeat = { kind: 'INTERVIEWER', submitted: false, removed: false, interviewStatus: 'ENDED' };
  const removal = (over: Partial<RemovableSeat>, reason: string | null): unknown => {
    const result = checkSeatRemoval({ ...missing, ...over }, reason);
    return result.ok ? result.value : result.error.code;
  };

  it('needs a reason once the interview has started', () => {
    expect(removal({ interviewStatus: 'SCHEDULED' }, null)).toBeNull();
    expect(removal({}, null)).toBe('VALIDATION');
    expect(removal({ interviewStatus: 'IN_PROGRESS' }, '  ')).toBe('VALIDATION');
    expect(removal({}, ' has left the company ')).toBe('has left the company');
    expect(removal({ kind: 'OBSERVER' }, null)).toBeNull();
    expect(removal({ interviewStatus: 'SCHEDULED' }, 'x')).toBe('VALIDATION');
  });

  it('is not possible after submission, and not twice', () => {
    expect(removal({ submitted: true }, 'a good reason')).toBe('CONFLICT');
    expect(removal({ removed: true }, 'a good reason')).toBe('CONFLICT');
  });
});

describe('a conflict of interest', () => {
  const declared = { memberId: 'ana', acknowledgedBy: null, withdrawn: false };

  it('blocks rating until somebody else acknowledges it', () => {
    expect(checkNoConflict('ana', []).ok).toBe(true);
    expect(checkNoConflict('ana', [declared])).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(checkNoConflict('ana', [{ ...declared, acknowledgedBy: 'ana' }]).ok).toBe(false);
    expect(checkNoConflict('ana', [{ ...declared, acknowledgedBy: 'co' }]).ok).toBe(true);
    expect(checkNoConflict('ana', [{ ...declared, withdrawn: true }]).ok).toBe(true);
    expect(checkNoConflict('bo', [declared]).ok).toBe(true);
    expect(checkNoConflict('ana', [{ ...declared, acknowledgedBy: 'co' }, declared]).ok).toBe(false);
  });
});

describe('a schedule', () => {
  const start = Date.UTC(2026, 10, 24, 9);
  const time = { now: new Date('2026-11-24T08:00:00Z'), loopMadeAt: new Date('2026-11-20T08:00:00Z') };
  const fault = (minutes: number, timeZone = 'Europe/Madrid', from = start): string => {
    const result = checkSchedule({ startsAt: new Date(from), endsAt: new Date(from + minutes * 60_000), timeZone }, time);
    return result.ok ? 'none' : result.error.path.join('.');
  };

  it('lasts 5 to 480 minutes', () => {
    expect([5, 60, 480].map((minutes) => fault(minutes))).toEqual(['none', 'none', 'none']);
    expect([-60, 0, 4.9, 480.1, NaN].map((minutes) => fault(minutes))).toEqual(Array(5).fill('input.endsAt'));
    expect(fault(60, 'UTC', NaN)).toBe('input.startsAt');
  });

  it('lies at most a year before its loop was made and at most five years ahead', () => {
    const at = (instant: string): string => fault(60, 'UTC', Date.parse(instant));
    expect(['2025-11-20T09:00:00Z', '2026-11-23T09:00:00Z', '2031-11-24T09:00:00Z'].map(at)).toEqual(['none', 'none', 'none']);
    expect(['1970-01-01T00:00:00Z', '2025-11-18T09:00:00Z', '2031-11-29T09:00:00Z', '9999-12-31T20:00:00Z'].map(at)).toEqual(
      Array(4).fill('input.startsAt'),
    );
    const far = checkSchedule(
      { startsAt: new Date('9999-01-01T09:00:00Z'), endsAt: new Date('9999-01-01T10:00:00Z'), timeZone: 'UTC' },
      time,
    );
    expect(far.ok ? '' : far.error.message).toBe(
      'An interview starts from 2025-11-19 to 2031-11-28: at most a year before its loop was made, at most five years from now.',
    );
  });

  it('is read in a time zone that exists', () => {
    for (const name of ['UTC', 'Europe/Madrid', 'America/Argentina/Ushuaia', 'Asia/Kolkata']) expect(isTimeZone(name)).toBe(true);
    for (const name of ['', 'Mars/Olympus', '+02:00', 'Europe/Madrid ', '../etc']) expect(isTimeZone(name)).toBe(false);
    expect(fault(60, 'Nowhere/Town')).toBe('input.timeZone');
  });
});

describe('a deviation', () => {
  const deviation = (kind: Deviation['kind'], itemId: string, reason = 'time ran out'): Deviation => ({
    kind,
    itemId,
    reason,
  });
  const fault = (one: Deviation, recorded: readonly Deviation[] = []): string => {
    const result = checkDeviation(one, ['q1', 'q2'], recorded);
    return result.ok ? 'none' : result.error.path.join('.');
  };

  it('skips and moves what is in the interview, adds what is not', () => {
    expect([fault(deviation('SKIPPED', 'q1')), fault(deviation('REORDERED', 'q2')), fault(deviation('ADDED', 'q3'))]).toEqual(
      Array(3).fill('none'),
    );
    expect([fault(deviation('SKIPPED', 'q3')), fault(deviation('REORDERED', 'q3')), fault(deviation('ADDED', 'q1'))]).toEqual(
      Array(3).fill('input.itemId'),
    );
    expect(fault(deviation('SKIPPED', 'q1'), [deviation('SKIPPED', 'q1')])).toBe('input.itemId');
    expect(fault(deviation('SKIPPED', 'q1'), [deviation('REORDERED', 'q1')])).toBe('none');
  });

  it('has a reason of three characters or more', () => {
    for (const reason of ['', '  ', 'no', ' no ']) expect(fault(deviation('SKIPPED', 'q1', reason))).toBe('input.reason');
    expect(checkDeviation(deviation('SKIPPED', 'q1', ' ill '), ['q1'], [])).toMatchObject({ value: { reason: 'ill' } });
  });

  it('leaves out what was skipped', () => {
    const recorded = [deviation('SKIPPED', 'q1'), deviation('ADDED', 'q3'), deviation('REORDERED', 'q2')];
    expect([...skippedItems(recorded)]).toEqual(['q1']);
  });
});
