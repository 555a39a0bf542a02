import { sampleQuestion, withChange } from '../test/sample-question';
import { pathText } from './bank-fault';
import type { KnownFramework } from './framework';
import { publishFaults } from './publish-faults';
import type { QuestionDocument } from './question-document';

const known: KnownFramework = {
  categories: new Set(['spark-tuning', 'engineering-craft']),
  competencies: new Map([
    ['st-diagnose-evidence', 'spark-tuning'],
    ['ec-problem-solving', 'engineering-craft'],
  ]),
  roleProfiles: new Set(),
  levels: [1, 2, 3, 4, 5],
};

type Change = readonly [path: readonly (string | number)[], value: unknown];

function faultsAfter(changes: readonly Change[], framework: KnownFramework | undefined = known): string[] {
  const document = changes.reduce<unknown>((value, [path, replacement]) => withChange(value, path, replacement), sampleQuestion);
  return publishFaults(document as QuestionDocument, framework).map(({ code, path }) => `${code} ${pathText(path)}`);
}

describe('what keeps a draft from being submitted', () => {
  it('is nothing for a complete question, with and without a framework', () => {
    expect(faultsAfter([])).toEqual([]);
    expect(publishFaults(sampleQuestion)).toEqual([]);
  });

  const c1 = ['rubric', 'criteria', 0] as const;
  const table: readonly (readonly [what: string, changes: readonly Change[], expected: readonly string[]])[] = [
    ['an empty prompt', [[['prompt'], ' \n']], ['INCOMPLETE prompt']],
    ['an unknown licence', [[['license'], 'LicenseRef-unknown']], ['INCOMPLETE license']],
    ['no probe', [[['probes'], []]], ['INCOMPLETE probes']],
    ['minutes that do not add up', [[['minutes', 'answer'], 9]], ['SUM minutes.target']],
    ['minutes of which a part is open', [[['minutes', 'answer'], undefined]], []],
    [
      'no criterion',
      [
        [['rubric', 'criteria'], []],
        [['hints'], []],
      ],
      ['INCOMPLETE rubric.criteria'],
    ],
    ['weights below 1', [[[...c1, 'weight'], 0.6]], ['SUM rubric.criteria']],
    ['weights above 1', [[[...c1, 'weight'], 0.700000002]], ['SUM rubric.criteria']],
    ['weights within the tolerance', [[[...c1, 'weight'], 0.7000000005]], []],
    ['a level without an anchor', [[[...c1, 'anchors', '4'], undefined]], ['INCOMPLETE rubric.criteria[0].anchors.4']],
    ['two levels with one anchor', [[[...c1, 'anchors', '4'], 'Shows the two starts. ']], ['DUPLICATE rubric.criteria[0].anchors.4']],
    ['an anchor beyond the scale', [[[...c1, 'anchors', '6'], 'More.']], ['REFERENCE rubric.criteria[0].anchors.6']],
    ['a criterion for a competency of another question', [[[...c1, 'competency'], 'hd-hive']], ['REFERENCE rubric.criteria[0].competency']],
    ['an unknown category', [[['category'], 'spark-tunning']], ['REFERENCE category']],
    ['a category of another competency', [[['category'], 'engineering-craft']], ['REFERENCE category']],
    [
      'an unknown competency',
      [
        [['competencies', 1], 'ec-problem'],
        [['rubric', 'criteria', 1, 'competency'], 'ec-problem'],
      ],
      ['REFERENCE competencies[1]'],
    ],
    ['a hint that caps no criterion', [[['hints', 0, 'caps'], { c9: 3 }]], ['REFERENCE hints[0].caps.c9']],
    ['a hint that caps at no level', [[['hints', 0, 'caps'], { c1: 7 }]], ['REFERENCE hints[0].caps.c1']],
    [
      'a follow-up for no level',
      [
        [
          ['followUps', 0, 'levels'],
          [1, 6],
        ],
      ],
      ['REFERENCE followUps[0].levels'],
    ],
    ['an enemy of itself', [[['enemies'], ['sample-0001']]], ['REFERENCE enemies']],
  ];

  it.each(table)('%s', (_what, changes, expected) => {
    expect(faultsAfter(changes)).toEqual(expected);
  });

  it('includes the absence of any competency', () => {
    expect(faultsAfter([[['competencies'], []]], undefined)[0]).toBe('INCOMPLETE competencies');
  });

  it('follows the scale of the organization', () => {
    const fourLevels = { ...known, levels: [1, 2, 3, 4] };
    expect(faultsAfter([], fourLevels)).toEqual([
      'REFERENCE rubric.criteria[0].anchors.5',
      'REFERENCE rubric.criteria[1].anchors.5',
      'REFERENCE followUps[1].levels',
    ]);
  });

  it('accepts thirds and tenths as people write them', () => {
    expect(
      faultsAfter([
        [[...c1, 'weight'], 0.1 + 0.2],
        [['rubric', 'criteria', 1, 'weight'], 0.7],
      ]),
    ).toEqual([]);
  });
});
