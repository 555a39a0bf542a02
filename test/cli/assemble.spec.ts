import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AssemblyResult } from '../../apps/cli/src/assemble/result';
import { touchstone } from '../../apps/cli/src/touchstone';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-assemble-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = resolve(__dirname, '../..');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run(...args: readonly string[]): Promise<Ran> {
  const said = { out: '', error: '' };
  const code = await touchstone(['assemble', ...args], {
    out: (text) => (said.out += text),
    error: (text) => (said.error += text),
    outIsTerminal: false,
    errorIsTerminal: false,
    columns: 100,
    noColor: true,
  });
  return { code, ...said };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const item = (id: string, minutes: number, quality: number, more: object = {}) => ({
  id,
  difficulty: 0.5,
  minutes,
  competencies: ['a'],
  exposure: 0,
  quality,
  ...more,
});
const instance = {
  name: 'four-items',
  items: [item('x', 5, 4), item('y', 5, 3), item('z', 5, 2), item('w', 5, 1)],
  enemies: [['y', 'x']],
  constraints: { items: { min: 2, max: 2 }, minutes: { max: 10 }, competency: { a: { min: 1 } }, mean_difficulty: { min: 0.4, max: 0.6 } },
  objective: { type: 'max_sum', weights: { quality: 1 } },
};
const changed = (constraints: object, more: object = {}) => ({
  ...instance,
  ...more,
  constraints: { ...instance.constraints, ...constraints },
});
const json = ({ out }: Ran): AssemblyResult => JSON.parse(out) as AssemblyResult;

describe('touchstone assemble, an instance', () => {
  it('is proven best, with selection, bound, gap and the slack of every row', async () => {
    const ran = await run(file('one.input.json', instance), '--json');
    const result = json(ran);
    expect(ran.code).toBe(0);
    expect(result).toMatchObject({ name: 'four-items', status: 'optimal', objective: 6, bound: 6, gap: 0, conflict: null, faults: [] });
    expect(result.selection.map((form) => [...form].sort())).toEqual([['x', 'z']]);
    expect(result.rows).toEqual([
      { row: 'minutes.max', required: 10, achieved: 10, slack: 0, kept: true },
      { row: 'items.min', required: 2, achieved: 2, slack: 0, kept: true },
      { row: 'items.max', required: 2, achieved: 2, slack: 0, kept: true },
      { row: 'competency.a.min', required: 1, achieved: 2, slack: 1, kept: true },
      { row: 'mean_difficulty.min', required: 0.4, achieved: 0.5, slack: expect.closeTo(0.1, 9), kept: true },
      { row: 'mean_difficulty.max', required: 0.6, achieved: 0.5, slack: expect.closeTo(0.1, 9), kept: true },
    ]);
  });

  it.each([
    ['max_sum', { quality: 1 }, 10],
    ['maximin_sum', { quality: 1 }, 5],
    ['min_sum', { quality: 1 }, 10],
    ['minimax_sum', { quality: 1 }, 5],
    ['max_sum', { quality: 10, difficulty: -1 }, 98],
  ])('has two forms for %s of %o', async (type, weights, objective) => {
    const two = changed({ forms: 2, max_use: 1 }, { objective: { type, weights } });
    const result = json(await run(file('two.input.json', two), '--json'));
    expect(result).toMatchObject({ status: 'optimal', objective, bound: objective });
    expect(result.selection.flat().sort()).toEqual(['w', 'x', 'y', 'z']);
    expect(result.rows.map(({ row }) => row)).toContain('form2.items.min');
  });

  it('is told readably, and written to a file where asked for', async () => {
    const path = file('one.input.json', instance);
    const ran = await run(path);
    expect(ran.out).toContain('1 kit, proven best: 6 points.');
    expect(ran.out).toContain('minutes.max');
    const written = await run(path, '--output', join(folder, 'report.txt'), '--quiet');
    expect(written).toEqual({ code: 0, out: '', error: '' });
  });

  it('has no form, and says which rows conflict and what would help, by the names of the rows', async () => {
    const ran = await run(file('none.input.json', changed({ minutes: { max: 9 } })), '--json');
    const result = json(ran);
    expect(ran.code).toBe(3);
    expect(result).toMatchObject({ status: 'infeasible', objective: null, selection: [], conflict: { minimal: true } });
    expect([...(result.conflict?.rows ?? [])].sort()).toEqual(['items.min', 'minutes.max']);
    expect(result.conflict?.relaxations[0]?.changes).toEqual(["Round 'Form': at most 9 minutes: make it 10"]);
    expect((await run(file('none.input.json', changed({ minutes: { max: 9 } })))).out).toContain(
      'What cannot be had together'.toUpperCase(),
    );
  });

  it.each([
    [
      'an item included and barred by exposure',
      changed({ include: ['x'], max_exposure: 1 }, { items: [item('x', 5, 4, { exposure: 3 }), ...instance.items.slice(1)] }),
      ['include.x', 'max_exposure.x'],
    ],
    ['enemies in the order of the file', changed({ include: ['x', 'y'] }), ['enemy.y.x', 'include.x', 'include.y']],
    ['the same in one of two forms', changed({ forms: 2, include: ['x', 'y'] }), ['form1.enemy.y.x', 'form1.include.x', 'form1.include.y']],
    ['fewer items than a form needs', changed({ items: { min: 5 } }, { enemies: [] }), ['items.min']],
    ['fewer minutes than a form needs', changed({ minutes: { min: 21 }, items: { min: 1 } }, { enemies: [] }), ['minutes.min']],
  ])('names its rows: %s', async (_, input, rows) => {
    const ran = await run(file('named.input.json', input), '--json');
    expect(json(ran)).toMatchObject({ status: 'infeasible', faults: [], conflict: { minimal: true } });
    expect([ran.code, [...(json(ran).conflict?.rows ?? [])].sort()]).toEqual([3, rows]);
  });

  it('names its rows: more forms than items allow', async () => {
    const ran = await run(file('named.input.json', changed({ forms: 3, max_use: 1 })), '--json');
    expect([ran.code, json(ran).conflict?.rows]).toEqual([3, expect.arrayContaining(['max_use'])]);
  });

  it('may begin with a byte order mark', async () => {
    expect((await run(file('mark.input.json', `\uFEFF${JSON.stringify(instance)}`), '--json')).code).toBe(0);
  });
});

describe('touchstone assemble, files that cannot be used', () => {
  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'The file is no JSON'],
    ['no items', { ...instance, items: [] }, 'There are no items to choose from.'],
    ['no forms', changed({ forms: 0 }), 'forms is a whole number from 1, not 0.'],
    ['negative minutes', changed({ minutes: { max: -5 } }), 'minutes.max is a whole number from 0, not -5.'],
    ['minutes of an item', { ...instance, items: [item('x', -3, 1)] }, "Item 'x': minutes are a whole number from 1, not -3."],
    ['ids twice', { ...instance, items: [item('x', 5, 1), item('x', 5, 2)] }, "Item 'x' occurs twice."],
    ['min above max', changed({ items: { min: 3, max: 2 } }), 'items: min 3 is above max 2.'],
    ['an empty wish', changed({ items: {} }), 'items is empty: give a min, a max, or both.'],
    ['an unknown competency', changed({ competency: { b: { min: 1 } } }), "No item has the competency 'b'."],
    ['an unknown constraint', changed({ words: { max: 3 } }), "The constraint 'words' is not known."],
    ['an unknown item', changed({ exclude: ['q'] }), "exclude names 'q', which is no item."],
    ['an item in and out', changed({ include: ['x'], exclude: ['x'] }), "Item 'x' is both included and excluded."],
    ['a limit that is null', changed({ items: null }), 'items is an object with a min, a max, or both.'],
    ['a misspelt limit', changed({ items: { min: 2, mx: 3 } }), "items has min and max, but no 'mx'."],
    ['competencies that are null', changed({ competency: null }), 'competency is an object of limits by the names of competencies.'],
    ['a competency without limits', changed({ competency: { a: null } }), 'competency.a is an object with a min, a max, or both.'],
    ['no list of items to exclude', changed({ exclude: null }), 'exclude is a list of ids.'],
    ['no list of items to include', changed({ include: 5 }), 'include is a list of ids.'],
    ['forms beyond all measure', changed({ forms: 1e8 }), '100000000 forms of 4 items are too many: forms times items is at most 300000.'],
    [
      'a mean of three decimals',
      changed({ mean_difficulty: { max: 0.545 } }),
      'mean_difficulty.max is a number between 0 and 1 with at most two decimals, not 0.545.',
    ],
    [
      'a difficulty of three decimals',
      { ...instance, items: [item('x', 5, 1, { difficulty: 0.545 })] },
      "Item 'x': difficulty has at most two decimals where its mean is limited, not 0.545.",
    ],
    [
      'an objective of another kind of object',
      { ...instance, objective: { type: 'constructor', weights: { quality: 1 } } },
      "The objective 'constructor' is not known.",
    ],
    ['a stranger among enemies', { ...instance, enemies: [['x', 'q']] }, "enemies names 'q', which is no item."],
    ['an unknown objective', { ...instance, objective: { type: 'best', weights: { quality: 1 } } }, "The objective 'best' is not known."],
    [
      'a figure that is missing',
      { ...instance, objective: { type: 'max_sum', weights: { worth: 1 } } },
      "Item 'x' has no figure with at most two decimals as 'worth'.",
    ],
  ])('%s', async (_, input, message) => {
    const ran = await run(file('bad.input.json', input));
    expect(ran.code).toBe(1);
    expect(ran.error).toContain(message);
    expect(ran.error).not.toMatch(/NaN|undefined|\bat .*:\d+/);
  });

  it.each([
    [['no-such-file.json'], 'There is no file'],
    [['--time-limit', '0'], '--time-limit takes seconds above 0'],
    [['--gap', '2'], '--gap takes a number from 0 to less than 1'],
    [['--kits', '0'], '--kits takes a whole number of at least 1'],
    [['--strict'], '--strict is for blueprints'],
    [['--simulate', 'often'], '--simulate takes a whole number of at least 1'],
    [['--pin', 'x'], '--pin takes a question and its round'],
    [['--must-have', 'x'], '--must-have is for blueprints'],
  ])('wrong usage: %j', async (args, message) => {
    const files = args[0]?.startsWith('--') ? [file('one.input.json', instance)] : [];
    const ran = await run(...files, ...args);
    expect([ran.code, ran.error]).toEqual([2, expect.stringContaining(message)]);
  });

  it('a blueprint without a bank', async () => {
    const ran = await run(join(root, 'bank/blueprints/demo-two-rounds.yaml'));
    expect([ran.code, ran.error]).toEqual([2, expect.stringContaining('A blueprint draws from a bank.')]);
  });
});

describe('touchstone assemble, a blueprint and a bank', () => {
  const demo = [
    join(root, 'bank/blueprints/demo-two-rounds.yaml'),
    '--bank',
    join(root, 'bank/training'),
    '--framework',
    join(root, 'bank/framework.yaml'),
  ];

  it('fills the slots of the shipped demo from the shipped questions', async () => {
    const ran = await run(...demo, '--include-training', '--json', '--substitutes', '2');
    const result = json(ran);
    expect(ran.code).toBe(0);
    expect(result.status).toBe('optimal');
    expect(result.kits[0]?.rounds.flatMap(({ questions }) => questions.map(({ slot }) => slot))).toEqual([
      'Spark debugging',
      'Design',
      'Governance case',
      'Stakeholder',
      'People, situational',
    ]);
    expect(result.understood.join(' ')).toContain('must not select people');
  });

  it('keeps a question that is pinned, and says where one cannot stand', async () => {
    const there = json(await run(...demo, '--include-training', '--json', '--pin', 'gold-st-0001=1'));
    expect(there.kits[0]?.rounds[0]?.questions.map(({ id }) => id)).toContain('gold-st-0001');
    const elsewhere = await run(...demo, '--include-training', '--json', '--pin', 'gold-st-0001=2');
    expect([elsewhere.code, json(elsewhere).conflict?.minimal]).toEqual([3, true]);
  });

  it('does not use training questions unasked', async () => {
    const ran = await run(...demo);
    expect([ran.code, ran.error]).toEqual([1, expect.stringContaining('--include-training')]);
  });

  it('says why there are no two kits without a question in common', async () => {
    const ran = await run(...demo, '--include-training', '--kits', '2', '--json');
    expect(ran.code).toBe(3);
    expect(json(ran).conflict?.sentence).toContain('No question stands in more than 1 of the 2 kits.');
  });

  it('simulates how the bank wears', async () => {
    const ran = await run(file('one.input.json', instance), '--simulate', '4', '--variety', '0.5', '--json');
    expect(json(ran).exposure).toMatchObject({ draws: 4, stopped: null });
  });
});
