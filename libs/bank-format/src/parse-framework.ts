import type { Result } from '@touchstone/kernel';
import type { BankFault } from './bank-fault';
import type { FaultLog } from './fault-log';
import { FieldReader, type EntryReader, type Fields } from './field-reader';
import type { Framework, FrameworkCategory, FrameworkCompetency, FrameworkScale, ScaleLevel, SeedPhrase } from './framework';
import { parseText } from './parse-text';
import { QUESTION_KINDS } from './question-document';
import { readRoleProfile } from './read-role-profile';
import { LIMITS } from './text-limits';
import { LANGUAGE, LICENSE, SLUG } from './text-pattern';
import { unknownName } from './value-readers';

export const FRAMEWORK_FORMAT = 'competency-framework/1';

/**
 * Reads a framework file. Beyond form it holds: slugs unique; positions 1, 2, 3 …; every competency in a category of the
 * file; levels 1, 2, 3 … (three to seven); each role profile weighs competencies of the file that are in use, each at most
 * once, in steps of 0.5, to exactly 100. Errors: all faults with path, line and column.
 */
export const parseFramework = (text: string): Result<Framework, readonly BankFault[]> => parseText(text, readFramework);

const FRAMEWORK_FIELDS: Fields<Framework & { format: string }> = {
  format: true,
  id: true,
  title: true,
  language: true,
  license: true,
  source: true,
  ratingScale: true,
  categories: true,
  competencies: true,
  roleProfiles: true,
};

function readFramework(value: unknown, log: FaultLog): Framework {
  const fields = FieldReader.open(value, [], log, FRAMEWORK_FIELDS);
  fields.requiredOneOf('format', [FRAMEWORK_FORMAT]);
  const framework: Framework = {
    id: fields.requiredLine('id', LIMITS.line, SLUG),
    title: fields.requiredLine('title'),
    language: fields.line('language', LIMITS.line, LANGUAGE) ?? 'en',
    license: fields.requiredLine('license', LIMITS.line, LICENSE),
    source: fields.requiredText('source', LIMITS.passage),
    ratingScale: fields.member('ratingScale', readScale),
    categories: fields.distinctList('categories', 100, readCategory, ({ slug }) => slug),
    competencies: fields.distinctList('competencies', 500, readCompetency, ({ slug }) => slug),
    roleProfiles: fields.distinctList('roleProfiles', 100, readRoleProfile, ({ slug }) => slug),
  };
  reportContradictions(framework, log);
  return framework;
}

function reportContradictions(framework: Framework, log: FaultLog): void {
  const categories = framework.categories.map(({ slug }) => slug);
  const inUse = framework.competencies.filter(({ retired }) => !retired).map(({ slug }) => slug);
  framework.categories.forEach(({ position }, index) => {
    if (position !== index + 1)
      log.report('RANGE', ['categories', index, 'position'], `Positions follow the order of the file; this one is ${index + 1}.`);
  });
  framework.competencies.forEach(({ category }, index) => {
    if (!categories.includes(category))
      log.report('REFERENCE', ['competencies', index, 'category'], unknownName(category, categories, 'category'));
  });
  framework.roleProfiles.forEach(({ weights }, profile) => {
    weights.forEach(({ competency }, index) => {
      const path = ['roleProfiles', profile, 'weights', index, 'competency'];
      if (!inUse.includes(competency)) log.report('REFERENCE', path, unknownName(competency, inUse, 'competency'));
    });
  });
}

const SCALE_FIELDS: Fields<FrameworkScale> = { slug: true, name: true, levels: true, notObserved: true };

const readScale: EntryReader<FrameworkScale> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, SCALE_FIELDS);
  const levels = fields.list('levels', LIMITS.level, readLevel);
  if (levels.length < 3) fields.fault('LENGTH', 'levels', `A scale has three to ${LIMITS.level} levels; this one has ${levels.length}.`);
  levels.forEach((level, index) => {
    if (level.value !== index + 1)
      log.report('RANGE', [...path, 'levels', index, 'value'], `Levels count up from 1; this one is ${index + 1}.`);
  });
  return {
    slug: fields.requiredLine('slug', LIMITS.line, SLUG),
    name: fields.requiredLine('name'),
    levels,
    notObserved: fields.member('notObserved', readNotObserved),
  };
};

const LEVEL_FIELDS: Fields<ScaleLevel> = { value: true, label: true, meaning: true, inAnAnswer: true };

const readLevel: EntryReader<ScaleLevel> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, LEVEL_FIELDS);
  return {
    value: fields.requiredNumber('value', { minimum: 1, maximum: LIMITS.level, step: 1 }),
    label: fields.requiredLine('label'),
    meaning: fields.requiredText('meaning', LIMITS.passage),
    inAnAnswer: fields.requiredText('inAnAnswer', LIMITS.passage),
  };
};

const NOT_OBSERVED_FIELDS: Fields<FrameworkScale['notObserved']> = { label: true, meaning: true };

const readNotObserved: EntryReader<FrameworkScale['notObserved']> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, NOT_OBSERVED_FIELDS);
  return { label: fields.requiredLine('label'), meaning: fields.requiredText('meaning', LIMITS.passage) };
};

const CATEGORY_FIELDS: Fields<FrameworkCategory> = {
  slug: true,
  name: true,
  domain: true,
  position: true,
  mandatory: true,
  bestKinds: true,
};

const readCategory: EntryReader<FrameworkCategory> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, CATEGORY_FIELDS);
  return {
    slug: fields.requiredLine('slug', LIMITS.line, SLUG),
    name: fields.requiredLine('name'),
    domain: fields.requiredLine('domain'),
    position: fields.requiredNumber('position', { minimum: 1, maximum: 100, step: 1 }),
    mandatory: fields.truth('mandatory'),
    bestKinds: fields.choices('bestKinds', QUESTION_KINDS),
  };
};

const COMPETENCY_FIELDS: Fields<FrameworkCompetency> = {
  slug: true,
  category: true,
  name: true,
  definition: true,
  bestKinds: true,
  seedPhrases: true,
  retired: true,
};

const readCompetency: EntryReader<FrameworkCompetency> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, COMPETENCY_FIELDS);
  return {
    slug: fields.requiredLine('slug', LIMITS.line, SLUG),
    category: fields.requiredLine('category', LIMITS.line, SLUG),
    name: fields.requiredLine('name'),
    definition: fields.requiredText('definition', LIMITS.passage),
    bestKinds: fields.choices('bestKinds', QUESTION_KINDS),
    seedPhrases: fields.distinctList('seedPhrases', LIMITS.entries, readSeedPhrase, ({ ref }) => ref),
    retired: fields.truth('retired'),
  };
};

const SEED_FIELDS: Fields<SeedPhrase> = { ref: true, words: true };

const readSeedPhrase: EntryReader<SeedPhrase> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, SEED_FIELDS);
  const words = fields.texts('words', LIMITS.entries, LIMITS.line);
  if (words.length === 0) fields.fault('MISSING', 'words', 'Quote the words of the job description.');
  return { ref: fields.requiredLine('ref', LIMITS.tag), words };
};
