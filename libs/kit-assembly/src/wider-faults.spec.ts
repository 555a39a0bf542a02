import { simpleBlueprint, simpleQuestion, simpleRound } from '../fixtures/simple';
import type { KitBlueprint } from './blueprint';
import { blueprintFaults } from './blueprint-faults';

const pool = [simpleQuestion('a'), simpleQuestion('b', { tags: ['spark'] })];
const round = simpleRound('Design');
const slot = { label: 'Kafka', kinds: ['case'] };

/** Blueprint, where the fault is, and how its message begins. */
const rows: readonly (readonly [string, Partial<KitBlueprint>, string, string])[] = [
  ['negative minutes of the kit', { minutes: { max: -1 } }, 'minutes.max', 'In the kit, minutes, max is a whole number from 0, not -1.'],
  ['an empty wish', { questions: {} }, 'questions', 'In the kit, questions, give a min, a max, or both.'],
  ['min above max', { questions: { min: 3, max: 2 } }, 'questions.min', 'In the kit, questions, min 3 is above max 2.'],
  ['half a target', { minutes: { target: 1.5 } }, 'minutes.target', 'In the kit, minutes, target is a whole number from 0, not 1.5.'],
  ['an unknown tag', { tags: [{ slug: 'kafka', min: 1 }] }, 'tags.0', "The kit needs 'kafka', but no question of the pool has it."],
  [
    'an unknown competency',
    { competencies: [{ slug: 'x', min: 1 }] },
    'competencies.0',
    "The kit needs 'x', but no question of the pool has it.",
  ],
  [
    'a level nobody has',
    { levels: [{ from: 5, to: 5, min: 1 }] },
    'levels.0',
    "The kit needs '5 to 5', but no question of the pool has it.",
  ],
  [
    'a wish said twice',
    {
      kinds: [
        { kind: 'case', min: 1 },
        { kind: 'case', max: 2 },
      ],
    },
    'kinds.1',
    "The kit names 'case' twice.",
  ],
  [
    'limits of difficulty upside down',
    { difficulty: { min: 4, max: 3 } },
    'difficulty.min',
    'The least mean difficulty 4 is above the largest 3.',
  ],
  [
    'a spread without a target',
    { difficulty: { max: 3, spread: { max: 1 } } },
    'difficulty.spread',
    'A spread is measured from the target.',
  ],
  [
    'a difficulty off the scale',
    { difficultyScale: { min: 0, max: 1 } },
    'pool.0.difficulty',
    "Question 'a': difficulty lies between 0 and 1",
  ],
  ['an empty list of slots', { rounds: [{ ...round, slots: [] }] }, 'rounds.0.slots', "Round 'Design' has an empty list of slots."],
  [
    'slots and numbers that disagree',
    { rounds: [{ ...round, questions: { min: 2, max: 2 }, slots: [slot] }] },
    'rounds.0.slots',
    "Round 'Design' has 1 slots but asks for 2 to 2 questions.",
  ],
  [
    'two slots of one name',
    { rounds: [{ ...round, slots: [slot, slot] }] },
    'rounds.0.slots.1.label',
    "Two slots of round 'Design' are called 'Kafka'.",
  ],
  [
    'a slot without a name',
    { rounds: [{ ...round, slots: [{ ...slot, label: ' ' }] }] },
    'rounds.0.slots.0.label',
    'A slot needs a label.',
  ],
  [
    'a slot that nothing fits',
    { rounds: [{ ...round, slots: [{ ...slot, kinds: ['essay'] }] }] },
    'rounds.0.slots.0',
    "No question of the pool fits slot 'Kafka' of round 'Design'.",
  ],
  ['an empty list of seats', { rounds: [{ ...round, seats: [] }] }, 'rounds.0.seats', "Round 'Design' has an empty list of seats."],
  [
    'somebody in two seats',
    { rounds: [{ ...round, seats: [{ member: 'ana' }, { member: 'ana' }] }] },
    'rounds.0.seats.1.member',
    "'ana' sits twice in round 'Design'.",
  ],
  [
    'raters without seats',
    { raters: [{ competency: 'coding', min: 1 }] },
    'raters.0',
    "Who rates 'coding' is known only where rounds have seats.",
  ],
  [
    'more raters than there are',
    { rounds: [{ ...round, seats: [{ member: 'ana' }] }], raters: [{ competency: 'coding', min: 2 }] },
    'raters.0.min',
    "Competency 'coding' wants 2 interviewers, but only 1 of the panel can judge it.",
  ],
  ['a negative load', { load: { apart: -5 } }, 'load.apart', 'How far loads may be apart is a whole number of minutes from 0, not -5.'],
  [
    'dependability above 1',
    { expectedReliability: [1200] },
    'expectedReliability.0',
    'Expected dependability is a whole number of thousandths',
  ],
  [
    'dependability that falls',
    { expectedReliability: [500, 400] },
    'expectedReliability.1',
    'More questions never make a kit less dependable',
  ],
];

describe('what is wrong with a blueprint on its face, beyond rounds and pins', () => {
  it.each(rows)('%s', (_, changes, path, message) => {
    const faults = blueprintFaults(simpleBlueprint(changes), pool);
    expect(faults.map((fault) => fault.path.join('.'))).toContain(path);
    expect(faults.find((fault) => fault.path.join('.') === path)?.message.startsWith(message)).toBe(true);
  });

  it('finds nothing in a blueprint that uses all of it', () => {
    const blueprint = simpleBlueprint({
      rounds: [
        { ...round, slots: [slot], questions: { min: 1, max: 1 }, seats: [{ member: 'ana' }, { member: 'bo', competencies: ['coding'] }] },
      ],
      questions: { min: 1, max: 2, target: 2 },
      tags: [{ slug: 'spark', max: 1 }],
      levels: [{ from: 2, to: 4, min: 1 }],
      difficulty: { target: 3, tolerance: 1, spread: { max: 1 } },
      raters: [{ competency: 'coding', min: 2 }],
      load: { apart: 30 },
      expectedReliability: [400, 550],
    });
    expect(blueprintFaults(blueprint, pool)).toEqual([]);
  });
});
