import { withChange } from '../test/sample-question';
import { pathText } from './bank-fault';
import type { KnownFramework } from './framework';
import { parseBlueprintTemplate } from './parse-blueprint-template';

const known: KnownFramework = {
  categories: new Set(['one', 'two']),
  competencies: new Map([['a', 'one']]),
  roleProfiles: new Set(['lead']),
  levels: [1, 2, 3, 4, 5],
};

const template = {
  format: 'blueprint-template/1',
  slug: 'small',
  name: 'Small',
  roleProfile: 'lead',
  mandatoryCategories: ['one'],
  rounds: [
    {
      name: 'First',
      minutes: { max: 60 },
      slots: [
        { label: 'Depth', minutes: 12, categories: ['one'], kinds: ['technical-depth', 'case'], forms: { case: 'short' } },
        { label: 'Named', minutes: 18, competencies: ['a'], kinds: ['behavioural'] },
        { label: 'Any', minutes: 20, kinds: ['code-review'] },
      ],
    },
  ],
};

describe('a blueprint template', () => {
  it('is read into typed values', () => {
    const read = parseBlueprintTemplate(JSON.stringify(template), known);
    expect(read.ok && read.value.rounds[0]?.slots).toEqual([
      { label: 'Depth', minutes: 12, categories: ['one'], competencies: [], kinds: ['technical-depth', 'case'], forms: { case: 'short' } },
      { label: 'Named', minutes: 18, categories: [], competencies: ['a'], kinds: ['behavioural'], forms: {} },
      { label: 'Any', minutes: 20, categories: [], competencies: [], kinds: ['code-review'], forms: {} },
    ]);
  });

  const slot = ['rounds', 0, 'slots', 0] as const;
  it.each([
    ['no round', ['rounds'], [], 'MISSING rounds'],
    ['a round without slots', ['rounds', 0, 'slots'], [], 'MISSING rounds[0].slots'],
    ['slots longer than the round', ['rounds', 0, 'minutes', 'max'], 49, 'SUM rounds[0].slots'],
    ['two rounds of one name', ['rounds'], [template.rounds[0], template.rounds[0]], 'DUPLICATE rounds[1]'],
    ['categories and competencies at once', [...slot, 'competencies'], ['a'], 'REFERENCE rounds[0].slots[0].competencies'],
    ['no kind', [...slot, 'kinds'], [], 'MISSING rounds[0].slots[0].kinds'],
    ['a form of a kind it does not have', [...slot, 'forms'], { situational: 'short' }, 'CHOICE rounds[0].slots[0].forms.situational'],
    ['an unknown form', [...slot, 'forms'], { case: 'medium' }, 'CHOICE rounds[0].slots[0].forms.case'],
    ['an unknown category', [...slot, 'categories', 0], 'three', 'REFERENCE rounds[0].slots[0].categories[0]'],
    ['an unknown competency', ['rounds', 0, 'slots', 1, 'competencies', 0], 'z', 'REFERENCE rounds[0].slots[1].competencies[0]'],
    ['an unknown mandatory category', ['mandatoryCategories', 0], 'three', 'REFERENCE mandatoryCategories[0]'],
    ['an unknown role', ['roleProfile'], 'chef', 'REFERENCE roleProfile'],
    ['a slot without minutes', [...slot, 'minutes'], undefined, 'MISSING rounds[0].slots[0].minutes'],
  ])('with %s is refused', (_what, path, value, expected) => {
    const read = parseBlueprintTemplate(JSON.stringify(withChange(template, path, value)), known);
    expect(read.ok ? [] : read.error.map((fault) => `${fault.code} ${pathText(fault.path)}`)).toContain(expected);
  });

  it('is not held against a framework when none is given', () => {
    expect(parseBlueprintTemplate(JSON.stringify({ ...template, roleProfile: 'chef' })).ok).toBe(true);
  });
});
