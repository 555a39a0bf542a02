import type { KitBlueprint, PoolQuestion } from '@touchstone/kit-assembly';
import { SystemClock } from '@touchstone/platform/time/system-clock';
import { AssemblyDesk } from './assembly-desk';

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

describe('the assembly desk', () => {
  let desk: AssemblyDesk;
  beforeEach(() => {
    desk = new AssemblyDesk(new SystemClock());
  });
  afterEach(() => desk.onApplicationShutdown());

  it('serves two, lets thirty wait, and asks the others to come again', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => desk.assemble(blueprint, pool, 5)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(32);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.type]));
    expect(refused).toEqual(Array.from({ length: 8 }, () => 'ConflictError'));
    expect((await desk.assemble(blueprint, pool, 5)).ok).toBe(true);
  });

  it('gives the turn on after a refusal, too', async () => {
    const impossible = { ...blueprint, rounds: blueprint.rounds.map((round) => ({ ...round, minutes: { max: 5 } })) };
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.assemble(impossible, pool, 5)));
    expect(answers.map((answer) => !answer.ok && answer.error.type)).toEqual(Array.from({ length: 6 }, () => 'NoSuchKitError'));
    expect((await desk.assemble(blueprint, pool, 5)).ok).toBe(true);
  });

  it('drops what it does when the process stops', async () => {
    await desk.onApplicationShutdown();
    const answer = await desk.assemble(blueprint, pool, 5);
    expect(!answer.ok && answer.error.type).toBe('AssemblyCancelledError');
  });
});
