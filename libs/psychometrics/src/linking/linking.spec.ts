import * as fc from 'fast-check';
import { type Rating, type RatingTable, comparableGroups, connectedSubsets, designRank, linkage, missingLinks, tabulate } from '..';

type Cell = readonly [candidate: string, rater: string, item: string];

const ratings = (cells: readonly Cell[]): Rating[] => cells.map(([candidate, rater, item]) => ({ candidate, rater, item, score: 3 }));

function table(cells: readonly Cell[]): RatingTable {
  const read = tabulate(ratings(cells));
  if (!read.ok) throw new Error(read.error[0]!.message);
  return read.value;
}

const crossed = (candidates: readonly string[], raters: readonly string[], items: readonly string[]): Cell[] =>
  candidates.flatMap((candidate) => raters.flatMap((rater) => items.map((item): Cell => [candidate, rater, item])));

/** The rank of the design as one would do it by hand: columns of 0 and 1, fractions eliminated without dividing, in whole numbers of any size. */
function rankByHand(cells: readonly Cell[]): number {
  const columns = [0, 1, 2].flatMap((facet) => [...new Set(cells.map((cell) => cell[facet]!))].map((name) => [facet, name] as const));
  const rows: bigint[][] = cells.map((cell) => columns.map(([facet, name]) => (cell[facet] === name ? 1n : 0n)));
  let rank = 0;
  for (let column = 0; column < columns.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivot === -1) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const lead = rows[rank]!;
    for (let k = rank + 1; k < rows.length; k += 1) {
      const row = rows[k]!;
      if (row[column] !== 0n) rows[k] = row.map((entry, at) => entry * lead[column]! - lead[at]! * row[column]!);
    }
    rank += 1;
  }
  return rank;
}

const deficiencyByHand = (cells: readonly Cell[]): number =>
  [0, 1, 2].reduce((sum, facet) => sum + new Set(cells.map((cell) => cell[facet])).size, 0) - 2 - rankByHand(cells);

const designs = fc.uniqueArray(
  fc.tuple(fc.nat(6), fc.nat(4), fc.nat(4)).map(([c, r, i]): Cell => [`c${c}`, `r${r}`, `i${i}`]),
  { minLength: 1, maxLength: 25, selector: (cell) => cell.join() },
);

describe('the rank of the design', () => {
  it('is full where everybody rates everybody', () => {
    expect(designRank(table(crossed(['A', 'B'], ['R', 'S'], ['q1', 'q2'])))).toEqual({ columns: 4, rank: 4, deficiency: 0 });
    expect(designRank(table([['A', 'R', 'q']]))).toEqual({ columns: 1, rank: 1, deficiency: 0 });
  });

  it('falls short by the number of tasks less one where raters keep to one task (Brennan 2001, p x (r:t), set 4)', () => {
    const raters = (task: number): string[] => [1, 2, 3, 4].map((k) => `R${4 * task + k}`);
    const cells = [0, 1, 2].flatMap((task) => crossed(['P1', 'P2', 'P3', 'P4', 'P5'], raters(task), [`T${task}`]));
    expect(connectedSubsets(table(cells))).toHaveLength(1);
    expect(designRank(table(cells)).deficiency).toBe(2);
    // Yet all candidates met all tasks and raters, so they can be compared with each other.
    const { candidates, raters: groups, items } = comparableGroups(table(cells));
    expect([candidates.length, groups.length, items.length]).toEqual([1, 3, 3]);
  });

  it('counts cycles where no two levels meet twice: Latin squares', () => {
    // Cell (c, r) is asked item c + r mod 3: nine rows for 3 + 3 + 3 - 2 = 7 columns, of full rank.
    const square = [0, 1, 2].flatMap((c) => [0, 1, 2].map((r): Cell => [`c${c}`, `r${r}`, `i${(c + r) % 3}`]));
    expect(designRank(table(square)).deficiency).toBe(0);
    // Six rows that close one cycle, along which every item stands once with each sign: it binds nothing.
    const six = square.filter(([c, r]) => Number(r[1]) !== (Number(c[1]) + 2) % 3);
    expect(designRank(table(six))).toEqual({ columns: 7, rank: 5, deficiency: 2 });
    expect(missingLinks(table(six)).map(({ kind }) => kind)).toEqual(['TOO_FEW_TIES', 'TOO_FEW_TIES']);
  });

  it('is that of elimination by hand, for any design', () => {
    fc.assert(
      fc.property(designs, (cells) => expect(designRank(table(cells)).deficiency).toBe(deficiencyByHand(cells))),
      { numRuns: 400 },
    );
  });

  it('does not change when facets swap their parts', () => {
    fc.assert(
      fc.property(designs, (cells) => {
        const turned = cells.map(([candidate, rater, item]): Cell => [item, candidate, rater]);
        expect(designRank(table(turned)).deficiency).toBe(designRank(table(cells)).deficiency);
      }),
    );
  });

  it('ranks 73,000 ratings of 3,000 candidates by 1,100 raters', () => {
    const cells = Array.from({ length: 73_000 }, (_, k): Cell => [
      `c${k % 3000}`,
      `r${(k * 7 + Math.floor(k / 3000) * 13) % 1100}`,
      `i${k % 14}`,
    ]);
    const big = table([...new Map(cells.map((cell) => [cell.join(), cell])).values()]);
    // 3,000 and 14 are even: even candidates meet even questions only, so what is easy cannot be told from who is good.
    expect(designRank(big)).toMatchObject({ columns: 3000 + 1100 + 14 - 2, deficiency: 1 });
  });
});

describe('connected subsets', () => {
  const twoPanels = [...crossed(['Ann', 'Ben'], ['R', 'S'], ['q1', 'q2']), ...crossed(['Cid'], ['T'], ['q1', 'q2'])];

  it('are not joined by common questions', () => {
    expect(connectedSubsets(table(twoPanels))).toEqual([
      { candidates: ['Ann', 'Ben'], raters: ['R', 'S'], ratings: 8 },
      { candidates: ['Cid'], raters: ['T'], ratings: 2 },
    ]);
    expect(designRank(table(twoPanels)).deficiency).toBe(1);
  });

  it('are joined by one common candidate', () => {
    expect(connectedSubsets(table([...twoPanels, ['Cid', 'S', 'q1']]))).toHaveLength(1);
  });

  it('share out all candidates, raters and ratings', () => {
    fc.assert(
      fc.property(designs, (cells) => {
        const subsets = connectedSubsets(table(cells));
        expect(subsets.flatMap(({ candidates }) => candidates).sort()).toEqual(table(cells).candidates);
        expect(subsets.flatMap(({ raters }) => raters).sort()).toEqual(table(cells).raters);
        expect(subsets.reduce((sum, subset) => sum + subset.ratings, 0)).toBe(cells.length);
      }),
    );
  });
});

describe('comparable groups', () => {
  it('are where the difference of two candidates is estimable, by the definition', () => {
    // A difference is estimable where adding it as a row does not raise the rank.
    fc.assert(
      fc.property(designs, (cells) => {
        const { candidates } = comparableGroups(table(cells));
        const names = table(cells).candidates;
        const groupOf = (name: string): number => candidates.findIndex((group) => group.includes(name));
        for (const one of names) {
          for (const other of names)
            expect([one, other, groupOf(one) === groupOf(other)]).toEqual([one, other, estimable(cells, one, other)]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keep apart candidates who were each asked a question of their own', () => {
    const cells: Cell[] = [
      ['Ann', 'R', 'q1'],
      ['Ben', 'R', 'q2'],
    ];
    expect(connectedSubsets(table(cells))).toHaveLength(1);
    expect(comparableGroups(table(cells)).candidates).toEqual([['Ann'], ['Ben']]);
  });
});

/** One and other are comparable where tying them by a new rater and a new question tells nothing new but these two. */
function estimable(cells: readonly Cell[], one: string, other: string): boolean {
  if (one === other) return true;
  const tied: Cell[] = [...cells, [one, 'new rater', 'new item'], [other, 'new rater', 'new item']];
  return deficiencyByHand(tied) === deficiencyByHand(cells) + 1;
}

describe('missing links', () => {
  it('are none where all is joined', () => {
    expect(missingLinks(table(crossed(['A', 'B'], ['R', 'S'], ['q'])))).toEqual([]);
  });

  it('name panels without a common candidate, and the rating that would join them', () => {
    const cells = [...crossed(['Cid', 'Dee'], ['Ana'], ['q1', 'q2']), ...crossed(['Eve'], ['Bo'], ['q1', 'q2'])];
    expect(missingLinks(table(cells))).toEqual([
      {
        kind: 'PANELS',
        between: ['Ana', 'Bo'],
        message: '“Ana” and “Bo” have rated no common candidate, and no chain of common candidates joins them.',
        repair: { candidate: 'Cid', rater: 'Bo', item: 'q1' },
        advice: 'Let “Bo” rate “Cid” on “q1”, as “Ana” has.',
      },
    ]);
  });

  it('name questions that keep raters of their own, or candidates of their own', () => {
    const nested = [...crossed(['A', 'B'], ['R', 'S'], ['q1']), ...crossed(['A', 'B'], ['T', 'U'], ['q2'])];
    expect(missingLinks(table(nested)).map(({ kind, between, repair }) => [kind, between, repair])).toEqual([
      ['RATERS_OF_ITEMS', ['q1', 'q2'], { candidate: 'A', rater: 'R', item: 'q2' }],
    ]);
    const own = [...crossed(['A', 'B'], ['R', 'S'], ['q1']), ...crossed(['C'], ['R', 'S'], ['q2'])];
    const [link, ...more] = missingLinks(table(own));
    expect([link?.kind, more]).toEqual(['CANDIDATES_OF_ITEMS', []]);
    expect(link?.message).toBe(
      '“q1” and “q2” have no candidate in common, and no chain of common candidates joins them: a harder question and weaker candidates look the same.',
    );
  });

  it('are as many as the rank falls short, and mend it when given', () => {
    fc.assert(
      fc.property(designs, (cells) => {
        const links = missingLinks(table(cells));
        expect(links).toHaveLength(deficiencyByHand(cells));
        const given = links.map(({ repair }): Cell => [repair.candidate, repair.rater, repair.item]);
        expect(designRank(table([...cells, ...given])).deficiency).toBe(0);
        expect(given.every((cell) => !cells.some((old) => old.join() === cell.join()))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('tie a thousand lone panels without recursion', () => {
    const lone = Array.from({ length: 1000 }, (_, k): Cell => [`c${k}`, `r${k}`, `i${k}`]);
    const links = missingLinks(table(lone));
    expect(links).toHaveLength(1998);
  });
});

describe('linkage', () => {
  it('says all of it, whatever the order of the ratings', () => {
    fc.assert(
      fc.property(designs, fc.infiniteStream(fc.nat()), (cells, keys) => {
        const shuffled = cells
          .map((cell) => [keys.next().value as number, cell] as const)
          .sort(([a], [b]) => a - b)
          .map(([, cell]) => cell);
        const said = linkage(table(cells));
        expect(linkage(table(shuffled))).toEqual(said);
        expect(said.connected).toBe(said.missing.length === 0);
      }),
    );
  });
});
