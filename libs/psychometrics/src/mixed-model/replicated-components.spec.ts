import { type Rating, replicatedComponents, tabulate } from '..';

const cells = (...rows: readonly string[]): Rating[] =>
  rows.map((row, k) => {
    const [candidate, rater, item] = row.split(' ');
    return { candidate: candidate!, rater: rater!, item: item!, score: k };
  });

function answers(ratings: readonly Rating[]): { [term: string]: string | null } {
  const table = tabulate(ratings);
  if (!table.ok) throw new Error('no table');
  return Object.fromEntries(
    replicatedComponents(table.value).map(({ term, estimable, reason }) => [term, estimable ? 'estimable' : reason]),
  );
}

const product = (candidates: string, raters: string, items: string): Rating[] =>
  cells(...[...candidates].flatMap((c) => [...raters].flatMap((r) => [...items].map((i) => `${c} ${r} ${i}`))));

describe('what a design can tell apart', () => {
  it('is everything where all rated all on everything', () => {
    expect(Object.values(answers(product('ab', 'rs', 'xy')))).toEqual(Array(6).fill('estimable'));
  });

  it('is no pair where every pair was rated once', () => {
    const found = answers(product('abc', 'rs', 'x'));
    expect(found).toMatchObject({ candidate: 'estimable', rater: 'estimable', item: 'There is only one item.' });
    expect(found['candidate:rater']).toMatch(/No pair of candidate and rater has more than one rating/);
    expect(found['candidate:item']).toMatch(/just as “candidate”/);
    expect(found['rater:item']).toMatch(/just as “rater”/);
  });

  it('is the rater or the pair of rater and item, not both, where raters keep to items of their own', () => {
    const found = answers([...product('abc', 'rs', 'x'), ...product('abc', 'tu', 'y')]);
    expect(found).toMatchObject({ rater: 'estimable', item: 'estimable', 'candidate:item': 'estimable' });
    expect(found['rater:item']).toMatch(/just as “rater”/);
  });

  it('is the rater, not the item, where each rater has an item of their own', () => {
    const found = answers([...product('abc', 'r', 'x'), ...product('abc', 's', 'y')]);
    expect(found).toMatchObject({ candidate: 'estimable', rater: 'estimable' });
    expect(found['item']).toMatch(/just as “rater”/);
  });

  it('takes one replicated pair for enough, and says how many levels there are', () => {
    const ratings = [...product('abc', 'rs', 'x'), ...cells('a r y')];
    expect(answers(ratings)).toMatchObject({ 'candidate:rater': 'estimable' });
    const table = tabulate(ratings);
    const pair = table.ok ? replicatedComponents(table.value).find(({ term }) => term === 'candidate:rater') : null;
    expect(pair?.levels).toBe(6);
  });

  it('sees dependence that no two terms show by themselves', () => {
    // Two ratings: the candidate's matrix, the rater's and the residual's are all alike once the mean is off.
    const found = answers(cells('a r x', 'b s x', 'a s x'));
    expect(found['candidate']).toBe('estimable');
    expect(found['rater']).not.toBeNull();
  });

  it('is nothing with one rating', () => {
    expect(Object.values(answers(cells('a r x'))).every((reason) => reason !== 'estimable')).toBe(true);
  });
});
