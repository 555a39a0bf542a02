import { globalId } from '@touchstone/platform/graphql';
import type { CategoryValue, CompetencyValue, RatingScaleValue } from '../application/framework.loader';
import type { RoleProfileValue } from '../application/role-profile.loader';
import type { Category, Competency, RatingScale, RoleProfile } from './competency.types';

export const presentCategory = ({ organizationId, id, ...category }: CategoryValue): Category => ({
  ...category,
  id: globalId('Category', organizationId, id),
});

export const presentCompetency = ({ organizationId, id, ...competency }: CompetencyValue): Competency => ({
  ...competency,
  id: globalId('Competency', organizationId, id),
});

/** A role profile as clients see it. */
export const presentRoleProfile = ({ organizationId, id, slug, name, revision, weights }: RoleProfileValue): RoleProfile => ({
  id: globalId('RoleProfile', organizationId, id),
  slug,
  name,
  revision,
  weights: weights.map(
    ({ weight, critical, source, changedAt, changedBy, competencyId, competencySlug, competencyName, ...competency }) => ({
      competency: presentCompetency({ ...competency, organizationId, id: competencyId, slug: competencySlug, name: competencyName }),
      weight,
      critical,
      source,
      changedAt,
      changedById: changedBy,
    }),
  ),
});

export const presentRatingScale = ({ organizationId, id, slug, name, levels, notObserved }: RatingScaleValue): RatingScale => ({
  id: globalId('RatingScale', organizationId, id),
  slug,
  name,
  levels: [...levels],
  notObservedLabel: notObserved.label ?? 'Not observed',
  notObservedMeaning: notObserved.meaning ?? 'Nothing was seen or heard that could be rated.',
});
