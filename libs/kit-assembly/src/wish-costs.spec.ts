import type { Clock } from '@touchstone/kernel';

import { leadDeveloperBlueprint, leadDeveloperPool } from '../fixtures/lead-developer';
import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import { assembleKit } from './assemble';
import { relaxations } from './relaxations';
import type { Solver } from './solver';
import { highsSolver } from './solvers/highs';
import { substitutesFor } from './substitutes';
import { wishCosts } from './wish-costs';
import { listWishes } from './wishes';

const solver = highsSolver();

describe('what a wish costs', () => {
  const pool = [
    simpleQuestion('case1', { competencies: ['coding'], quality: 10 }),
    simpleQuestion('case2', { competencies: ['design'], quality: 10 }),
    simpleQuestion('depth', { competencies: ['coding'], kind: 'depth', quality: 0 }),
  ];
  const rounds = [simpleRound('Design', 2, { questions: { min: 2, max: 2 }, kinds: [{ kind: 'case', max: 1 }] })];
  const blueprint = simpleBlueprint({ rounds, competencyWeights: { coding: 97, design: 3 } });

  it('is told in coverage where that is what would be gained, and in points', async () => {
    const answer = await assembleKit(blueprint, pool, solver);
    if (!answer.ok) throw new Error(answer.error.message);
    // The best allowed pair covers both competencies; two cases would be 10 points better, and cover no more.
    expect(answer.value.kit.objective).toBe(10_010);
    const costs = await wishCosts(answer.value.kit, blueprint, pool, solver);
    expect(costs).toEqual([
      {
        wishId: 'round1.kind.case.max',
        label: "Round 'Design': at most 1 question of kind 'case'",
        points: 10,
        coverage: 0,
        words: `Without "Round 'Design': at most 1 question of kind 'case'" the kit would have 10 points more.`,
      },
    ]);
    const rare = pool.map((question) => (question.id === 'case1' ? { ...question, competencies: ['talking'] } : question));
    const wide = { ...blueprint, competencyWeights: { talking: 3, design: 97 } };
    const other = await assembleKit(wide, rare, solver);
    if (!other.ok) throw new Error(other.error.message);
    const [first] = await wishCosts(other.value.kit, wide, rare, solver);
    expect(first?.words).toBe(`Without "Round 'Design': at most 1 question of kind 'case'" the kit would cover 3 % more of the role.`);
    expect(first?.points).toBe(310);
  });
});

describe('what would help', () => {
  it('is the least by which one limit has to move, the cheapest first', async () => {
    const rounds = [simpleRound('Design', 3, { minutes: { max: 80 }, kinds: [{ kind: 'system-design', min: 2 }] })];
    const blueprint = simpleBlueprint({ rounds });
    const pool = [50, 50, 55].map((minutes, index) => simpleQuestion(`d${index}`, { kind: 'system-design', minutes }));
    const found = await relaxations(blueprint, pool, listWishes(blueprint, pool), solver);
    expect(found.map(({ changes, cost }) => [changes.map(({ words }) => words), cost])).toEqual([
      [["Round 'Design': at most 80 minutes: make it 100"], 0.25],
      [["Round 'Design': at least 2 questions of kind 'system-design': make it 1"], 0.5],
    ]);
  });

  it('is what was found when the time for all of it was over', async () => {
    const blueprint = simpleBlueprint({ rounds: [simpleRound('Design', 2, { minutes: { max: 30 }, questions: { min: 2, max: 2 } })] });
    const pool = ['a', 'b', 'c'].map((id) => simpleQuestion(id, { minutes: 20 }));
    let seconds = 0;
    let solved = 0;
    const slow: Solver = {
      solve: (program, options) => {
        seconds += 4;
        solved += 1;
        return solver.solve(program, options);
      },
    };
    const clock: Clock = { now: () => new Date(seconds * 1000) };
    const wishes = listWishes(blueprint, pool).filter(({ id }) => id === 'round1.minutes.max' || id === 'round1.questions.min');
    expect(await relaxations(blueprint, pool, wishes, slow)).toHaveLength(2);
    expect(solved).toBe(2);
    solved = 0;
    const found = await relaxations(blueprint, pool, wishes, slow, { clock, totalSeconds: 4 });
    expect(solved).toBe(1);
    expect(found.map(({ changes }) => changes.map(({ words }) => words))).toEqual([["Round 'Design': at most 30 minutes: make it 40"]]);
  });

  it('is a set of changes where none helps alone', async () => {
    const rounds = [simpleRound('First', 1, { minutes: { max: 12 } }), simpleRound('Second', 1, { minutes: { max: 15 } })];
    const blueprint = simpleBlueprint({ rounds });
    const pool = ['a', 'b'].map((id) => simpleQuestion(id, { minutes: 20 }));
    const [only, ...more] = await relaxations(blueprint, pool, listWishes(blueprint, pool), solver);
    expect(more).toEqual([]);
    // Two thirds more minutes in the first round and a third more in the second; giving up a question costs the whole of it.
    expect(only?.changes.map(({ words }) => words)).toEqual([
      "Round 'First': at most 12 minutes: make it 20",
      "Round 'Second': at most 15 minutes: make it 20",
    ]);
  });
});

describe('speed by hand', () => {
  it('ranks substitutes from 2,000 questions within 200 ms, checked ones only', async () => {
    const pool = leadDeveloperPool(1, 8);
    const answer = await assembleKit(leadDeveloperBlueprint, pool, solver);
    if (!answer.ok) throw new Error(answer.error.message);
    const place = { roundIndex: 0, questionId: answer.value.kit.rounds[0]?.items[0]?.questionId ?? '' };
    substitutesFor(answer.value.kit, place, leadDeveloperBlueprint, pool);
    const { user } = process.cpuUsage();
    const found = substitutesFor(answer.value.kit, place, leadDeveloperBlueprint, pool);
    // Processor time, since the machine may be shared.
    expect(process.cpuUsage().user - user).toBeLessThan(200_000);
    expect(found.length).toBeGreaterThan(5);
  });
});
