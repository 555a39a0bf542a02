import type { KitRoundValue } from '../persistence/kit-value';
import { rearrangedRounds } from './rearranged-rounds';

const item = (questionId: string) => ({ questionId, questionVersionId: `${questionId}v`, plannedMinutes: 10 });
const rounds: KitRoundValue[] = [
  { name: 'One', minutes: 60, items: ['a', 'b', 'c'].map(item) },
  { name: 'Two', minutes: 60, items: [] },
];
const names = (moved: KitRoundValue[] | null): string[] | undefined =>
  moved?.map(({ items }) => items.map(({ questionId }) => questionId).join(''));

describe('rounds with one item at another place', () => {
  it.each<[string, number, number, string[]]>([
    ['a', 0, 0, ['abc', '']],
    ['a', 0, 1, ['bac', '']],
    ['a', 0, 2, ['bca', '']],
    ['c', 0, 0, ['cab', '']],
    ['b', 1, 0, ['ac', 'b']],
  ])('%s to round %i, place %i: %j', (question, round, place, expected) => {
    expect(names(rearrangedRounds(rounds, item(question), round, place))).toEqual(expected);
    expect(names(rounds)).toEqual(['abc', '']);
  });

  it.each([
    ['a', 0, 3],
    ['a', 1, 1],
    ['a', 2, 0],
    ['a', 0, -1],
  ])('%s has no place at %i, %i', (question, round, place) => {
    expect(rearrangedRounds(rounds, item(question), round, place)).toBeNull();
  });
});
