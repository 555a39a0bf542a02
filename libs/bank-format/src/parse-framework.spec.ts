import { withChange } from '../test/sample-question';
import { pathText } from './bank-fault';
import { knownFramework } from './framework';
import { parseFramework } from './parse-framework';

const level = (value: number): object => ({ value, label: `Level ${value}`, meaning: 'What it says.', inAnAnswer: 'How it sounds.' });

const framework = {
  format: 'competency-framework/1',
  id: 'small',
  title: 'Small',
  license: 'CC-BY-4.0',
  source: 'Made for a test.',
  ratingScale: {
    slug: 'three',
    name: 'Three',
    levels: [level(1), level(2), level(3)],
    notObserved: { label: 'Not observed', meaning: 'Nothing seen.' },
  },
  categories: [
    { slug: 'one', name: 'One', domain: 'D', position: 1, mandatory: true, bestKinds: ['case'] },
    { slug: 'two', name: 'Two', domain: 'D', position: 2 },
  ],
  competencies: [
    { slug: 'a', category: 'one', name: 'A', definition: 'Does a.', seedPhrases: [{ ref: 'A1', words: ['a'] }] },
    { slug: 'b', category: 'two', name: 'B', definition: 'Does b.' },
    { slug: 'c', category: 'two', name: 'C', definition: 'Did c.', retired: true },
  ],
  roleProfiles: [
    {
      slug: 'r',
      name: 'R',
      source: 'S',
      weights: [
        { competency: 'a', weight: 60.5, critical: true, source: 'A1' },
        { competency: 'b', weight: 39.5, source: 'B1' },
      ],
    },
  ],
};

describe('a framework file', () => {
  it('is read into typed values with every default spelled out', () => {
    const read = parseFramework(JSON.stringify(framework));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.language).toBe('en');
    expect(read.value.categories[1]).toEqual({ slug: 'two', name: 'Two', domain: 'D', position: 2, mandatory: false, bestKinds: [] });
    expect(read.value.roleProfiles[0]?.weights[1]).toEqual({ competency: 'b', weight: 39.5, critical: false, source: 'B1' });
    const known = knownFramework(read.value);
    expect([...known.competencies]).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ]);
    expect(known.levels).toEqual([1, 2, 3]);
  });

  it.each([
    ['weights below 100', ['roleProfiles', 0, 'weights', 0, 'weight'], 60, 'SUM roleProfiles[0].weights'],
    ['a weight off the grid', ['roleProfiles', 0, 'weights', 0, 'weight'], 60.25, 'RANGE roleProfiles[0].weights[0].weight'],
    [
      'a weight on an unknown competency',
      ['roleProfiles', 0, 'weights', 1, 'competency'],
      'x',
      'REFERENCE roleProfiles[0].weights[1].competency',
    ],
    [
      'a weight on a retired competency',
      ['roleProfiles', 0, 'weights', 1, 'competency'],
      'c',
      'REFERENCE roleProfiles[0].weights[1].competency',
    ],
    ['a competency weighed twice', ['roleProfiles', 0, 'weights', 1, 'competency'], 'a', 'DUPLICATE roleProfiles[0].weights[1]'],
    ['a competency of no category', ['competencies', 0, 'category'], 'three', 'REFERENCE competencies[0].category'],
    ['a slug twice', ['competencies', 1, 'slug'], 'a', 'DUPLICATE competencies[1]'],
    ['positions out of order', ['categories', 1, 'position'], 3, 'RANGE categories[1].position'],
    ['a level left out', ['ratingScale', 'levels', 2, 'value'], 4, 'RANGE ratingScale.levels[2].value'],
    ['a level zero', ['ratingScale', 'levels', 0, 'value'], 0, 'RANGE ratingScale.levels[0].value'],
    ['too few levels', ['ratingScale', 'levels'], [level(1), level(2)], 'LENGTH ratingScale.levels'],
    ['an unknown kind', ['categories', 0, 'bestKinds', 0], 'quiz', 'CHOICE categories[0].bestKinds[0]'],
    ['a phrase without words', ['competencies', 0, 'seedPhrases', 0, 'words'], [], 'MISSING competencies[0].seedPhrases[0].words'],
    ['mandatory in words', ['categories', 0, 'mandatory'], 'yes', 'TYPE categories[0].mandatory'],
    ['no scale', ['ratingScale'], undefined, 'MISSING ratingScale'],
  ])('with %s is refused', (_what, path, value, expected) => {
    const read = parseFramework(JSON.stringify(withChange(framework, path, value)));
    expect(read.ok ? [] : read.error.map((fault) => `${fault.code} ${pathText(fault.path)}`)).toContain(expected);
  });
});
