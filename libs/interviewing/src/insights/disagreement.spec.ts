import * as fc from 'fast-check';
import { type ItemFact, type RatingFact, disagreements } from '.';

const items: readonly ItemFact[] = ['p', 'q', 'r', 's'].map((itemId) => ({
  itemId,
  criteria: [
    { criterionId: 'a', competency: 'spark', weight: 1 },
    { criterionId: 'b', competency: 'spark', weight: 3 },
  ],
}));
const cell = (
  itemId: string,
  criterionId: string,
  levels: readonly (number | null)[],
  seat: RatingFact['seat'] = 'INTERVIEWER',
): RatingFact[] => levels.map((level, index) => ({ raterId: `${seat}${index}`, seat, itemId, criterionId, level }));

describe('what to discuss first', () => {
  const facts = [
    ...cell('p', 'a', [3, 3, 3]),
    ...cell('p', 'b', [4, 4, 4, 4, 1]),
    ...cell('q', 'a', [2, 4]),
    ...cell('q', 'b', [2, 4]),
    ...cell('r', 'a', [3, null]),
    ...cell('r', 'b', [2, 3, 4]),
    ...cell('s', 'a', [null, null]),
    ...cell('s', 'b', [3, 4]),
    ...cell('s', 'b', [1, 1], 'SHADOW'),
  ];
  const ranked = disagreements(facts, items);

  it('is the widest range, then the average deviation, then the weight', () => {
    // Ranges 3; 2 (deviation 1, weight 3/4 before 1/4), 2 (deviation 2/3); 1; 0; none.
    expect(ranked.map((one) => `${one.itemId} ${one.criterionId} ${one.range}`)).toEqual([
      'p b 3',
      'q b 2',
      'q a 2',
      'r b 2',
      's b 1',
      'p a 0',
      'r a null',
    ]);
  });

  it('comes with its figures', () => {
    // 4 4 4 4 1: mean 3.4, deviations 4 x .6 + 2.4 = 4.8 over 5 = .96. 2 3 4: (1 + 0 + 1) / 3.
    const byCell = new Map(ranked.map((one) => [`${one.itemId}${one.criterionId}`, one]));
    expect(byCell.get('pb')?.deviation.value).toBeCloseTo(0.96, 12);
    expect(byCell.get('rb')?.deviation.value).toBeCloseTo(2 / 3, 12);
    expect(byCell.get('qa')?.deviation).toMatchObject({ value: 1, n: 2, raters: 2, status: 'OK' });
    expect(byCell.get('pa')?.deviation).toMatchObject({ value: 0, status: 'CONSTANT' });
    expect(byCell.get('ra')?.deviation).toMatchObject({ value: null, n: 1, status: 'INSUFFICIENT_DATA' });
    expect(ranked.filter(({ toDiscuss }) => toDiscuss).map((one) => `${one.itemId}${one.criterionId}`)).toEqual(['pb', 'qb', 'qa', 'rb']);
  });

  it('does not depend on the order of the ratings', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(disagreements(shuffled, [...items].reverse())).toEqual(ranked);
      }),
    );
  });
});
