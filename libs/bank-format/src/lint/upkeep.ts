import { type Complaint, type QuestionRule, when } from './rule';

export const filledRule: QuestionRule = {
  id: 'L19',
  severity: 'ERROR',
  asks: 'Are bias check, accessibility, recipe and half-life filled?',
  why: 'They are the parts that are forgotten, and the ones without which a question cannot be used for long or for everybody.',
  check: ({ biasCheck, accessibility, variants }) => [
    ...when(biasCheck === undefined, ['biasCheck'], 'Say who could be at a disadvantage, and why nobody is.'),
    ...when(accessibility === undefined, ['accessibility'], 'Say what is offered to whom it would otherwise be harder.'),
    ...when(
      variants.parallelRecipe === undefined,
      ['variants', 'parallelRecipe'],
      'Say what to keep and what to swap for a question of equal difficulty.',
    ),
    ...when(
      variants.leakHalfLife === undefined,
      ['variants', 'leakHalfLife'],
      'Say how long a published version can still decide something.',
    ),
  ],
};

export const wayOutRule: QuestionRule = {
  id: 'L21',
  severity: 'ERROR',
  asks: 'Has a behavioural question a notice in advance and a way out?',
  why: 'Without them it rates memory under stress and luck of career.',
  check: ({ kind, advanceNotice, ifNoSuchCase }) =>
    kind !== 'behavioural'
      ? []
      : [
          ...when(advanceNotice === undefined, ['advanceNotice'], 'Write what is sent to everybody two days before.'),
          ...when(
            ifNoSuchCase === undefined,
            ['ifNoSuchCase'],
            'Write what is said to a candidate who has no such case; it must be of equal worth.',
          ),
        ],
};

/** From here on somebody else has read it. */
const REVIEWED: ReadonlySet<string | undefined> = new Set(['pilot', 'approved']);

export const dilemmaRule: QuestionRule = {
  id: 'L22',
  severity: 'WARNING',
  asks: 'Has a reviewer of a situational question written down the two goods in conflict?',
  why: 'Without a dilemma, knowing what is rated is enough for a high score (Latham and Itzchakov, 2021).',
  check: ({ kind, record }) =>
    when(
      kind === 'situational' && REVIEWED.has(record?.status) && !(record?.reviews ?? []).some(({ note }) => note !== undefined),
      ['record', 'reviews'],
      'No review says which two goods are in conflict on the page.',
    ),
};

export const longFormRule: QuestionRule = {
  id: 'L23',
  severity: 'ERROR',
  asks: 'Has a long debugging question or case evidence on request, and a check of its numbers?',
  why: 'What is asked for says more than what is answered. Numbers that were never added up do not add up.',
  check: ({ kind, form, evidenceOnRequest, arithmeticCheck, numbersKey, relations }) =>
    form !== 'long' || (kind !== 'debugging-evidence' && kind !== 'case')
      ? []
      : [
          ...when(
            evidenceOnRequest.length < 2,
            ['evidenceOnRequest'],
            `Hold back at least two pieces of evidence; there are ${evidenceOnRequest.length}.`,
          ),
          ...when(
            arithmeticCheck === undefined && numbersKey === undefined && relations === undefined,
            ['arithmeticCheck'],
            'Write the sums down: arithmeticCheck or numbersKey in words, relations for the linter.',
          ),
        ],
};

const FRESH_DAYS = 180;
const REVIEWERS = 2;

export const releaseRule: QuestionRule = {
  id: 'L29',
  severity: 'ERROR',
  asks: `Has an approved question two reviewers, a pilot, and facts that were verified within ${FRESH_DAYS} days?`,
  why: 'Only what others have read, tried and looked up may decide about people.',
  check: ({ record }, { today }): readonly Complaint[] => {
    if (record?.status !== 'approved') return [];
    const authors = new Set(record.authors ?? []);
    const reviewers = new Set((record.reviews ?? []).map(({ by }) => by).filter((by) => !authors.has(by)));
    const verified = record.factsVerified;
    const age = verified === undefined || today === undefined ? 0 : daysBetween(verified, today);
    return [
      ...when(
        reviewers.size < REVIEWERS,
        ['record', 'reviews'],
        `An approved question was reviewed by two people besides its authors; here by ${reviewers.size}.`,
      ),
      ...when(record.pilot === undefined, ['record', 'pilot'], 'An approved question was tried on people first. Record the pilot.'),
      ...when(verified === undefined, ['record', 'factsVerified'], 'Say when its facts were last held against their sources.'),
      ...when(age > FRESH_DAYS, ['record', 'factsVerified'], `Its facts were last verified ${age} days ago; at most ${FRESH_DAYS}.`),
    ];
  },
};

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
