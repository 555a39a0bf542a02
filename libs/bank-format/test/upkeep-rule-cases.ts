import { type Change, type RuleCases, rubric } from './rule-case';

const behavioural: readonly Change[] = [
  [['kind'], 'behavioural'],
  [['form'], undefined],
  [['minutes'], { target: 18, preparation: 0, answer: 10, probes: 8 }],
];
const approved = {
  status: 'approved',
  authors: ['Ana'],
  reviews: [
    { by: 'Mehdi', on: '2026-10-01' },
    { by: 'Noor', on: '2026-10-02', note: 'Being early against being sure.' },
  ],
  pilot: { on: '2026-10-10', people: 3 },
  factsVerified: '2026-10-01',
};

/** Rules on what keeps a question true, fair and used. */
export const upkeepRuleCases: RuleCases = {
  L16: [
    {
      fails: [[['groundTruth'], 'spark.sql.adaptive.enabled is off.']],
      at: 'technologies',
      passes: [
        [['groundTruth'], 'spark.sql.adaptive.enabled is off.'],
        [['technologies', 0, 'detail'], '4.1'],
      ],
    },
  ],
  L17: [
    {
      fails: [[['groundTruth'], 'spark.sql.adaptive.enabled is off.']],
      at: 'references',
      passes: [
        [['groundTruth'], 'spark.sql.adaptive.enabled is off.'],
        [['reviewedFacts'], ['spark.sql.adaptive.enabled turns it on']],
      ],
    },
  ],
  L18: [
    { fails: [[['references'], []]], at: 'references', passes: [[['references'], ['A manual, version 3']]] },
    { fails: [[['references', 1, 'criteria'], ['c2']]], at: 'references' },
    {
      fails: [[['reviewedFacts'], [{ fact: 'A clock stops.', class: 'A', result: 'not-found' }]]],
      at: 'reviewedFacts[0]',
      passes: [[['reviewedFacts'], [{ fact: 'A clock stops.', class: 'B', result: 'not-found' }]]],
    },
  ],
  L19: ['biasCheck', 'accessibility']
    .map((name) => ({ fails: [[[name], undefined]] as Change[], at: name }))
    .concat(
      ['parallelRecipe', 'leakHalfLife'].map((name) => ({ fails: [[['variants', name], undefined]] as Change[], at: `variants.${name}` })),
    ),
  L21: [
    {
      fails: behavioural,
      at: 'advanceNotice',
      passes: [...behavioural, [['advanceNotice'], 'A theme.'], [['ifNoSuchCase'], 'Take the nearest.']],
    },
    { fails: [...behavioural, [['advanceNotice'], 'A theme.']], at: 'ifNoSuchCase' },
  ],
  L22: [
    {
      fails: [
        [['kind'], 'situational'],
        [['form'], undefined],
        [['record'], { ...approved, reviews: approved.reviews.map(({ by, on }) => ({ by, on })) }],
      ],
      at: 'record.reviews',
      passes: [
        [['kind'], 'situational'],
        [['form'], undefined],
        [['record'], approved],
      ],
    },
  ],
  L23: [
    {
      fails: [
        [['form'], 'long'],
        [['evidenceOnRequest'], []],
      ],
      at: 'evidenceOnRequest',
      passes: [[['form'], 'long']],
    },
    {
      fails: [
        [['form'], 'long'],
        [['relations'], undefined],
        [['arithmeticCheck'], undefined],
      ],
      at: 'arithmeticCheck',
    },
  ],
  L24: [
    {
      fails: [[['context'], 'See https://intranet.acme.com/runbook first.']],
      at: 'context',
      passes: [[['context'], 'See https://docs.example.org/runbook first.']],
    },
    { fails: [[['context'], 'Write to ana@acme.io today.']], at: 'context', passes: [[['context'], 'Write to ana@example.org today.']] },
    { fails: [[['context'], 'Host db7.prod.acme.net is slow.']], at: 'context', passes: [[['context'], 'Host db7.example.net is slow.']] },
    {
      fails: [[['exhibits', 0, 'content'], 'card 4111 1111 1111 1111']],
      at: 'exhibits[0].content',
      passes: [[['exhibits', 0, 'content'], 'offset 88120455']],
    },
    { fails: [[['context'], 'Call +44 20 7946 0958 now.']], at: 'context' },
    {
      fails: [[['exhibits', 0, 'content'], '/home/ana/job.py']],
      at: 'exhibits[0].content',
      passes: [[['exhibits', 0, 'content'], '/data/in/job.py']],
    },
    {
      fails: [[['exhibits', 0, 'content'], 'node 17.31.4.9']],
      at: 'exhibits[0].content',
      passes: [[['exhibits', 0, 'content'], 'node 192.0.2.9, Spark 3.5.1']],
    },
  ],
  L25: [{ fails: [[['prompt'], 'Is the table complete?']], at: 'prompt', passes: [[['prompt'], 'How complete is the table?']] }],
  L26: [
    { fails: [[['prompt'], 'What? Why? Who? When?']], at: 'prompt', passes: [[['prompt'], 'What? Why? Who?']] },
    { fails: [[['prompt'], 'Say why, and also say when.']], at: 'prompt' },
  ],
  L27: [
    {
      fails: [[['probes', 1, 'ask'], 'Would you not ask the region?']],
      at: 'probes[1].ask',
      passes: [[['probes', 1, 'ask'], 'What would you not promise yet?']],
    },
    { fails: [[['prompt'], 'Obviously something is late. What?']], at: 'prompt' },
    { fails: [[['hints', 0, 'text'], "Isn't it one region?"]], at: 'hints[0].text' },
  ],
  L28: [
    {
      fails: [[['prompt'], 'What is the default of the threshold?']],
      at: 'prompt',
      passes: [[['prompt'], 'The default is 8 %. What follows?']],
    },
    { fails: [[['prompt'], 'Name three checks.']], at: 'prompt', passes: [[['prompt'], 'Which name would you give the check?']] },
    { fails: [[['prompt'], 'Define completeness.']], at: 'prompt', passes: [[['prompt'], 'How would you define it for this table?']] },
  ],
  L29: [
    { fails: [[['record'], { ...approved, reviews: approved.reviews.slice(1) }]], at: 'record.reviews', passes: [[['record'], approved]] },
    { fails: [[['record'], { ...approved, authors: ['Mehdi'] }]], at: 'record.reviews' },
    { fails: [[['record'], { ...approved, pilot: undefined }]], at: 'record.pilot' },
    {
      fails: [[['record'], { ...approved, factsVerified: '2026-05-27' }]],
      at: 'record.factsVerified',
      passes: [[['record'], { ...approved, factsVerified: '2026-05-28' }]],
    },
  ],
  L30: [
    {
      fails: [[rubric(2, 'anchors', '5'), 'As 4, and would write it with Great Expectations.']],
      at: 'rubric.criteria[2].anchors.5',
      passes: [[rubric(2, 'anchors', '4'), 'As 3, and would write it with Great Expectations.']],
    },
  ],
  N01: [
    { fails: [[['relations', 0], '1,200,000 + 800,000 = 2,000,001']], at: 'relations[0]' },
    { fails: [[['relations', 0], '1,200,000 + rows = 2,000,000']], at: 'relations[0]' },
  ],
  N02: [
    {
      fails: [
        [['exhibits', 0, 'content'], 'North 1,234,000'],
        [['groundTruth'], 'x'],
        [['arithmeticCheck'], undefined],
      ],
      at: 'relations[0]',
    },
    {
      fails: [[['relations'], ['4,321 + 1 = 4,322']]],
      at: 'relations[0]',
      passes: [[['relations'], ['640,000 + 1 = 640,001', '640,001 - 1 = 640,000']]],
    },
  ],
  R01: [
    {
      fails: [
        [
          ['context'],
          'Organizational accountability considerations necessitate interdepartmental communication regarding infrastructural modernization initiatives. '.repeat(
            4,
          ),
        ],
      ],
      at: 'prompt',
    },
  ],
};
