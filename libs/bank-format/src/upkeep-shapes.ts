import { CLAIM_CLASSES, CLAIM_RESULTS, CULPRITS, ENDINGS, FIRST_GUESSES, RELATIONS } from './question-words';
import { anything, dictionary } from './shape/dictionary';
import { day } from './shape/day';
import { list, names } from './shape/lists';
import { optional, record, required } from './shape/record';
import { choice, number, truth } from './shape/scalars';
import type { TypeOf } from './shape/shape';
import { shortOrLong } from './shape/short-or-long';
import { line, name, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { EXTENSION, LICENSE, PART_ID, QUESTION_REF, SLUG, URI } from './text-pattern';

/* What keeps a question true, fair and unlike its neighbours. */

/** The story behind the page, in words that a bank can count: no bank may have always the same culprit. */
export const plot = record('Plot', {
  cause: optional(
    text(LIMITS.passage),
    'The one sentence of the ground truth that names the cause or the conflict. None of its words may stand in title, context or prompt.',
  ),
  family: optional(name(SLUG), 'Questions of one family have the same cause; at most a fifth of a category may.'),
  culprit: optional(choice(CULPRITS), 'What turned out to be guilty.'),
  firstGuess: optional(choice(FIRST_GUESSES), 'Whether the first plausible explanation is right, incomplete or wrong.'),
  ending: optional(choice(ENDINGS), 'What the right end is: act, wait, ask, tell, do less.'),
  industry: optional(name(SLUG), 'Where it plays, such as `retail`.'),
});
export type Plot = TypeOf<typeof plot>;

const wording = record('Wording', {
  id: required(name(PART_ID), 'Unique in the question.'),
  style: optional(line(LIMITS.tag), 'What differs, such as "concise".'),
  prompt: required(text(), 'The same task in other words.'),
});

export const variants = record('Variants', {
  family: optional(name(SLUG), 'Slug of the family of parallel variants.'),
  parallelRecipe: optional(
    text(),
    'How to write a question of equal difficulty with another surface and another cause: what to keep, what to swap.',
  ),
  leakHalfLife: optional(line(), 'How long a published version can still decide something, in words.'),
  wordings: optional(list(wording, { keyOf: ({ id }) => id }), 'Equal phrasings of the prompt.'),
});
export type QuestionVariants = TypeOf<typeof variants>;

const source = record('Source', {
  title: required(text(LIMITS.passage), 'What it is, with its version.'),
  uri: optional(line(LIMITS.passage, URI), 'Where it can be read.'),
  author: optional(line(), 'Who wrote it.'),
  version: optional(line(LIMITS.tag), 'The version or date that was read.'),
  license: optional(line(LIMITS.line, LICENSE), 'SPDX expression.'),
  accessed: optional(day, 'When it was read.'),
  supports: optional(line(), 'What in the question rests on it.'),
  criteria: optional(names(PART_ID), 'Ids of the criteria that rest on it.'),
  derived: optional(truth, 'True when text was taken over; then its licence must allow it.'),
});
export type Source = TypeOf<typeof source>;

/** A source in one line, or with everything that is known of it. */
export const reference = shortOrLong('title', LIMITS.passage, source);
export type Reference = TypeOf<typeof reference>;

const claim = record('Claim', {
  fact: required(text(LIMITS.passage), 'One sentence that can be false.'),
  class: optional(choice(CLAIM_CLASSES), 'A: a score depends on it. B: background. C: arithmetic inside the page. D: opinion or practice.'),
  criteria: optional(names(PART_ID), 'Ids of the criteria that depend on it.'),
  versions: optional(line(), 'Oldest and newest version for which it is known to hold.'),
  source: optional(line(), 'Path or section that says so.'),
  checked: optional(day, 'When it was looked up.'),
  how: optional(line(), 'How: what was opened, computed or asked.'),
  result: optional(choice(CLAIM_RESULTS), 'What looking it up gave. `not-found` and `refuted` may carry no points.'),
  condition: optional(line(), 'Under which condition it holds.'),
});
export type Claim = TypeOf<typeof claim>;

/** A fact that was checked, in one line or with the log of the check. */
export const reviewedFact = shortOrLong('fact', LIMITS.passage, claim);
export type ReviewedFact = TypeOf<typeof reviewedFact>;

/** The words of a reference or fact, whichever of its two lengths it has. */
export const inOneLine = (entry: Reference | ReviewedFact): string =>
  typeof entry === 'string' ? entry : 'title' in entry ? entry.title : entry.fact;

export const external = record('External', {
  system: required(line(LIMITS.tag), 'Whose name it is, such as `esco` or `qti`.'),
  id: required(line(500), 'The name there.'),
  uri: optional(line(LIMITS.passage, URI), 'Where it can be read.'),
  relation: optional(choice(RELATIONS), 'How it relates to this one; `same` unless given.'),
});
export type External = TypeOf<typeof external>;

export const translationOf = record('TranslationOf', {
  ref: required(line(LIMITS.line, QUESTION_REF), 'Id of the question, or bank/id.'),
  version: required(number({ minimum: 1, maximum: 100_000, step: 1 }), 'Version that was translated.'),
});

/** What has no home here and must not be lost: foreign fields under `x-qti`, `x-moodle`, … */
export const extensions = dictionary(
  { form: EXTENSION.form, complaint: (key) => `"${key}" must be ${EXTENSION.says}.` },
  anything(LIMITS.extension),
);
