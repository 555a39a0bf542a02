import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import type { KitBlueprint } from './blueprint';
import type { PoolQuestion } from './pool-question';
import { blueprintFaults } from './blueprint-faults';

const pool = [
  simpleQuestion('a'),
  simpleQuestion('b', { exposure: 9, enemies: ['a'] }),
  simpleQuestion('v', { variantFamily: 'f' }),
  simpleQuestion('w', { variantFamily: 'f' }),
];

const faultsOf = (changes: Partial<KitBlueprint>, questions: readonly PoolQuestion[] = pool): string[] =>
  blueprintFaults(simpleBlueprint(changes), questions).map(({ code, path }) => `${code} ${path.join('.')}`);

const roundWith = (changes: Parameters<typeof simpleRound>[2]): Partial<KitBlueprint> => ({ rounds: [simpleRound('Design', 2, changes)] });

describe('blueprintFaults', () => {
  it('finds none in a sound blueprint', () => {
    expect(
      faultsOf({
        competencyWeights: { coding: 33.33, elsewhere: 66.67 },
        difficulty: { target: 3.25, tolerance: 0 },
        mustHaveQuestionIds: ['a'],
      }),
    ).toEqual([]);
  });

  it.each<[string, Partial<KitBlueprint>, string[]]>([
    ['no round', { rounds: [] }, ['NO_ROUNDS rounds']],
    ['rounds of one name', { rounds: [simpleRound('A'), simpleRound('A')] }, ['BAD_NAME rounds.1.name']],
    ['min above max', roundWith({ questions: { min: 3, max: 2 } }), ['BAD_BOUND rounds.0.questions.min']],
    ['half a minute', roundWith({ minutes: { max: 30.5 } }), ['BAD_BOUND rounds.0.minutes.max']],
    ['less than nothing', roundWith({ kinds: [{ kind: 'case', min: -1 }] }), ['BAD_BOUND rounds.0.kinds.0.min']],
    ['a limit without limits', roundWith({ kinds: [{ kind: 'case' }] }), ['BAD_BOUND rounds.0.kinds.0']],
    ['a free soft limit', roundWith({ minutes: { max: 30, soft: 0 } }), ['BAD_BOUND rounds.0.minutes.soft']],
    [
      'one kind twice',
      roundWith({
        kinds: [
          { kind: 'case', min: 1 },
          { kind: 'case', max: 2 },
        ],
      }),
      ['BAD_BOUND rounds.0.kinds.1'],
    ],
    ['an unknown competency', roundWith({ competencies: [{ slug: 'dancing', min: 1 }] }), ['UNKNOWN_IN_POOL rounds.0.competencies.0']],
    ['an unknown category', roundWith({ categories: [{ slug: 'dancing', min: 1 }] }), ['UNKNOWN_IN_POOL rounds.0.categories.0']],
    ['an unknown kind, softly', roundWith({ kinds: [{ kind: 'dance', min: 1, soft: 5 }] }), []],
    ['an unknown mandatory category', { mandatoryCategories: ['dancing'] }, ['UNKNOWN_IN_POOL mandatoryCategories.0']],
    [
      'a target off the scale',
      { difficulty: { target: 6, tolerance: -1, soft: 1.5 } },
      ['BAD_DIFFICULTY difficulty.target', 'BAD_DIFFICULTY difficulty.tolerance', 'BAD_DIFFICULTY difficulty.soft'],
    ],
    ['weights that miss 100', { competencyWeights: { coding: 99.99 } }, ['BAD_WEIGHTS competencyWeights']],
    ['a negative weight', { competencyWeights: { coding: -1, other: 101 } }, ['BAD_WEIGHTS competencyWeights.coding']],
    ['a negative exposure limit', { maxExposure: -1 }, ['BAD_EXPOSURE_LIMIT maxExposure']],
    ['an unknown wanted question', { mustHaveQuestionIds: ['zz'] }, ['UNKNOWN_IN_POOL mustHaveQuestionIds.0']],
    ['wanted and excluded', { mustHaveQuestionIds: ['a'], excludedQuestionIds: ['a'] }, ['CONTRADICTORY_PIN mustHaveQuestionIds.0']],
    ['wanted and overused', { mustHaveQuestionIds: ['b'], maxExposure: 8 }, ['CONTRADICTORY_PIN mustHaveQuestionIds.0']],
    ['a pin to nowhere', { pinned: [{ questionId: 'a', roundIndex: 1 }] }, ['CONTRADICTORY_PIN pinned.0.roundIndex']],
    [
      'two pins of one question',
      {
        pinned: [
          { questionId: 'a', roundIndex: 0 },
          { questionId: 'a', roundIndex: 0 },
        ],
      },
      ['CONTRADICTORY_PIN pinned.1.questionId'],
    ],
    [
      'more pins than places',
      {
        rounds: [simpleRound('One', 1)],
        pinned: [
          { questionId: 'a', roundIndex: 0 },
          { questionId: 'v', roundIndex: 0 },
        ],
      },
      ['CONTRADICTORY_PIN pinned.1'],
    ],
    [
      'enemies both wanted',
      { pinned: [{ questionId: 'a', roundIndex: 0 }], mustHaveQuestionIds: ['b'] },
      ['CONTRADICTORY_PIN mustHaveQuestionIds.0'],
    ],
    ['variants both wanted', { mustHaveQuestionIds: ['v', 'w'] }, ['CONTRADICTORY_PIN mustHaveQuestionIds.1']],
  ])('finds %s', (_name, changes, expected) => {
    expect(faultsOf(changes)).toEqual(expected);
  });

  it('finds an empty pool and bad questions', () => {
    expect(faultsOf({}, [])).toEqual(['EMPTY_POOL pool']);
    const bad = [simpleQuestion('a'), simpleQuestion('a', { minutes: 0, difficulty: 3.333, quality: 0.5, exposure: -1 })];
    expect(faultsOf({}, bad)).toEqual(
      ['id', 'minutes', 'exposure', 'quality', 'difficulty'].map((field) => `BAD_QUESTION pool.1.${field}`),
    );
  });

  it('says what would be right', () => {
    const [fault] = blueprintFaults(simpleBlueprint(roundWith({ questions: { min: 3, max: 2 } })), pool);
    expect(fault?.message).toBe("In round 'Design', questions, min 3 is above max 2. Lower min or raise max.");
  });
});
