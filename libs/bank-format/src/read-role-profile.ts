import { FieldReader, type EntryReader, type Fields } from './field-reader';
import type { CompetencyWeight, FrameworkRoleProfile } from './framework';
import { LIMITS } from './text-limits';
import { SLUG } from './text-pattern';

const PROFILE_FIELDS: Fields<FrameworkRoleProfile> = { slug: true, name: true, source: true, weights: true };

/** The job analysis of one role. Halves are exact in binary, so the sum is compared with 100 without a tolerance. */
export const readRoleProfile: EntryReader<FrameworkRoleProfile> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, PROFILE_FIELDS);
  const weights = fields.distinctList('weights', 500, readWeight, ({ competency }) => competency);
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) fields.fault('SUM', 'weights', `The weights sum to ${sum}; make them sum to exactly 100.`);
  return {
    slug: fields.requiredLine('slug', LIMITS.line, SLUG),
    name: fields.requiredLine('name'),
    source: fields.requiredText('source', LIMITS.passage),
    weights,
  };
};

const WEIGHT_FIELDS: Fields<CompetencyWeight> = { competency: true, weight: true, critical: true, source: true };

const readWeight: EntryReader<CompetencyWeight> = (value, path, log) => {
  const fields = FieldReader.open(value, path, log, WEIGHT_FIELDS);
  return {
    competency: fields.requiredLine('competency', LIMITS.line, SLUG),
    weight: fields.requiredNumber('weight', { minimum: 0.5, maximum: 100, step: 0.5 }),
    critical: fields.truth('critical'),
    source: fields.requiredText('source', LIMITS.passage),
  };
};
