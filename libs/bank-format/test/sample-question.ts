import type { QuestionDocument } from '@touchstone/bank-format';

/** A question in which every member is filled, and which can be submitted. Each test changes the one thing it is about. */
export const sampleQuestion: QuestionDocument = {
  id: 'sample-0001',
  title: 'The job that ran twice',
  usage: 'live',
  edition: '1.2.0',
  language: 'en',
  license: 'CC-BY-4.0',
  category: 'spark-tuning',
  kind: 'debugging-evidence',
  form: 'short',
  competencies: ['st-diagnose-evidence', 'ec-problem-solving'],
  roles: ['big-data-technical-lead'],
  seniority: ['lead', 'principal'],
  difficulty: 3,
  minutes: { target: 15, max: 18, preparation: 2.5, answer: 8.5, probes: 4 },
  tags: ['incident', 'retries'],
  technologies: [{ name: 'spark', detail: '4.1' }, { name: 'object store' }],
  construct: 'Tells a retry from a second run by its traces.',
  notMeasured: 'Recall of setting names.',
  advanceNotice: 'One question will be about reading evidence.',
  context: 'Every night a job adds one day.\nToday the day is there twice.',
  prompt: 'What happened, and how do you know?',
  exhibits: [
    { id: 'A', title: 'Runs', format: 'table', content: 'run  rows\n1    100\n2    100' },
    {
      id: 'B',
      title: 'Code',
      format: 'python',
      content: 'df.write.mode("append").save(p)',
      alt: 'One line that appends to a path.',
      attachment: { file: 'attachments/code.png', mediaType: 'image/png', sha256: '0'.repeat(64) },
    },
  ],
  evidenceOnRequest: [
    { id: 'C', askLike: 'the log of the scheduler', title: 'Scheduler', format: 'log', content: '02:00 start\n02:10 start' },
    { id: 'D', askLike: 'the files', content: 'part-0 part-1' },
  ],
  response: {
    mode: 'single-choice',
    choices: [
      { id: 'a', text: 'A retry', correct: true, score: 1, feedback: 'The first start never ended.' },
      { id: 'b', text: 'A second run', correct: false },
    ],
  },
  scriptNotes: 'Read once. Stay silent for two minutes.',
  ifNoSuchCase: 'Take the nearest case.',
  probes: [
    {
      id: 'p1',
      ask: 'What would change your mind?',
      when: 'only one cause was named',
      kind: 'deepen',
      evidenceFor: ['c1'],
      lookFor: ['Names a line of the log.'],
      probes: [{ id: 'p1a', ask: 'And if that line were missing?', when: 'the answer was one word' }],
    },
    { id: 'p2', ask: 'Who else is affected?' },
  ],
  hintPolicy: 'One hint after five minutes.',
  hints: [{ id: 'h1', text: 'Compare the two starts.', when: 'after five minutes', caps: { c1: 3 }, evidenceFor: ['c1'] }],
  failureCards: ['The scheduler restarts at noon.'],
  rolePlayKey: 'Answer once, calmly.',
  authenticityChecks: 'Ask for the date.',
  followUps: [
    { levels: [1, 2], ask: 'Which line would you read first?' },
    { levels: [4, 5], ask: 'What if both ran at once?' },
  ],
  followUpKey: 'A lock, or a write that can be repeated.',
  noteDown: ['The first hypothesis, in the words of the candidate.'],
  rubric: {
    scale: 'standard',
    pass: 2.5,
    criteria: [
      {
        id: 'c1',
        title: 'Finds the cause',
        description: 'From the two exhibits alone.',
        competency: 'st-diagnose-evidence',
        weight: 0.7,
        mustReach: 2,
        anchors: {
          '1': 'Blames the cluster.',
          '2': 'Suspects the code without a line of evidence.',
          '3': 'Shows the two starts.',
          '4': 'As 3, and rules out a task retry.',
          '5': 'As 4, and predicts where a third copy would appear.',
        },
      },
      {
        id: 'c2',
        title: 'Prevents it',
        competency: 'ec-problem-solving',
        weight: 0.3,
        anchors: {
          '1': 'Deletes rows by hand.',
          '2': 'Wants a better alert.',
          '3': 'Makes the write repeatable.',
          '4': 'As 3, and tests it by running twice.',
          '5': 'As 4, and asks which other jobs append.',
        },
      },
    ],
    strongSignals: ['Asks when each run began.'],
    weakSignals: ['Restarts first.'],
    redFlags: ['Edits the numbers.'],
  },
  scoringNotes: 'Two points for the log.',
  groundTruth: 'The scheduler started the job twice.',
  plot: {
    cause: 'The scheduler started the job twice.',
    family: 'double-start',
    culprit: 'configuration',
    firstGuess: 'wrong',
    ending: 'act',
    industry: 'retail',
  },
  arithmeticCheck: '100 + 100 = 200.',
  numbersKey: 'Two runs, ten minutes apart.',
  relations: ['100 + 100 = 200'],
  modelAnswer: 'Two starts in the log, ten minutes apart, so it is a second run.',
  acceptAlso: ['The same from the audit log of the store.'],
  plausibleWrongAnswers: [
    { claim: 'A task was retried.', whyAttractive: 'Retries are common.', whyWrong: 'A retry does not start a run.' },
  ],
  variants: {
    family: 'sample-family',
    parallelRecipe: 'Keep the two starts, change the store.',
    leakHalfLife: '6 months',
    wordings: [{ id: 'short', style: 'concise', prompt: 'What happened?' }],
  },
  enemies: ['sample-0002'],
  references: [
    'Manual of the scheduler, version 3',
    {
      title: 'Guide to saving',
      uri: 'https://docs.example.org/save',
      author: 'Example Author',
      version: '4.1',
      license: 'Apache-2.0',
      accessed: '2026-06-01',
      supports: 'what append does',
      criteria: ['c2'],
      derived: false,
    },
  ],
  reviewedFacts: [
    'append is not idempotent',
    {
      fact: 'A retried task does not start a run.',
      class: 'A',
      criteria: ['c1'],
      versions: '3.5 to 4.1',
      source: 'Guide to saving, section 2',
      checked: '2026-06-01',
      how: 'read in the guide of 3.5',
      result: 'conditional',
      condition: 'with one scheduler',
    },
  ],
  biasCheck: 'No personal topic.',
  accessibility: 'All exhibits are text.',
  translationOf: { ref: 'other-bank/sample-0001', version: 2 },
  external: [{ system: 'moodle', id: '4711', uri: 'https://moodle.example.org/4711', relation: 'same' }],
  extensions: { 'x-moodle': { penalty: 0.1, tag: 'a', empty: [] } },
};

/** A deep copy in which the member at `path` is replaced; `undefined` removes it. For making one thing wrong at a time. */
export function withChange(value: unknown, path: readonly (string | number)[], replacement: unknown): unknown {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const [last] = path.slice(-1);
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((node, step) => node[step] as Record<string | number, unknown>, copy);
  if (last === undefined) return replacement;
  if (replacement === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = replacement;
  return copy;
}
