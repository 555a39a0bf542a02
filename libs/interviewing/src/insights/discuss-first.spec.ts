import * as fc from 'fast-check';
import type { ScoringRule } from '../kits';
import { recommend } from '../scorecards/recommend';
import { disagreements } from './disagreement';
import { discussFirst } from './discuss-first';
import type { ItemFact, RatingFact } from './rating-facts';
import { weightedMeanFigures } from './weighted-mean';

const RULE: ScoringRule = {
  method: 'WEIGHTED_MEAN',
  competencyWeights: { heavy: 90, light: 10 },
  mustHaves: [],
  cutOffs: { hire: 3.5 },
  missing: 'REPORT',
  scale: { min: 1, max: 5 },
};
const ITEMS: readonly ItemFact[] = [
  { itemId: 'q1', criteria: [{ criterionId: 'a', competency: 'heavy', weight: 1 }] },
  { itemId: 'q2', criteria: [{ criterionId: 'b', competency: 'light', weight: 1 }] },
  { itemId: 'q3', criteria: [{ criterionId: 'c', competency: 'other', weight: 1 }] },
];
const rate = (itemId: string, criterionId: string, ...levels: readonly number[]): RatingFact[] =>
  levels.map((level, index) => ({ raterId: `r${index}`, seat: 'INTERVIEWER', itemId, criterionId, level }));

describe('what to discuss first', () => {
  // Heavy 3.5, light 3: the total is 3.45, just below the cut-off of 3.5. Heavy is one level apart, light four, other four and without weight.
  const ratings = [...rate('q1', 'a', 3, 4), ...rate('q2', 'b', 5, 1), ...rate('q3', 'c', 1, 5)];

  it('is what decides, not what is widest', () => {
    expect(disagreements(ratings, ITEMS).map(({ itemId, range }) => [itemId, range])).toEqual([
      ['q2', 4],
      ['q3', 4],
      ['q1', 1],
    ]);
    const effects = discussFirst(ratings, ITEMS, RULE);
    expect(effects.map(({ itemId }) => itemId)).toEqual(['q1', 'q2', 'q3']);
    expect(effects[0]).toMatchObject({ range: 1, weight: 0.9, swing: 0.9, chanceToTurn: 0.5, ifLowest: 'NO_HIRE', ifHighest: 'HIRE' });
    expect(effects[0]!.reach).toBeCloseTo(0.45 / 0.05, 9);
    // Light at 5 brings 0.2, which is four times the way of 0.05, and so turns it, too: both count alike by chance, and the longer reach goes first.
    expect(effects[1]).toMatchObject({ range: 4, weight: 0.1, swing: 0.4, chanceToTurn: 0.5 });
    expect(effects[2]).toMatchObject({ weight: 0, swing: 0, chanceToTurn: 0, reach: 0 });
  });

  it('sees a must-have that hangs on one criterion, whatever its weight', () => {
    const rule: ScoringRule = { ...RULE, competencyWeights: { heavy: 100, light: 0 }, mustHaves: [{ competency: 'light', minimum: 3 }] };
    const given = [...rate('q1', 'a', 5, 4), ...rate('q2', 'b', 3, 3, 4, 2)];
    const [first] = discussFirst(given, ITEMS, rule);
    expect(first).toMatchObject({ itemId: 'q2', weight: 0, chanceToTurn: 0.25, ifLowest: 'NO_HIRE', ifHighest: 'HIRE' });
  });

  it('looks at no cut-off while a must-have fails: only that can turn anything', () => {
    // Light is 2, its minimum 4: neither level of its criterion turns it, but the wide gap on heavy, at the cut-off, cannot turn anything at all.
    const rule: ScoringRule = { ...RULE, mustHaves: [{ competency: 'light', minimum: 4 }] };
    const effects = discussFirst([...rate('q1', 'a', 2, 5), ...rate('q2', 'b', 1, 3)], ITEMS, rule);
    expect(effects.map(({ itemId, chanceToTurn }) => [itemId, chanceToTurn])).toEqual([
      ['q2', 0],
      ['q1', 0],
    ]);
    expect(effects[0]!.reach).toBeCloseTo(0.5, 9);
    expect(effects[1]!.reach).toBe(0);
  });

  it('goes by the chance that agreeing turns the registered rule, as changing the ratings themselves would', () => {
    const level = fc.integer({ min: 1, max: 5 });
    const cell = fc.array(level, { minLength: 1, maxLength: 4 });
    let turned = 0;
    let unlikeTheRange = 0;
    fc.assert(
      fc.property(
        fc.tuple(cell, cell, cell),
        fc.option(level),
        fc.constantFrom(2.5, 3, 3.5),
        fc.integer({ min: 1, max: 99 }),
        (cells, minimum, hire, heavy) => {
          const rule: ScoringRule = {
            ...RULE,
            cutOffs: { hire, strongHire: hire + 1 },
            competencyWeights: { heavy, light: 100 - heavy },
            mustHaves: minimum === null ? [] : [{ competency: 'light', minimum }],
          };
          const names = [
            ['q1', 'a'],
            ['q2', 'b'],
            ['q3', 'c'],
          ] as const;
          const said = (levels: readonly (readonly number[])[]) => {
            const { competencies } = weightedMeanFigures(
              levels.flatMap((own, index) => rate(names[index]![0], names[index]![1], ...own)),
              ITEMS,
              rule.competencyWeights,
            );
            return recommend(rule, new Map(competencies.map(({ competency, estimate }) => [competency, estimate]))).recommendation;
          };
          const now = said(cells);
          const chance = new Map(
            cells.map((own, index) => [
              names[index]![0] as string,
              own.filter((agreed) => said(cells.map((each, other) => (other === index ? each.map(() => agreed) : each))) !== now).length /
                own.length,
            ]),
          );
          const effects = discussFirst(
            cells.flatMap((own, index) => rate(names[index]![0], names[index]![1], ...own)),
            ITEMS,
            rule,
          );
          for (const { itemId, chanceToTurn } of effects) expect(chanceToTurn).toBe(chance.get(itemId));
          const chances = effects.map(({ itemId }) => chance.get(itemId)!);
          expect(chances).toEqual([...chances].sort((a, b) => b - a));
          turned += chances.filter((one) => one > 0).length;
          if (effects.length > 1 && effects[0]!.range < Math.max(...effects.map(({ range }) => range)) && chances[0]! > 0)
            unlikeTheRange += 1;
        },
      ),
      { numRuns: 400 },
    );
    // It was tried on disagreements that decide, and on some that are not the widest.
    expect(turned).toBeGreaterThan(50);
    expect(unlikeTheRange).toBeGreaterThan(5);
  });

  it('says what the rule would say if the ratings themselves were changed so', () => {
    for (const agreed of [3, 4]) {
      const changed = [...rate('q1', 'a', agreed, agreed), ...ratings.slice(2)];
      const { competencies } = weightedMeanFigures(changed, ITEMS, RULE.competencyWeights);
      const said = recommend(RULE, new Map(competencies.map(({ competency, estimate }) => [competency, estimate]))).recommendation;
      expect(discussFirst(ratings, ITEMS, RULE)[0]![agreed === 3 ? 'ifLowest' : 'ifHighest']).toBe(said);
    }
  });

  it('leaves out what nobody or one rated and what all agree on, and has no reach without a total', () => {
    expect(discussFirst([...rate('q1', 'a', 4, 4), ...rate('q2', 'b', 2)], ITEMS, RULE)).toEqual([]);
    expect(discussFirst([], ITEMS, RULE)).toEqual([]);
    expect(discussFirst(rate('q3', 'c', 1, 5), ITEMS, RULE)).toMatchObject([{ reach: null, chanceToTurn: 0, ifHighest: 'NOT_DECIDABLE' }]);
  });
});
