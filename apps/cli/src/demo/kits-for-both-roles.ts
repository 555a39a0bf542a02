import type { GraphqlClient } from '../graphql-client';
import { documents } from './documents';
import { key, must } from './steps';

/** The shipped blueprints of the two lead roles. */
const TEMPLATES = ['lead-developer-four-rounds', 'technical-lead-four-rounds'] as const;
const KITS_EACH = 3;

/** By one who is administrator and coordinator: the shipped bank, and from it parallel kits for both roles at once: an opening can use one and still have two that nobody has seen. */
export async function kitsForBothRoles(coordinator: GraphqlClient): Promise<void> {
  await must(coordinator, documents.loadBank, { idempotencyKey: key() }, 'LoadShippedBankPayload');
  const members: { blueprintId: string; kits: number }[] = [];
  for (const slug of TEMPLATES) {
    const { blueprint } = await must<{ blueprint: { id: string } }>(
      coordinator,
      documents.fromTemplate,
      { slug, includeTraining: false, idempotencyKey: key() },
      'CreateBlueprintFromTemplatePayload',
    );
    members.push({ blueprintId: blueprint.id, kits: KITS_EACH });
  }
  await must(
    coordinator,
    documents.assembleFamily,
    { name: 'Four rounds', members, likeness: { slotDifficultyApart: 0, sameKindBySlot: true }, idempotencyKey: key() },
    'AssembleFamilyPayload',
  );
}
