import type { BlueprintTemplate as ShippedTemplate } from '@touchstone/bank-format';
import { globalId } from '@touchstone/platform/graphql';
import type { BlueprintValue } from '../application/list-blueprints';
import type { Blueprint, BlueprintTemplate } from './blueprint.types';
import { presentWishes } from './present-wishes';

export const presentBlueprint = ({ organizationId, id, name, roleProfileId, wishes, revision, createdAt }: BlueprintValue): Blueprint => ({
  id: globalId('Blueprint', organizationId, id),
  name,
  wishes: presentWishes(organizationId, wishes),
  revision,
  createdAt,
  roleProfileKey: roleProfileId,
});

export const presentTemplate = ({
  slug,
  name,
  roleProfile,
  description,
  rounds,
  mandatoryCategories,
}: ShippedTemplate): BlueprintTemplate => ({
  slug,
  name,
  roleProfileSlug: roleProfile,
  description: description ?? null,
  rounds: rounds.map((round) => ({ name: round.name, maxMinutes: round.minutes.max, slots: round.slots })),
  mandatoryCategories,
});
