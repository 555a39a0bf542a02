import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { psychometricsReports, told } from '../../scripts/conformance';
import { assemblyReports } from '../../scripts/conformance/assembly';
import { conform } from '../../scripts/conformance/conform';
import type { Section } from '../../scripts/conformance/section';
import { sections } from '../../scripts/conformance/sections';

const input = {
  name: 'made-up',
  scale: { min: 1, max: 5 },
  ratings: ['Ann', 'Ben'].flatMap((candidate) => ['R', 'S'].map((rater) => ({ candidate, rater, item: 'q', score: 3 }))),
};
const connectivity = { n_subsets: 1, subsets: [{ candidates: ['Ben', 'Ann'], raters: ['R', 'S'] }], rank_deficiency: 0 };
const good = {
  expected: { counts: { candidates: 2, raters: 2, items: 1, ratings: 4 }, unit_of_agreement: 'candidate_item', connectivity },
  tolerance: { '': 1e-6 },
  published: [{ path: 'counts/ratings', value: 4, decimals: 0 }],
};

/** A section of the test's own, for numbers that are no whole ones. */
const figures: Section = {
  name: /^figures/,
  compute: () => ({ half: 0.5, undefined: null, list: [1, 2], nested: { deep: { third: 1 / 3 } }, kind: 'max', wrong: NaN }),
  skipped: { unknowable: 'nobody knows', 'nested.*.skipped': 'not offered' },
};
const explodes: Section = { name: 'explodes', compute: () => JSON.parse('{') };

function run(files: Record<string, unknown>): { code: number; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    const lines: string[] = [];
    const code = told(psychometricsReports(folder, [...sections, figures, explodes]), (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pair = (expectation: unknown): Record<string, unknown> => ({ 'a.input.json': input, 'a.expected.json': expectation });
const expecting = (expected: unknown, more = {}) => run(pair({ tolerance: { '': 1e-6 }, published: [], expected, ...more }));

describe('the conformance of the library', () => {
  it('is told case by case, and is 0 where all agrees', () => {
    const { code, text } = run(pair(good));
    expect(text).toMatch(/^ok {4}a: 10 of 10 agree, published 1 of 1, skipped 0, descriptive 1 /);
    expect(code).toBe(0);
  });

  it.each([
    [
      'a number that differs',
      { figures: { half: 0.500002 } },
      'figures.half: expected 0.500002, the library gives 0.5: off by 0.0000020, allowed 0.0000010',
    ],
    ['an unknown section', { nothing_like_it: { a: 1, b: 2 } }, 'nothing_like_it: the section is not known here; 2 figures stay unchecked'],
    ['a number that is missing', { figures: { fourth: 0.25 } }, 'figures.fourth: the library gives nothing, expected 0.25'],
    ['a null against a number', { figures: { undefined: 0 } }, 'figures.undefined: expected 0, the library gives null'],
    ['a number against a null', { figures: { half: null } }, 'figures.half: expected null, the library gives 0.5'],
    ['a number that is none', { figures: { wrong: 1 } }, 'figures.wrong: expected 1, the library gives NaN'],
    ['a text that is a result', { figures: { kind: 'min' } }, 'figures.kind: expected "min", the library gives "max"'],
    ['a list that is too long', { figures: { list: [1] } }, 'figures.list: expected 1 entries, the library gives 2'],
    ['a list that should be empty', { figures: { list: [] } }, 'figures.list: expected nothing inside, the library gives [1,2]'],
    ['a section that cannot be computed', { explodes: { a: 1 } }, 'explodes.a: not computed:'],
    [
      'a subset that is not there',
      { connectivity: { ...connectivity, subsets: [{ candidates: ['Ann'], raters: ['R', 'S'] }] } },
      'connectivity.subsets.0.candidates',
    ],
  ])('fails on %s', (_what, expected, fault) => {
    const { code, text } = expecting(expected);
    expect(text).toContain(fault);
    expect(text).toContain('1 cases, 1 with faults');
    expect(code).toBe(1);
  });

  it('takes the tolerance of the longest prefix', () => {
    const expected = { figures: { half: 0.51, nested: { deep: { third: 0.3334 } } } };
    expect(expecting(expected, { tolerance: { '': 1e-9, figures: 0.02, 'figures.nested': 1e-4 } }).code).toBe(0);
    expect(expecting(expected, { tolerance: { '': 1, 'figures.nested': 1e-5 } }).code).toBe(1);
    expect(expecting(expected, { tolerance: { '': 1, 'figures.nest': 1e-5 } }).code).toBe(0);
    expect(expecting(expected, { tolerance: {} }).text).toContain('no tolerance is stated');
  });

  it('grants what ten printed digits leave open, and no more', () => {
    // 1 / 3 x 1000 is 333.333333333...; ten digits end at 5e-8.
    const thousandth: Section = { name: 'thousand', compute: () => ({ third: 1000 / 3 }) };
    const compared = (third: number): number =>
      conform({ name: 'a', input, expected: { thousand: { third } }, tolerance: { '': 1e-9 }, published: [] }, [thousandth]).agreed;
    expect([333.3333333, 333.33333338, 333.3333334, 333.3333332].map(compared)).toEqual([1, 1, 0, 0]);
  });

  it('tells what it skips, and why', () => {
    const { code, text } = expecting({ figures: { half: 0.5, unknowable: 42, nested: { deep: { skipped: 7 } } } });
    expect(text).toContain('skipped figures.unknowable: nobody knows');
    expect(text).toContain('skipped figures.nested.deep.skipped: not offered');
    expect(text).toContain('compared 1, agreed 1');
    expect(code).toBe(0);
  });

  it('compares what was printed, as it was rounded', () => {
    const published = (value: number, slack?: number) =>
      expecting({ figures: { half: 0.5 } }, { published: [{ path: 'figures/nested/deep/third', value, decimals: 2, slack }] }).code;
    expect([published(0.33), published(0.34), published(0.34, 0.003)]).toEqual([0, 1, 0]);
    const stated = (statement: string) => expecting({ figures: { half: 0.5 } }, { published: [{ path: 'figures/half', statement }] }).code;
    expect(['> 0.4 SD', '< 0.6 SD', '> 0.5', '< 0.2', 'about a half'].map(stated)).toEqual([0, 0, 1, 1, 1]);
    expect(expecting({ figures: { half: 0.5 } }, { published: [{ path: 'figures/half', value: 0.5 }] }).code).toBe(1);
    expect(expecting({ figures: { half: 0.5 } }, { published: [{ path: 'nowhere', value: 1, decimals: 0 }] }).code).toBe(1);
  });

  it('fails on what it cannot read, and on nothing at all', () => {
    expect(run({}).code).toBe(1);
    expect(run({ 'a.input.json': input })).toMatchObject({ code: 1, text: expect.stringContaining('a.expected.json is missing') });
    expect(run({ 'a.expected.json': good })).toMatchObject({ code: 1, text: expect.stringContaining('a.input.json is missing') });
    expect(run({ ...pair(good), 'b.input.json': input, 'b.expected.json': '{"expected":' }).text).toMatch(
      /ok {4}a[\s\S]*FAULT b[\s\S]*b.expected.json is no JSON/,
    );
    expect(run(pair({ tolerance: { '': 1 } })).text).toContain('`expected` is no object');
    expect(run(pair({ ...good, expected: {} })).text).toContain('`expected` holds nothing to compare');
    expect(run(pair({ ...good, tolerance: { '': '1' } })).text).toContain('is no number from 0 on');
  });

  it('fails on ratings that are none', () => {
    const bad = { ...input, ratings: [{ candidate: 'Ann', rater: 'R', item: 'q', score: 9 }] };
    const { code, text } = run({ 'a.input.json': bad, 'a.expected.json': good });
    expect([code, text.includes('Row 1: the score 9 is not on the scale')]).toEqual([1, true]);
  });
});

describe('the conformance of test assembly', () => {
  const item = (id: string, minutes: number, quality: number) => ({
    id,
    difficulty: 0.5,
    minutes,
    competencies: ['a'],
    exposure: 0,
    quality,
  });
  const assembly = {
    items: [item('x', 5, 4), item('y', 5, 3), item('z', 5, 2), item('w', 5, 1)],
    enemies: [['x', 'y']],
    constraints: {
      items: { min: 2, max: 2 },
      minutes: { max: 10 },
      competency: { a: { min: 1 } },
      mean_difficulty: { min: 0.4, max: 0.6 },
    },
    objective: { type: 'max_sum', weights: { quality: 1 } },
  };
  const report = async (given: object, expected: object) => {
    const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
    try {
      writeFileSync(join(folder, 'a.input.json'), JSON.stringify({ ...assembly, ...given }));
      writeFileSync(join(folder, 'a.expected.json'), JSON.stringify(expected));
      const [first] = await assemblyReports(folder);
      return first!;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('agrees with the optimum, of one form and of the weaker of two', async () => {
    const one = await report({}, { status: 'optimal', objective: 6, tolerance: 0, one_optimal_selection: ['x', 'z'] });
    expect([one.faults, one.compared]).toEqual([[], 7]);
    const constraints = { ...assembly.constraints, forms: 2, max_use: 1 };
    const two = await report(
      { constraints, objective: { type: 'maximin_sum', weights: { quality: 1 } } },
      {
        status: 'optimal',
        objective: 5,
        tolerance: 0,
        one_optimal_selection: [
          ['x', 'w'],
          ['y', 'z'],
        ],
      },
    );
    expect(two.faults).toEqual([]);
  });

  it('fails on another optimum, a selection that breaks a rule, and what it does not know', async () => {
    const wrong = await report({}, { status: 'optimal', objective: 7, tolerance: 0, one_optimal_selection: ['x', 'y'] });
    expect(wrong.faults).toEqual(['objective: expected 7, the library gives 6', 'the selection of the oracle breaks enemy.x.y']);
    expect((await report({ constraints: { words: { max: 3 } } }, { status: 'optimal' })).faults).toEqual([
      expect.stringContaining("The constraint 'words' is not known."),
    ]);
  });

  it('agrees with sums of decimals, in whatever order they are summed', async () => {
    const items = [item('x', 5, 0.1), item('y', 5, 0.2), item('z', 5, 0.3)];
    const constraints = { items: { min: 3 } };
    const { faults } = await report({ items, constraints, enemies: [] }, { status: 'optimal', objective: 0.6, tolerance: 0 });
    expect(faults).toEqual([]);
  });

  it('agrees that items which must be in and may not are a conflict', async () => {
    const constraints = { ...assembly.constraints, include: ['x', 'y'] };
    const conflict = ['include.x', 'include.y', 'enemy.x.y'];
    expect((await report({ constraints }, { status: 'infeasible', minimal_conflicting_set: conflict })).faults).toEqual([]);
  });

  it('agrees with a conflict, and fails where there is none, or one too large', async () => {
    const constraints = { ...assembly.constraints, minutes: { max: 9 } };
    const conflict = ['items.min', 'minutes.max'];
    expect((await report({ constraints }, { status: 'infeasible', minimal_conflicting_set: conflict })).faults).toEqual([]);
    expect((await report({ constraints }, { status: 'infeasible', minimal_conflicting_set: [...conflict, 'items.max'] })).faults).toEqual([
      'the conflict of the oracle stays one without items.max',
    ]);
    expect((await report({}, { status: 'infeasible', minimal_conflicting_set: conflict })).faults).toEqual([
      'expected no selection at all, found one',
    ]);
    expect((await report({ constraints }, { status: 'optimal', objective: 6 })).faults).toEqual([
      'expected an optimum of 6, the library says that there is no selection',
    ]);
  });
});
