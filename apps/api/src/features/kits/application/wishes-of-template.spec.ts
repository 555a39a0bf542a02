import type { BlueprintTemplate } from '@touchstone/bank-format';
import { wishesOfTemplate } from './wishes-of-template';

const slot = { label: 'Slot', minutes: 20, categories: [], competencies: [], kinds: ['case' as const], forms: {} };
const template = (...slots: BlueprintTemplate['rounds'][number]['slots']): BlueprintTemplate => ({
  slug: 'one',
  name: 'One',
  roleProfile: 'role',
  rounds: [{ name: 'Round', minutes: { max: 85 }, slots }],
  mandatoryCategories: ['spark-tuning'],
});
const roundOf = (...slots: BlueprintTemplate['rounds'][number]['slots']) => wishesOfTemplate(template(...slots), false).rounds[0];

describe('the wishes of a template', () => {
  it('ask as many questions as there are slots, within the minutes of the round', () => {
    expect(roundOf(slot, slot)).toMatchObject({ name: 'Round', minutes: { max: 85 }, questions: { min: 2, max: 2 } });
    expect(wishesOfTemplate(template(slot), true)).toMatchObject({ mandatoryCategories: ['spark-tuning'], includeTraining: true });
  });

  it('need a name where a slot takes nothing else, and keep out kinds that no slot takes', () => {
    const round = roundOf({ ...slot, categories: ['kafka'] }, { ...slot, categories: ['spark'], kinds: ['system-design'] });
    expect(round?.categories).toEqual([
      { slug: 'kafka', min: 1, max: 1 },
      { slug: 'spark', min: 1, max: 1 },
    ]);
    expect(round?.kinds).toEqual(
      expect.arrayContaining([
        { slug: 'case', min: 1, max: 1 },
        { slug: 'system-design', min: 1, max: 1 },
        { slug: 'work-sample', max: 0 },
      ]),
    );
    expect(round?.kinds).toHaveLength(8);
  });

  it('never ask more than the slots do', () => {
    const choice = roundOf({ ...slot, categories: ['kafka', 'spark'], kinds: ['case', 'situational'] }, { ...slot, categories: ['spark'] });
    expect(choice?.categories).toEqual([
      { slug: 'kafka', max: 1 },
      { slug: 'spark', min: 1, max: 2 },
    ]);
    expect(choice?.kinds.slice(0, 2)).toEqual([
      { slug: 'case', min: 1, max: 2 },
      { slug: 'situational', max: 1 },
    ]);
    const open = roundOf(slot, { ...slot, categories: ['spark'] });
    expect(open?.categories).toEqual([{ slug: 'spark', min: 1 }]);
    const carried = roundOf({ ...slot, competencies: ['a'] }, { ...slot, competencies: ['a', 'b'] });
    expect(carried?.competencies).toEqual([{ slug: 'a', min: 1 }]);
  });
});
