import { randomUUID } from 'node:crypto';
import type { Person } from '@touchstone/testing';

/** The GraphQL operations of the kits room as these tests send them. Answers are the bare unions, with `__typename`. */

const REPORT = `status solver objective bound gap seconds poolSize trainingQuestions
  score { coverage quality exposure closeness softWishes }
  slack { wish side soft required achieved slack violated penalty } violations { wish message }
  coverage { competencySlug weight questions inPool }`;
export const KIT = `id name status contentHash revision publishedAt familyId blueprintId
  rounds { name minutes plannedMinutes items { questionId questionVersionId plannedMinutes } } report { ${REPORT} }`;
const ERROR = '... on DomainError { code message path }';
const STALE = '... on RevisionConflictError { currentRevision }';

export interface KitAnswer {
  id: string;
  name: string;
  status: string;
  contentHash: string | null;
  revision: number;
  publishedAt: string | null;
  blueprintId: string;
  rounds: {
    name: string;
    minutes: number;
    plannedMinutes: number;
    items: { questionId: string; questionVersionId: string; plannedMinutes: number }[];
  }[];
  report: {
    status: string;
    solver: string;
    objective: number;
    bound: number;
    gap: number;
    seconds: number;
    poolSize: number;
    trainingQuestions: number;
    slack: {
      wish: string;
      side: string;
      soft: boolean;
      required: number;
      achieved: number;
      slack: number;
      violated: boolean;
      penalty: number;
    }[];
    violations: { wish: string; message: string }[];
    coverage: { competencySlug: string; weight: number; questions: number; inPool: boolean }[];
  };
}

export interface Refusal {
  code: string;
  message: string;
  path: string[];
  currentRevision?: number;
}

type Answer = {
  __typename: string;
  kit: KitAnswer;
  violations: { wish: string; message: string }[];
  conflicts: { wish: string; message: string }[];
} & Refusal;

async function mutate<T>(person: Person, name: string, inputType: string, selection: string, input: object): Promise<T> {
  const data = await person.client.ask<Record<string, T>>(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { __typename ${selection} ${ERROR} } }`,
    { input },
  );
  return data[name] as T;
}

export interface BlueprintAnswer {
  id: string;
  name: string;
  revision: number;
  wishes: { includeTraining: boolean };
}

export interface WishesInput {
  rounds: object[];
  [wish: string]: unknown;
}

/** One round of `count` questions within `max` minutes, unless told otherwise. */
export const round = (count: number, more: object = {}): object => ({
  name: 'Round',
  minutes: { max: 100 },
  questions: { min: count, max: count },
  ...more,
});

export const createBlueprint = (
  person: Person,
  roleProfileId: string,
  wishes: WishesInput,
  more: object = {},
): Promise<{ __typename: string; blueprint: BlueprintAnswer } & Refusal> =>
  mutate(
    person,
    'createBlueprint',
    'CreateBlueprintInput',
    `... on CreateBlueprintPayload { blueprint { id name revision wishes { includeTraining mandatoryCategories excludedQuestionIds mustHaveQuestionIds
       rounds { name minutes { min max soft } questions { min max } competencies { slug min max } categories { slug min max soft } kinds { kind min max } } difficulty { target tolerance soft }
       enemies { questionId otherQuestionId } exposureLimit { months uses } } } }`,
    { name: `Blueprint ${randomUUID()}`, roleProfileId, wishes, idempotencyKey: randomUUID(), ...more },
  );

export const fromTemplate = (
  person: Person,
  slug: string,
  more: object = {},
): Promise<{ __typename: string; blueprint: { id: string; name: string } } & Refusal> =>
  mutate(
    person,
    'createBlueprintFromTemplate',
    'CreateBlueprintFromTemplateInput',
    '... on CreateBlueprintFromTemplatePayload { blueprint { id name } }',
    { slug, idempotencyKey: randomUUID(), ...more },
  );

export const assemble = (person: Person, blueprintId: string, more: object = {}): Promise<Answer> =>
  mutate(
    person,
    'assembleKit',
    'AssembleKitInput',
    `... on AssembleKitPayload { kit { ${KIT} } } ... on InfeasibleBlueprintError { conflicts { wish message } } ... on AssemblyTimeLimitError { timeLimitSeconds }`,
    { blueprintId, name: 'Kit', idempotencyKey: randomUUID(), ...more },
  );

export const swap = (person: Person, input: object): Promise<Answer> =>
  mutate(person, 'swapItem', 'SwapItemInput', `... on SwapItemPayload { kit { ${KIT} } violations { wish message } } ${STALE}`, input);

export const move = (person: Person, input: object): Promise<Answer> =>
  mutate(person, 'moveItem', 'MoveItemInput', `... on MoveItemPayload { kit { ${KIT} } violations { wish message } } ${STALE}`, input);

export const rename = (person: Person, input: object): Promise<Answer> =>
  mutate(person, 'renameKit', 'RenameKitInput', `... on RenameKitPayload { kit { ${KIT} } } ${STALE}`, input);

export const publish = (person: Person, kit: { id: string; revision: number }, more: object = {}): Promise<Answer> =>
  mutate(
    person,
    'publishKit',
    'PublishKitInput',
    `... on PublishKitPayload { kit { ${KIT} } } ... on BrokenWishesError { violations { wish message } } ${STALE}`,
    { kitId: kit.id, expectedRevision: kit.revision, idempotencyKey: randomUUID(), ...more },
  );

export const remove = (person: Person, input: object): Promise<{ __typename: string; kitId: string } & Refusal> =>
  mutate(person, 'deleteKit', 'DeleteKitInput', `... on DeleteKitPayload { kitId } ${STALE}`, input);

export const substitutes = async (
  person: Person,
  kitId: string,
  questionId: string,
): Promise<{ questionId: string; minutes: number; objectiveChange: number }[]> =>
  (
    await person.client.ask(
      'query ($kitId: ID!, $questionId: ID!) { substitutes(kitId: $kitId, questionId: $questionId) { questionId minutes objectiveChange } }',
      { kitId, questionId },
    )
  ).substitutes;

export const readKit = async (person: Person, id: string): Promise<KitAnswer | null> =>
  (await person.client.ask(`query ($id: ID!) { kit(id: $id) { ${KIT} } }`, { id })).kit;

export const questionIds = (kit: KitAnswer): string[] => kit.rounds.flatMap(({ items }) => items.map(({ questionId }) => questionId));

export const updateBlueprint = (person: Person, input: object): Promise<{ __typename: string; blueprint: BlueprintAnswer } & Refusal> =>
  mutate(
    person,
    'updateBlueprint',
    'UpdateBlueprintInput',
    `... on UpdateBlueprintPayload { blueprint { name revision wishes { includeTraining rounds { name } } } } ${STALE}`,
    input,
  );

export const deleteBlueprint = (person: Person, input: object): Promise<{ __typename: string; blueprintId: string } & Refusal> =>
  mutate(person, 'deleteBlueprint', 'DeleteBlueprintInput', '... on DeleteBlueprintPayload { blueprintId }', input);
