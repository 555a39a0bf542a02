import { dictionary } from '../shape/dictionary';
import { day } from '../shape/day';
import { list, names } from '../shape/lists';
import { fallingBack, optional, record, required } from '../shape/record';
import { choice, level, number } from '../shape/scalars';
import type { TypeOf } from '../shape/shape';
import { name, text } from '../shape/texts';
import { LIMITS } from '../text-limits';
import { PART_ID, SLUG } from '../text-pattern';

export const CALIBRATION_FORMAT = 'calibration-set/1';

const none: readonly string[] = [];

const goldRating = record('GoldRating', {
  level: required(level(LIMITS.level), 'The level that the answer earns by the anchors.'),
  why: required(
    text(LIMITS.passage),
    "The reason, with the words of the answer in single quotes, and why it is neither the level below nor the one above ('Not 3: …').",
  ),
});

/** The level that an answer earns on one criterion, and the reason. */
export type GoldRating = TypeOf<typeof goldRating>;

const answer = record('CalibrationAnswer', {
  id: required(name(PART_ID), 'a, b, …; says nothing about the levels.'),
  evidence: fallingBack(names(PART_ID), none, 'Ids of the pieces of evidence that were asked for and shown.'),
  hints: fallingBack(names(PART_ID), none, 'Ids of the hints that were given; their caps hold for the gold levels.'),
  said: required(
    text(),
    'What was said, 100 to 400 words; [p1] begins the answer to a probe, other brackets hold what the interviewer did.',
  ),
  ratings: required(
    dictionary<GoldRating>(
      { form: PART_ID.form, complaint: (key) => `"${key}" must be the id of a criterion: ${PART_ID.says}.` },
      goldRating,
    ),
    'Criterion id → gold level and reason, for each criterion of the question.',
  ),
});

/** One invented answer with its gold ratings. */
export type CalibrationAnswer = TypeOf<typeof answer>;

/** The file: one question version and answers to it that together show every level of every criterion. */
export const calibrationFile = record('CalibrationFile', {
  format: required(choice([CALIBRATION_FORMAT]), 'Always the same.'),
  category: required(name(SLUG), 'Slug of the category of the question.'),
  question: required(name(SLUG), 'Id of the question.'),
  questionVersion: required(
    number({ minimum: 1, maximum: 100_000, step: 1 }),
    'The version that was rated; another may have other anchors.',
  ),
  created: optional(day, 'When the answers were written.'),
  answers: required(
    list(answer, {
      maximum: LIMITS.level,
      keyOf: ({ id }) => id,
      needsOne: 'A calibration set has one answer for each level of the scale.',
    }),
    'One for each level of the scale.',
  ),
  check: optional(text(LIMITS.passage), 'How the gold ratings were checked, and what is left in doubt.'),
});

/** Written answers to one question with gold ratings, to train raters by and to test anchors with. */
export type CalibrationSet = Omit<TypeOf<typeof calibrationFile>, 'format'>;
