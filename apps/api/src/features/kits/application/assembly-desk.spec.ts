import type { KitBlueprint, PoolQuestion } from '@touchstone/kit-assembly';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { AssemblyDesk, type AssemblyOrder } from './assembly-desk';

const question = (id: string): PoolQuestion => ({
  id,
  category: 'a',
  competencies: ['b'],
  kind: 'case',
  minutes: 10,
  difficulty: 3,
  quality: 0,
  exposure: 0,
  enemies: [],
});
const pool = [question('q1'), question('q2')];
const blueprint: KitBlueprint = {
  rounds: [{ name: 'One', minutes: { max: 30 }, questions: { min: 1, max: 1 }, competencies: [], categories: [], kinds: [] }],
  competencyWeights: {},
  mandatoryCategories: [],
  excludedQuestionIds: [],
  enemies: [],
};

const order = (wishes: KitBlueprint, organizationId = 'one'): AssemblyOrder => ({
  organizationId,
  family: { members: [{ name: '', blueprint: wishes, kits: 1 }], aim: 'sum' },
  pool,
  timeLimitSeconds: 5,
});

describe('the assembly desk', () => {
  let desk: AssemblyDesk;
  beforeEach(() => {
    desk = new AssemblyDesk(new SystemClock());
  });
  afterEach(() => desk.onApplicationShutdown());

  it('serves two, lets thirty wait, and asks the others to come again', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => desk.assemble(order(blueprint, `organization ${index % 4}`))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(32);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.type]));
    expect(refused).toEqual(Array.from({ length: 8 }, () => 'ConflictError'));
    expect((await desk.assemble(order(blueprint))).ok).toBe(true);
  });

  it('gives the turn on after a refusal, too', async () => {
    const impossible = { ...blueprint, rounds: blueprint.rounds.map((round) => ({ ...round, minutes: { max: 5 } })) };
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.assemble(order(impossible))));
    expect(answers.map((answer) => !answer.ok && answer.error.type)).toEqual(Array.from({ length: 6 }, () => 'NoSuchKitError'));
    expect((await desk.assemble(order(blueprint))).ok).toBe(true);
  });

  it('lets one organization wait twenty times, so that there is room for others', async () => {
    const greedy = Array.from({ length: 30 }, () => desk.assemble(order(blueprint, 'greedy')));
    const modest = desk.assemble(order(blueprint, 'modest'));
    expect((await Promise.all(greedy)).filter(({ ok }) => ok)).toHaveLength(22);
    expect((await modest).ok).toBe(true);
  });

  it('says what would help where there is no such kit', async () => {
    const impossible = { ...blueprint, rounds: blueprint.rounds.map((round) => ({ ...round, minutes: { max: 5 } })) };
    const answer = await desk.assemble(order(impossible));
    expect(answer).toMatchObject({
      ok: false,
      error: {
        relaxations: [
          { changes: ["Round 'One': at most 5 minutes: make it 10"], cost: 1 },
          { changes: ["Give up: Round 'One': at least 1 question"], cost: 1 },
        ],
      },
    });
  });

  it('tells which rule between kits would have to give way', async () => {
    const three = { members: [{ name: 'Lead', blueprint, kits: 3 }], aim: 'sum' } as const;
    const answer = await desk.assemble({ ...order(blueprint), family: three });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        relaxations: [
          { changes: ["Ask for 2 instead of 3 kits of 'Lead'"], cost: 1 / 3 },
          { changes: ['Give up: what the 3 kits may have in common is limited'], cost: 1 },
        ],
      },
    });
  });

  it('stops a solve that is called off, in the middle of it', async () => {
    const off = new AbortController();
    const hard = desk.assembleLong({ ...order(blueprint), ...hardOrder() }, { signal: off.signal, onProgress: () => undefined });
    setTimeout(() => off.abort(), 300);
    const began = Date.now();
    expect(await hard).toMatchObject({ ok: false, error: { type: 'AssemblyCancelledError' } });
    expect(Date.now() - began).toBeLessThan(5_000);
    const listener = { signal: new AbortController().signal, onProgress: () => undefined };
    expect((await desk.assembleLong(order(blueprint), listener)).ok).toBe(true);
  });

  it('drops what it does when the process stops', async () => {
    await desk.onApplicationShutdown();
    const answer = await desk.assemble(order(blueprint));
    expect(!answer.ok && answer.error.type).toBe('AssemblyCancelledError');
  });
});

/** A market split: nothing known decides it in seconds. */
function hardOrder(): Pick<AssemblyOrder, 'family' | 'pool' | 'timeLimitSeconds'> {
  const large = Array.from({ length: 120 }, (_, index) => ({
    ...question(`h${index}`),
    minutes: 7 + ((index * 37) % 53),
    difficulty: 1 + ((index * 71) % 400) / 100,
    competencies: [`c${index % 17}`, `c${(index * 5) % 13}`],
    enemies: [`h${(index * 7 + 3) % 120}`, `h${(index * 11 + 5) % 120}`],
  }));
  const [round] = blueprint.rounds;
  if (round === undefined) throw new Error('no round');
  const rounds = ['A', 'B', 'C'].map((name, index) => ({
    ...round,
    name,
    minutes: { min: 211 + index, max: 211 + index },
    questions: { min: 7, max: 9 },
  }));
  const weights = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`c${index}`, index === 0 ? 20 : 5]));
  const wishes: KitBlueprint = { ...blueprint, rounds, competencyWeights: weights, difficulty: { target: 3.21, tolerance: 0 } };
  return {
    family: { members: [{ name: 'Hard', blueprint: wishes, kits: 4, alike: { difficultySumApart: 0 } }], aim: 'sum' },
    pool: large,
    timeLimitSeconds: 60,
  };
}
