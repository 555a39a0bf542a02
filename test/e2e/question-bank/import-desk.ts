import { newId } from '@touchstone/platform/time/new-id';
import type { Person, World } from '@touchstone/testing';
import { RunQuestionImport } from '../../../apps/api/src/features/question-bank';
import { readGlobalId } from '@touchstone/platform/graphql';

const NOTICE = 'code message fix place { file line column sheet row path }';
const ITEM = `number slug title outcome effect reason license contentHash document faults { rule path message } findings { rule severity path message }
  alike { slug title share where } result questionId versionId`;
export const IMPORT = `id state revision fileName byteCount sha256 settings progress { step done total } detected { format dialect encoding columns { column head use } }
  refusals { ${NOTICE} } warnings { ${NOTICE} } notes { ${NOTICE} } noticeCounts { code count }
  counts { questions added changed unchanged conflicts refused unknownLicense alike withFindings }
  report { newQuestions newVersions draftsReplaced unchanged notChosen leftOut } importer { name }
  items(first: 100) { edges { node { ${ITEM} } } pageInfo { hasNextPage endCursor } }`;
const ERRORS = '... on DomainError { code message path }';

/** Whatever an answer holds: the test says what it expects of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the test knows what it asked for
export type Anything = any;

export interface Import {
  readonly [name: string]: Anything;
}

/** What sending a file was answered with: status and body. */
export async function upload(
  person: Person,
  name: string,
  bytes: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: Anything }> {
  const response = await fetch(`${person.client.url}/uploads/questions?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${person.token}`, ...headers },
    body: bytes,
  });
  return { status: response.status, body: await response.json() };
}

export const send = async (person: Person, name: string, input: object, payload = `import { ${IMPORT} }`): Promise<Anything> => {
  const noun = name.charAt(0).toUpperCase() + name.slice(1);
  const text = `mutation ($input: ${noun}Input!) { ${name}(input: $input) { __typename ... on ${noun}Payload { ${payload} } ${ERRORS} } }`;
  return (await person.client.ask(text, { input }))[name];
};

export const read = async (person: Person, id: string): Promise<Import> =>
  (await person.client.ask(`query ($id: ID!) { questionImport(id: $id) { ${IMPORT} } }`, { id })).questionImport;

/** Does what the jobs door would do. */
export async function work(world: World, id: string): Promise<void> {
  const { organizationId, id: importId } = readGlobalId(id) ?? { organizationId: '', id: '' };
  await world.app.get(RunQuestionImport).execute({ organizationId, importId });
}

/** Uploads a file and has it planned. */
export async function planned(
  world: World,
  person: Person,
  name: string,
  bytes: Uint8Array | string,
  settings: object = {},
): Promise<Import> {
  const { body } = await upload(person, name, bytes);
  const answer = await send(person, 'planQuestionImport', { uploadId: body.uploadId, settings, idempotencyKey: newId() });
  if (answer.__typename !== 'PlanQuestionImportPayload') throw new Error(JSON.stringify(answer));
  await work(world, answer.import.id);
  return read(person, answer.import.id);
}

/** Says yes to a plan and has it written. */
export async function applied(world: World, person: Person, plan: Import, items?: readonly number[]): Promise<Import> {
  const answer = await send(person, 'applyQuestionImport', {
    importId: plan['id'],
    expectedRevision: plan['revision'],
    idempotencyKey: newId(),
    ...(items && { items }),
  });
  if (answer.__typename !== 'ApplyQuestionImportPayload') throw new Error(JSON.stringify(answer));
  await work(world, plan['id']);
  return read(person, plan['id']);
}

export const itemsOf = (one: Import): readonly Anything[] => one['items'].edges.map(({ node }: { node: Anything }) => node);

export const EXPORT = 'link expiresAt fileName byteCount questions withoutRubric losses { part questions inSidecar }';

/** Exports questions and fetches the file. */
export async function exported(person: Person, input: object): Promise<{ payload: Anything; response: Response; bytes: Buffer }> {
  const payload = await send(person, 'exportQuestions', { idempotencyKey: newId(), ...input }, EXPORT);
  if (payload.__typename !== 'ExportQuestionsPayload') throw new Error(JSON.stringify(payload));
  const response = await fetch(`${person.client.url}${new URL(payload.link).pathname}${new URL(payload.link).search}`);
  return { payload, response, bytes: Buffer.from(await response.arrayBuffer()) };
}
