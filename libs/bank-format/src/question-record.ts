import { RECORD_STATES } from './question-words';
import { day } from './shape/day';
import { list } from './shape/lists';
import { optional, record, required } from './shape/record';
import { choice, number, truth } from './shape/scalars';
import type { TypeOf } from './shape/shape';
import { line, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { RULE_ID } from './text-pattern';

const who = line(LIMITS.tag);
const versionNumber = number({ minimum: 1, maximum: 100_000, step: 1 });

const review = record('Review', {
  by: required(who, 'A person; never the author.'),
  on: required(day, 'When.'),
  note: optional(text(LIMITS.passage), 'What was found.'),
});

const pilot = record('Pilot', {
  on: required(day, 'When.'),
  people: required(number({ minimum: 1, maximum: 10_000, step: 1 }), 'How many answered.'),
  agreement: optional(number({ minimum: 0, maximum: 1, step: 0 }), 'Share of ratings within one level of each other, 0 to 1.'),
  note: optional(text(LIMITS.passage), 'What came out.'),
});

const change = record('Change', {
  version: required(versionNumber, 'The version that it made.'),
  on: optional(day, 'When.'),
  by: optional(who, 'Who.'),
  note: required(line(), 'What and why.'),
  scoring: optional(truth, 'True when scores of before and after are not comparable.'),
});

const exception = record('Exception', {
  rule: required(line(LIMITS.tag, RULE_ID), 'The rule that is not to complain.'),
  at: optional(line(), 'Where, as complaints name it (`context`, `rubric.criteria[1]`); everywhere in the question unless given.'),
  reason: required(text(LIMITS.passage), 'Why it is right as it is.'),
});

/**
 * The life of a question in a file: where it stands, who wrote and checked it. It is no part of the content, so a check that found
 * nothing makes no new version. In the product the rows around a version say these things.
 */
export const questionRecord = record('Record', {
  version: optional(versionNumber, 'Raised when the meaning changes.'),
  status: optional(choice(RECORD_STATES), 'Where it stands; `draft` unless given.'),
  authors: optional(list(who), 'Who wrote it: ids of `people`, or names.'),
  reviews: optional(list(review), 'Who checked it. An approved question has two.'),
  pilot: optional(pilot, 'The trial before anything was decided with it.'),
  factsVerified: optional(day, 'When its facts were last held against their sources.'),
  fairnessReview: optional(review, 'The check by somebody outside engineering.'),
  created: optional(day, 'When it was begun.'),
  changed: optional(day, 'When it was last changed.'),
  changes: optional(list(change), 'What changed, newest first.'),
  exceptions: optional(list(exception), 'Complaints of the linter that are answered, each with a reason.'),
});
export type QuestionRecord = TypeOf<typeof questionRecord>;
