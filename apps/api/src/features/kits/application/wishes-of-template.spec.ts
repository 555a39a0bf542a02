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

describe('the wishes of a template', () => {
  it('ask as many questions as there are slots, within the minutes of the round', () => {
    const { rounds, ...kit } = wishesOfTemplate(template(slot, { ...slot, label: 'Other' }), true);
    expect(rounds[0]).toMatchObject({ name: 'Round', minutes: { max: 85 }, questions: { min: 2, max: 2 } });
    expect(kit).toMatchObject({ mandatoryCategories: ['spark-tuning'], includeTraining: true, distinctCompetencies: true });
  });

  it('keep every slot as it is, three minutes more or less', () => {
    const { rounds } = wishesOfTemplate(
      template(
        { ...slot, minutes: 12.5, categories: ['kafka', 'spark'], competencies: ['a'], kinds: ['case', 'situational'] },
        { ...slot, label: 'Short', minutes: 2 },
      ),
      false,
    );
    expect(rounds[0]?.slots).toEqual([
      { label: 'Slot', minutes: { min: 10, max: 15 }, categories: ['kafka', 'spark'], competencies: ['a'], kinds: ['case', 'situational'] },
      { label: 'Short', minutes: { min: 0, max: 5 }, categories: [], competencies: [], kinds: ['case'] },
    ]);
  });
});
