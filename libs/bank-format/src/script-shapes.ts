import { PROBE_KINDS } from './question-words';
import { dictionary } from './shape/dictionary';
import { list, names, texts } from './shape/lists';
import { fallingBack, optional, record, required } from './shape/record';
import { choice, level } from './shape/scalars';
import type { TypeOf } from './shape/shape';
import { line, name, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { PART_ID } from './text-pattern';

/* What the interviewer says, and when. */

const probeMembers = {
  id: required(name(PART_ID), 'p1, p2, …'),
  ask: required(text(LIMITS.passage), 'The words, neutral: they would sound natural to a candidate of the opposite view.'),
  when: optional(line(), 'Condition in plain words; without one it is asked when not yet answered.'),
  kind: optional(choice(PROBE_KINDS), 'Always (required), to clear up a word, to go deeper, to go beyond.'),
  evidenceFor: optional(names(PART_ID), 'Ids of the criteria that the answer gives evidence for.'),
  lookFor: optional(texts(), 'What to listen for. Adds no points beyond the anchors.'),
} as const;

const followingProbe = record('FollowingProbe', probeMembers);

export const probe = record('Probe', {
  ...probeMembers,
  probes: optional(list(followingProbe, { keyOf: ({ id }) => id }), 'Asked after this one, where their condition holds.'),
});
export type Probe = TypeOf<typeof probe>;

/** Criterion id → highest level that is still possible. */
const caps = dictionary(
  { form: PART_ID.form, complaint: (key) => `"${key}" must be the id of a criterion: ${PART_ID.says}.` },
  level(LIMITS.level),
);

/** The only help allowed. */
export const hint = record('Hint', {
  id: required(name(PART_ID), 'h1, h2, …'),
  text: required(text(LIMITS.passage), 'The words, and no others.'),
  when: optional(line(), 'From when on, such as "after 12 minutes without progress".'),
  caps: fallingBack<Readonly<Record<string, number>>>(
    caps,
    {},
    'Its price: criterion id → highest level still possible once it was given. Empty = costs nothing.',
  ),
  evidenceFor: optional(names(PART_ID), 'Ids of the criteria that the answer gives evidence for.'),
});
export type Hint = TypeOf<typeof hint>;

export const followUp = record('FollowUp', {
  levels: required(
    list(level(LIMITS.level), {
      maximum: LIMITS.level,
      keyOf: String,
      needsOne: 'Say for which levels this follow-up is, for example [4, 5].',
    }),
    'Asked when the answer so far stands at one of these levels.',
  ),
  ask: required(
    text(LIMITS.passage),
    'Below: something simpler and concrete. In the middle: one more consequence. Above: a change without a stock answer.',
  ),
});
export type FollowUp = TypeOf<typeof followUp>;

export const plausibleWrongAnswer = record('PlausibleWrongAnswer', {
  claim: required(text(LIMITS.passage), 'What a confident and experienced person would say.'),
  whyAttractive: required(text(LIMITS.passage), 'Which sign makes it tempting.'),
  whyWrong: required(text(LIMITS.passage), 'Which line of the evidence refutes it.'),
});
export type PlausibleWrongAnswer = TypeOf<typeof plausibleWrongAnswer>;
