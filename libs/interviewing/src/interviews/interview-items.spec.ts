import { type ItemDeviation, interviewItems } from './interview-items';

const round = [
  { questionVersionId: 'a', plannedMinutes: 10 },
  { questionVersionId: 'b', plannedMinutes: 20 },
  { questionVersionId: 'c', plannedMinutes: 15 },
];
const deviation = (
  kind: ItemDeviation['kind'],
  questionVersionId: string,
  position: number | null = null,
  plannedMinutes: number | null = null,
): ItemDeviation => ({
  kind,
  questionVersionId,
  position,
  plannedMinutes,
});
const order = (...deviations: ItemDeviation[]): string =>
  interviewItems(round, deviations)
    .map(({ questionVersionId, skipped, added }) => `${added ? '+' : ''}${skipped ? '-' : ''}${questionVersionId}`)
    .join(' ');

describe('the items of an interview', () => {
  it('are those of the round where nothing deviates', () => {
    expect(order()).toBe('a b c');
    expect(interviewItems(round, [])[1]).toEqual({ questionVersionId: 'b', plannedMinutes: 20, skipped: false, added: false });
  });

  it('skip, add and move as recorded, in that order', () => {
    expect(order(deviation('SKIPPED', 'b'))).toBe('a -b c');
    expect(order(deviation('ADDED', 'd', 1, 5))).toBe('a +d b c');
    expect(order(deviation('ADDED', 'd', null, 5))).toBe('a b c +d');
    expect(order(deviation('REORDERED', 'c', 0))).toBe('c a b');
    expect(order(deviation('REORDERED', 'a', 99))).toBe('b c a');
    expect(order(deviation('ADDED', 'd', 0), deviation('REORDERED', 'd', 2), deviation('SKIPPED', 'd'))).toBe('a b +-d c');
  });

  it('pay no attention to what names no item', () => {
    expect(order(deviation('SKIPPED', 'x'), deviation('REORDERED', 'x', 0), deviation('ADDED', 'a', 2))).toBe('a b c');
  });
});
