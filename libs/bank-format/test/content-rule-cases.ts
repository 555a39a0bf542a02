import { exampleQuestion } from './example-question';
import { type RuleCases, rubric, words } from './rule-case';

/** Rules on what candidates and raters read. */
export const contentRuleCases: RuleCases = {
  L01: [
    { fails: [[['roles', 0], 'chef']], at: 'roles[0]' },
    { fails: [[['competencies', 1], 'sc-status-risks']], at: 'competencies[1]' },
    { fails: [[['rubric', 'scale'], 'nine-levels']], at: 'rubric.scale' },
    { fails: [[['probes', 0, 'evidenceFor'], ['c9']]], at: 'probes[0].evidenceFor[0]' },
    { fails: [[['construct'], undefined]], at: 'construct' },
    { fails: [[['seniority'], []]], at: 'seniority' },
    { fails: [[['kind'], 'quiz']], at: 'questions[0].kind' },
  ],
  L02: [
    { fails: [[['minutes', 'target'], 19]], at: 'minutes.target' },
    { fails: [[['minutes'], { target: 24, preparation: 4, answer: 14, probes: 6 }]], at: 'minutes.target' },
    { fails: [[['minutes', 'answer'], undefined]], at: 'minutes' },
    { fails: [[['form'], undefined]], at: 'kind' },
    {
      fails: [[['kind'], 'work-sample']],
      at: 'form',
      passes: [
        [['kind'], 'work-sample'],
        [['form'], undefined],
      ],
    },
  ],
  L03: [
    {
      fails: [[rubric(0, 'weight'), 0.4]],
      at: 'rubric.criteria',
      passes: [
        [rubric(0, 'weight'), 0.4],
        [rubric(1, 'weight'), 0.4],
      ],
    },
    {
      fails: [
        [rubric(0, 'weight'), 0.6],
        [rubric(1, 'weight'), 0.2],
      ],
      at: 'rubric.criteria[0].weight',
    },
    {
      fails: [
        [rubric(1, 'weight'), 0.45],
        [rubric(2, 'weight'), 0.05],
      ],
      at: 'rubric.criteria[2].weight',
    },
  ],
  L04: [
    { fails: [[rubric(0, 'anchors', '4'), undefined]], at: 'rubric.criteria[0].anchors.4' },
    {
      fails: [[rubric(0, 'anchors', '1'), 'Blames the load.']],
      at: 'rubric.criteria[0].anchors.1',
      passes: [[rubric(0, 'anchors', '1'), 'Blames the load alone.']],
    },
    {
      fails: [[rubric(0, 'anchors', '1'), words(61)]],
      at: 'rubric.criteria[0].anchors.1',
      passes: [[rubric(0, 'anchors', '1'), words(60)]],
    },
    { fails: [[rubric(0, 'anchors', '2'), exampleQuestion.rubric.criteria[0]?.anchors['1'] ?? '']], at: 'rubric.criteria[0].anchors.2' },
  ],
  L05: [
    {
      fails: [[rubric(1, 'anchors', '3'), 'Has a good plan for the table.']],
      at: 'rubric.criteria[1].anchors.3',
      passes: [[rubric(1, 'anchors', '3'), 'Says "good enough" and names the hours.']],
    },
    {
      fails: [[rubric(1, 'anchors', '3'), 'Explains the reasons very well.']],
      at: 'rubric.criteria[1].anchors.3',
      passes: [[rubric(1, 'anchors', '3'), 'Asks for strong consistency of the counts.']],
    },
  ],
  L06: [
    { fails: [[['probes'], exampleQuestion.probes.slice(0, 3)]], at: 'probes' },
    {
      fails: [[['probes', 0, 'ask'], 'What does a boundary do to a day?']],
      at: 'probes[0].ask',
      passes: [[['probes', 0, 'ask'], 'What does a partition do to a day?']],
    },
  ],
  L07: [
    {
      fails: [
        [
          ['rubric', 'strongSignals'],
          ['One.', 'Two.'],
        ],
      ],
      at: 'rubric.strongSignals',
    },
    { fails: [[['rubric', 'redFlags'], ['Hides the check.']]], at: 'rubric.redFlags' },
    { fails: [[['plausibleWrongAnswers'], exampleQuestion.plausibleWrongAnswers.slice(0, 2)]], at: 'plausibleWrongAnswers' },
    {
      fails: [[['rubric', 'redFlags', 0], 'Contempt for people.']],
      at: 'rubric.redFlags[0]',
      passes: [[['rubric', 'redFlags', 0], 'Would publish anyway.']],
    },
  ],
  L08: [
    { fails: [[['modelAnswer'], '640,000 of 800,000 and 160,000 are there.']], at: 'modelAnswer' },
    { fails: [[['modelAnswer'], words(150)]], at: 'modelAnswer', passes: [[['modelAnswer'], `${words(150)} 640,000 800,000 1,200,000`]] },
  ],
  L09: [
    {
      fails: [
        [['plot', 'cause'], 'A misplaced boundary moves rows.'],
        [['title'], 'The misplaced boundary'],
      ],
      at: 'title',
      passes: [[['title'], 'The misplaced boundary']],
    },
    {
      fails: [
        [['kind'], 'debugging-evidence'],
        [['plot', 'cause'], undefined],
      ],
      at: 'plot',
      passes: [[['plot', 'cause'], undefined]],
    },
  ],
  L10: [
    { fails: [[['prompt'], words(121)]], at: 'prompt', passes: [[['prompt'], words(120)]] },
    { fails: [[['context'], words(151)]], at: 'context', passes: [[['context'], words(150)]] },
    { fails: [[['prompt'], `Say ${'and again '.repeat(18)}stop.`]], at: 'prompt' },
    { fails: [[['title'], 'x'.repeat(61)]], at: 'title' },
  ],
  L11: [
    { fails: [[['scriptNotes'], 'Do a sanity check.']], at: 'scriptNotes', passes: [[['scriptNotes'], 'Do a plausibility check.']] },
    { fails: [[['context'], 'The whitelist is empty.']], at: 'context', passes: [[['context'], 'The allowlist is empty.']] },
    {
      fails: [[['modelAnswer'], `Our tribe decides. ${exampleQuestion.modelAnswer ?? ''}`]],
      at: 'modelAnswer',
      passes: [[['modelAnswer'], `One attribute decides. ${exampleQuestion.modelAnswer ?? ''}`]],
    },
  ],
  L12: [
    {
      fails: [[['rubric', 'strongSignals', 0], 'Has a dominant voice.']],
      at: 'rubric.strongSignals[0]',
      passes: [[['rubric', 'strongSignals', 0], 'Names the dominant term.']],
    },
    { fails: [[['prompt'], 'Be confident.']], at: 'prompt', passes: [[['prompt'], 'They wrote "be confident".']] },
  ],
  L13: [
    {
      fails: [[['context'], 'A child process writes.']],
      at: 'context',
      passes: [
        [['context'], 'A child process writes.'],
        [['biasCheck'], 'A "child" process is a process.'],
      ],
    },
    { fails: [[['prompt'], 'What do you do on religious days?']], at: 'prompt' },
  ],
  L14: [
    { fails: [[['context'], 'The lead says that she waits.']], at: 'context', passes: [[['context'], 'The lead says that they wait.']] },
  ],
  L15: [
    {
      fails: [[['exhibits', 0, 'content'], 'x'.repeat(141)]],
      at: 'exhibits[0].content',
      passes: [[['exhibits', 0, 'content'], 'x'.repeat(140)]],
    },
    {
      fails: [
        [['exhibits', 0, 'content'], 'x'.repeat(121)],
        [['exhibits', 0, 'format'], 'python'],
      ],
      at: 'exhibits[0].content',
      passes: [
        [['exhibits', 0, 'content'], 'x'.repeat(120)],
        [['exhibits', 0, 'format'], 'python'],
      ],
    },
    {
      fails: [[['evidenceOnRequest', 0, 'content'], 'x\n'.repeat(36)]],
      at: 'evidenceOnRequest[0].content',
      passes: [[['evidenceOnRequest', 0, 'content'], 'x\n'.repeat(35)]],
    },
    { fails: [[['exhibits'], ['P', 'Q', 'R', 'S', 'T'].map((id) => ({ id, title: id, format: 'text', content: 'x' }))]], at: 'exhibits' },
  ],
};
