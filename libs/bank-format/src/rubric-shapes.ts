import { dictionary } from './shape/dictionary';
import { list, texts } from './shape/lists';
import { fallingBack, optional, record, required } from './shape/record';
import { level, number } from './shape/scalars';
import type { TypeOf } from './shape/shape';
import { line, name, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { PART_ID, SLUG } from './text-pattern';

/** A criterion that weighs less does not count; one that weighs nothing is no criterion. */
const LIGHTEST = 0.001;

/** Level → behaviour. A blank anchor counts as not yet written. */
const anchors = dictionary(
  {
    form: new RegExp(`^[1-${LIMITS.level}]$`),
    complaint: (key) => `Anchors are keyed by a level from 1 to ${LIMITS.level}; found "${key}".`,
  },
  text(LIMITS.passage),
);

/** One thing that is rated on its own. */
export const criterion = record('Criterion', {
  id: required(name(PART_ID), 'c1, c2, …; ratings name it, so it stays for ever.'),
  title: required(line(), 'A thing one can hear or see apart from the others.'),
  description: optional(text(LIMITS.passage), 'What belongs to it and what does not, where the title leaves doubt.'),
  competency: required(name(SLUG), "Slug of the competency that it gives evidence for; one of the question's own (needed to submit)."),
  weight: required(
    number({ minimum: LIGHTEST, maximum: 1, step: 0 }),
    'Its share of the question. The weights of all criteria sum to 1 (needed to submit, not to save).',
  ),
  mustReach: optional(level(LIMITS.level), 'Level below which the answer as a whole does not pass.'),
  anchors: fallingBack<Readonly<Record<string, string>>>(
    anchors,
    {},
    'Level → the words or acts that earn it, one anchor for each level of the scale.',
  ),
});
export type Criterion = TypeOf<typeof criterion>;

/** How an answer is scored. The score of the question is the weighted mean of its criteria. */
export const rubric = record('Rubric', {
  scale: fallingBack(name(SLUG), 'standard', 'Slug of the scale; `standard` has the levels 1 to 5. Three to seven levels are possible.'),
  pass: optional(number({ minimum: 1, maximum: LIMITS.level, step: 0 }), 'Mean from which on the answer passes, where one was set.'),
  criteria: fallingBack(list(criterion, { maximum: LIMITS.criteria, keyOf: ({ id }) => id }), [], 'Two to four.'),
  strongSignals: fallingBack<readonly string[]>(texts(), [], 'Short and quotable, three to six. They help the ear and add no points.'),
  weakSignals: fallingBack<readonly string[]>(texts(), [], 'Short and quotable, three to six.'),
  redFlags: fallingBack<readonly string[]>(texts(), [], 'Acts, never impressions, two to four; they start a conversation of the panel.'),
});
export type QuestionRubric = TypeOf<typeof rubric>;
