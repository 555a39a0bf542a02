import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import type { KitLayout } from './kit';
import { kitInspector } from './inspector';
import { verify } from './verify';

const kit = (...rounds: string[][]): KitLayout => ({ rounds: rounds.map((ids) => ({ items: ids.map((questionId) => ({ questionId })) })) });

describe('verify', () => {
  const pool = [
    simpleQuestion('a', { difficulty: 2, variantFamily: 'family' }),
    simpleQuestion('b', { difficulty: 3, variantFamily: 'family', minutes: 45 }),
    simpleQuestion('c', { difficulty: 5, category: 'people', exposure: 9, enemies: ['a'] }),
    simpleQuestion('d', { kind: 'depth' }),
  ];
  const blueprint = simpleBlueprint({ rounds: [simpleRound('Design'), simpleRound('People', 3)] });
  const idsOf = (layout: KitLayout, changes: Parameters<typeof simpleBlueprint>[0] = {}): string[] =>
    verify(layout, { ...blueprint, ...changes }, pool).map(({ wishId }) => wishId);

  it('has nothing to say of a valid kit', () => {
    expect(verify(kit(['a'], ['d']), blueprint, pool)).toEqual([]);
  });

  it.each([
    ['a round too few', kit(['a', 'd']), {}, ['rounds', 'round2.questions.min']],
    ['an unknown question', kit(['a'], ['d', 'zz']), {}, ['unknown.zz']],
    ['a question twice', kit(['d'], ['d']), {}, ['once.d']],
    ['two variants', kit(['a'], ['b']), {}, ['family.family']],
    ['enemies by a question', kit(['a'], ['c']), {}, ['enemies.a.c']],
    ['enemies by the blueprint', kit(['d'], ['b']), { enemies: [['d', 'b']] as [string, string][] }, ['enemies.b.d']],
    ['an excluded question', kit(['a'], ['d']), { excludedQuestionIds: ['d'] }, ['excluded.d']],
    ['an overused question', kit(['d'], ['c']), { maxExposure: 8 }, ['exposure.max']],
    ['too long', kit(['b', 'd'], ['c']), {}, ['round1.minutes.max']],
    ['too many', kit(['d'], []), {}, ['round2.questions.min']],
    ['too hard', kit(['d'], ['c']), { difficulty: { target: 3, tolerance: 0.99 } }, ['difficulty.max']],
    ['just not too hard', kit(['d'], ['c']), { difficulty: { target: 3, tolerance: 1 } }, []],
    ['without a mandatory category', kit(['a'], ['d']), { mandatoryCategories: ['people'] }, ['mandatory.people']],
    ['without a wanted question', kit(['a'], ['d']), { mustHaveQuestionIds: ['c'] }, ['mustHave.c']],
    ['a pinned question elsewhere', kit(['a'], ['d']), { pinned: [{ questionId: 'd', roundIndex: 0 }] }, ['pin.d']],
  ])('finds %s', (_name, layout, changes, expected) => {
    expect(idsOf(layout, changes)).toEqual(expected);
  });

  it('counts competencies, categories and kinds in their round only', () => {
    const round = simpleRound('Design', 2, {
      competencies: [{ slug: 'coding', max: 0 }],
      categories: [{ slug: 'people', min: 1 }],
      kinds: [{ kind: 'depth', min: 1 }],
    });
    expect(idsOf(kit(['a'], ['d']), { rounds: [round, simpleRound('People')] })).toEqual([
      'round1.competency.coding.max',
      'round1.category.people.min',
      'round1.kind.depth.min',
    ]);
  });

  it('speaks in words', () => {
    expect(verify(kit(['b', 'd'], ['c']), blueprint, pool)).toEqual([
      { wishId: 'round1.minutes.max', words: "Round 'Design': at most 60 minutes; it has 65" },
    ]);
  });

  it('reports a missed soft wish as slack, not as a violation', () => {
    const soft = simpleBlueprint({ rounds: [simpleRound('Design')], difficulty: { target: 3, tolerance: 0.5, soft: 2 } });
    const inspector = kitInspector(soft, pool);
    expect(inspector.violations(kit(['c']))).toEqual([]);
    expect(inspector.slacks(kit(['c'])).find(({ wishId }) => wishId === 'difficulty.max')).toEqual({
      wishId: 'difficulty.max',
      label: 'Mean difficulty of the kit: at most 3.5',
      side: 'max',
      required: 3.5,
      achieved: 5,
      slack: -1.5,
      violated: true,
      penalty: 300,
    });
    expect(inspector.score(kit(['c'])).total).toBe(50 - 9 - 200 - 300);
  });

  it('has no mean difficulty for an empty kit', () => {
    const slack = kitInspector(simpleBlueprint({ difficulty: { target: 3, tolerance: 0 } }), pool).slacks(kit([]));
    expect(slack.find(({ wishId }) => wishId === 'difficulty.min')).toMatchObject({ achieved: null, violated: false });
  });
});
