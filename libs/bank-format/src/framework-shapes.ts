import { QUESTION_KINDS, type QuestionKind } from './question-words';
import { reportScaleLevels } from './scale-levels';
import { choices, list } from './shape/lists';
import { fallingBack, record, type RecordOf, required } from './shape/record';
import { choice, number, truth } from './shape/scalars';
import type { TypeOf } from './shape/shape';
import { line, name, text } from './shape/texts';
import { LIMITS } from './text-limits';
import { LANGUAGE, LICENSE, SLUG } from './text-pattern';
import { unknownName } from './value-readers';

export const FRAMEWORK_FORMAT = 'competency-framework/1';

const passage = text(LIMITS.passage);

const scaleLevel = record('ScaleLevel', {
  value: required(number({ minimum: 1, maximum: LIMITS.level, step: 1 }), '1, 2, 3 …'),
  label: required(line(), 'One or two words.'),
  meaning: required(passage, 'What the level says about the person, whatever the question.'),
  inAnAnswer: required(passage, 'How it sounds in an answer.'),
});
export type ScaleLevel = TypeOf<typeof scaleLevel>;

const notObserved = record('NotObserved', {
  label: required(line(), 'One or two words.'),
  meaning: required(passage, 'When it is chosen.'),
});

const scale = record(
  'FrameworkScale',
  {
    slug: required(name(SLUG), 'What rubrics call it.'),
    name: required(line(), 'Its name for people.'),
    levels: required(list(scaleLevel, { maximum: LIMITS.level }), 'From the lowest to the highest, counted from 1; three to seven.'),
    notObserved: required(notObserved, 'An answer beside the scale, never a level or a number.'),
  },
  { check: reportScaleLevels },
);
export type FrameworkScale = TypeOf<typeof scale>;

const bestKinds = (about: string) => fallingBack<readonly QuestionKind[]>(choices(QUESTION_KINDS), [], about);

const category = record('FrameworkCategory', {
  slug: required(name(SLUG), 'What questions call it.'),
  name: required(line(), 'Its name for people.'),
  domain: required(line(), 'What it belongs to.'),
  position: required(number({ minimum: 1, maximum: 100, step: 1 }), 'From 1, without gaps.'),
  mandatory: fallingBack(truth, false, 'Must be present in every kit.'),
  bestKinds: bestKinds('Kinds of questions that fit it.'),
});
export type FrameworkCategory = TypeOf<typeof category>;

const seedPhrase = record('SeedPhrase', {
  ref: required(line(LIMITS.tag), 'Statement number: A1 to A15 in the first job description, B1 to B15 in the second.'),
  words: required(
    list(text(LIMITS.line), { needsOne: 'Quote the words of the job description.' }),
    'The literal words of the job description.',
  ),
});
export type SeedPhrase = TypeOf<typeof seedPhrase>;

const competency = record('FrameworkCompetency', {
  slug: required(name(SLUG), 'What questions call it.'),
  category: required(name(SLUG), 'Slug of its category.'),
  name: required(line(), 'Its name for people.'),
  definition: required(passage, 'What belongs to it.'),
  bestKinds: bestKinds('Kinds that fit it better than those of its category; none = as the category.'),
  seedPhrases: fallingBack(list(seedPhrase, { keyOf: ({ ref }) => ref }), [], 'The statements that it was derived from.'),
  retired: fallingBack(truth, false, 'No longer used for new questions; kept because old ones name it.'),
});
export type FrameworkCompetency = TypeOf<typeof competency>;

const weight = record('CompetencyWeight', {
  competency: required(name(SLUG), 'Slug of a competency in use.'),
  weight: required(number({ minimum: 0.5, maximum: 100, step: 0.5 }), 'Percent, in steps of 0.5.'),
  critical: fallingBack(truth, false, 'A must-have: too low a rating here is not made up for elsewhere.'),
  source: required(passage, 'Who says so.'),
});
export type CompetencyWeight = TypeOf<typeof weight>;

/** The job analysis of one role. Halves are exact in binary, so the sum is compared with 100 without a tolerance. */
const roleProfile = record(
  'FrameworkRoleProfile',
  {
    slug: required(name(SLUG), 'What blueprints call it.'),
    name: required(line(), 'Its name for people.'),
    source: required(passage, 'Where the weights come from.'),
    weights: fallingBack(list(weight, { maximum: 500, keyOf: (entry) => entry.competency }), [], 'They sum to exactly 100.'),
  },
  {
    check: ({ weights }, path, log) => {
      const sum = weights.reduce((total, entry) => total + entry.weight, 0);
      if (sum !== 100) log.report('SUM', [...path, 'weights'], `The weights sum to ${sum}; make them sum to exactly 100.`);
    },
  },
);
export type FrameworkRoleProfile = TypeOf<typeof roleProfile>;

const frameworkMembers = {
  id: required(name(SLUG), 'Stable slug of the framework.'),
  title: required(line(), 'Its name for people.'),
  language: fallingBack(line(LIMITS.line, LANGUAGE), 'en', 'BCP 47 tag.'),
  license: required(line(LIMITS.line, LICENSE), 'SPDX expression.'),
  source: required(passage, 'Where it comes from, in words.'),
  ratingScale: required(scale, 'The scale of all ratings.'),
  categories: fallingBack(list(category, { maximum: 100, keyOf: ({ slug }) => slug }), [], 'In the order of `position`.'),
  competencies: fallingBack(list(competency, { maximum: 500, keyOf: ({ slug }) => slug }), [], 'What can be measured.'),
  roleProfiles: fallingBack(list(roleProfile, { maximum: 100, keyOf: ({ slug }) => slug }), [], 'How much of it each role needs.'),
} as const;

/** The competency framework as shipped: what can be measured, on which scale, and how much of it each role needs. */
export type Framework = RecordOf<typeof frameworkMembers>;

/** A framework file: beyond the form of its parts, they must agree with each other. */
export const frameworkFile = record(
  'FrameworkFile',
  { format: required(choice([FRAMEWORK_FORMAT]), 'Always the same.'), ...frameworkMembers },
  {
    check: ({ categories, competencies, roleProfiles }, _path, log) => {
      const known = categories.map(({ slug }) => slug);
      const inUse = competencies.filter(({ retired }) => !retired).map(({ slug }) => slug);
      categories.forEach(({ position }, index) => {
        if (position !== index + 1)
          log.report('RANGE', ['categories', index, 'position'], `Positions follow the order of the file; this one is ${index + 1}.`);
      });
      competencies.forEach((entry, index) => {
        if (!known.includes(entry.category))
          log.report('REFERENCE', ['competencies', index, 'category'], unknownName(entry.category, known, 'category'));
      });
      roleProfiles.forEach(({ weights }, profile) => {
        weights.forEach((entry, index) => {
          if (inUse.includes(entry.competency)) return;
          const path = ['roleProfiles', profile, 'weights', index, 'competency'];
          log.report('REFERENCE', path, unknownName(entry.competency, inUse, 'competency'));
        });
      });
    },
  },
);
