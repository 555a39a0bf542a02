import { readGlobalId } from '@touchstone/platform/graphql';
import type { Person, World } from '@touchstone/testing';
import { RunAssembly } from '../../../apps/api/src/features/kits';
import { placeQuestions, roleProfileId } from './question-pool';
import { createBlueprint, round } from './requests';

/** An organization with something to assemble. */
export interface Order {
  readonly admin: Person;
  readonly blueprintId: string;
  readonly members: object[];
  /** Works on an assembly as the jobs door does. */
  readonly run: (id: string, stop?: AbortSignal) => Promise<boolean>;
}

/** The id within the organization. */
export const local = (id: string): string => readGlobalId(id)?.id ?? '';

const runIn =
  (world: World, { organizationId }: Person): Order['run'] =>
  (id, stop) =>
    world.app.get(RunAssembly).execute(organizationId, local(id), stop);

/** Three questions that are alike, one for each kit. */
export async function easyOrder(world: World): Promise<Order> {
  const admin = await world.organization();
  await placeQuestions(world, admin, [{ slug: 'aa' }, { slug: 'bb' }, { slug: 'cc' }]);
  const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), { rounds: [round(1)] });
  return { admin, blueprintId: blueprint.id, members: [{ blueprintId: blueprint.id, kits: 2 }], run: runIn(world, admin) };
}

/** Kits to the minute, of questions that are nearly all of another length: more than a minute of work. */
export async function hardOrder(world: World): Promise<Order> {
  const admin = await world.organization();
  await placeQuestions(
    world,
    admin,
    Array.from({ length: 120 }, (_, index) => ({
      slug: `h${index}`,
      minutes: 7 + ((index * 37) % 53),
      difficulty: 1 + ((index * 71) % 5),
      enemies: [`h${(index * 7 + 3) % 120}`, `h${(index * 11 + 5) % 120}`],
    })),
  );
  const rounds = ['A', 'B', 'C'].map((name, index) =>
    round(8, { name, minutes: { min: 211 + index, max: 211 + index }, questions: { min: 7, max: 9 } }),
  );
  const wishes = { rounds, difficulty: { target: 3.21, tolerance: 0.01 } };
  const { blueprint } = await createBlueprint(admin, await roleProfileId(admin), wishes);
  return { admin, blueprintId: blueprint.id, members: [{ blueprintId: blueprint.id, kits: 4 }], run: runIn(world, admin) };
}
