import { randomUUID } from 'node:crypto';
import type { Person } from '@touchstone/testing';
import { KIT, type KitAnswer, type Refusal } from './requests';

/** The operations on families and assemblies as these tests send them. Answers are the bare unions, with `__typename`. */

const FAMILY = `id name maxOverlap likeness { slotDifficultyApart sameKindBySlot difficultySumApart } members { blueprintId name kits }
  report { status solver objective bound gap seconds verified slots { member round slot kinds difficulties } difficultySums mostShared poolSize }
  kits { id name } brokenRules { wish message }`;
export const ASSEMBLY = `id name status timeLimitSeconds maxOverlap members { blueprintId kits } progress { objective bound gap seconds }
  failure { code message conflicts { wish message } relaxations { changes cost } } createdAt startedAt endedAt requestedBy { id }
  kits { id name } family { id }`;
const ERROR = '... on DomainError { code message path }';
const INFEASIBLE = '... on InfeasibleBlueprintError { conflicts { wish message } relaxations { changes cost } }';

export interface FamilyAnswer {
  id: string;
  name: string;
  report: {
    status: string;
    objective: number;
    bound: number;
    gap: number;
    verified: boolean;
    slots: { member: string; slot: string; kinds: string[]; difficulties: number[] }[];
    difficultySums: number[];
    mostShared: number;
    poolSize: number;
  };
  kits: { id: string; name: string }[];
  brokenRules: { wish: string; message: string }[];
}

export interface WayOut {
  conflicts: { wish: string; message: string }[];
  relaxations: { changes: string[]; cost: number }[];
}

export interface AssemblyAnswer {
  id: string;
  name: string;
  status: string;
  progress: { objective: number | null; bound: number | null; gap: number | null; seconds: number } | null;
  failure: ({ code: string; message: string } & WayOut) | null;
  startedAt: string | null;
  endedAt: string | null;
  requestedBy: { id: string };
  kits: { id: string; name: string }[];
  family: { id: string } | null;
}

export const STRICT = { slotDifficultyApart: 0, sameKindBySlot: true } as const;

export const assembleFamily = async (
  person: Person,
  members: object[],
  more: object = {},
): Promise<{ __typename: string; family: FamilyAnswer; kits: KitAnswer[] } & Refusal & WayOut> =>
  (
    await person.client.ask(
      `mutation ($input: AssembleFamilyInput!) { assembleFamily(input: $input) { __typename
         ... on AssembleFamilyPayload { family { ${FAMILY} } kits { ${KIT} } } ${INFEASIBLE} ${ERROR} } }`,
      { input: { name: 'Twins', members, idempotencyKey: randomUUID(), ...more } },
    )
  ).assembleFamily;

export const readFamily = async (person: Person, id: string): Promise<FamilyAnswer | null> =>
  (await person.client.ask(`query ($id: ID!) { kitFamily(id: $id) { ${FAMILY} } }`, { id })).kitFamily;

export const startAssembly = async (
  person: Person,
  members: object[],
  more: object = {},
): Promise<{ __typename: string; assembly: AssemblyAnswer } & Refusal> =>
  (
    await person.client.ask(
      `mutation ($input: StartAssemblyInput!) { startAssembly(input: $input) { __typename ... on StartAssemblyPayload { assembly { ${ASSEMBLY} } } ${ERROR} } }`,
      { input: { name: 'Long', members, idempotencyKey: randomUUID(), ...more } },
    )
  ).startAssembly;

export const cancelAssembly = async (
  person: Person,
  assemblyId: string,
): Promise<{ __typename: string; assembly: AssemblyAnswer } & Refusal> =>
  (
    await person.client.ask(
      `mutation ($input: CancelAssemblyInput!) { cancelAssembly(input: $input) { __typename ... on CancelAssemblyPayload { assembly { ${ASSEMBLY} } } ${ERROR} } }`,
      { input: { assemblyId } },
    )
  ).cancelAssembly;

export const readAssembly = async (person: Person, id: string): Promise<AssemblyAnswer> =>
  (await person.client.ask(`query ($id: ID!) { assembly(id: $id) { ${ASSEMBLY} } }`, { id })).assembly;
