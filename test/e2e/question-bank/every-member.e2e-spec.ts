import { canonicalQuestion, type QuestionDocument } from '@touchstone/bank-format';
import { type Person, World } from '@touchstone/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import { draft, sampleQuestion, send, VERSION } from './bank-desk';

/** Fields that lead to other things, or say the content again. */
const APART = new Set([
  'author',
  'question',
  'reviews',
  'threads',
  'openThreads',
  'lint',
  'text',
  'document',
  'changesSinceReview',
  'importedFrom',
  'id',
]);

/** Every leaf below a type, as a selection. */
const everything = (type: GraphQLObjectType, apart: ReadonlySet<string>): string =>
  Object.values(type.getFields())
    .filter(({ name }) => !apart.has(name))
    .map(({ name, type: field }) => {
      const named = getNamedType(field);
      return isObjectType(named) ? `${name} { ${everything(named, new Set())} }` : isLeafType(named) ? name : '';
    })
    .join(' ');

/** Every text, number and truth of a value, words of the format as GraphQL writes them. */
function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [String(value)];
}
const asEnum = (word: string): string => word.toUpperCase().replaceAll('-', '_');

const { id: _id, ...whole } = sampleQuestion;

describe('a question, whole', () => {
  let world: World;
  let ana: Person;
  let selection: string;
  beforeAll(async () => {
    world = await World.open();
    ana = await world.member(await world.organization(), ['AUTHOR'], 'Ana');
    const type = world.app.get(GraphQLSchemaHost).schema.getType('QuestionVersion');
    if (!isObjectType(type)) throw new Error('there is no such type');
    selection = everything(type, APART);
  });
  afterAll(() => world.close());

  const read = async (id: string, fields: string) =>
    (await ana.client.ask(`query($id: ID!) { questionVersion(id: $id) { ${fields} } }`, { id })).questionVersion;

  it('is read member by member: nothing that the format carries is missing', async () => {
    const { version } = await draft(ana, 'whole', whole);
    const shown = new Set(leaves(await read(version.id, selection)));
    const missing = leaves(whole).filter((leaf) => !shown.has(leaf) && !shown.has(asEnum(leaf)));
    expect(missing).toEqual([]);
  });

  it('comes back the same, as a document and as a text: reading and saving changes nothing', async () => {
    const { version } = await draft(ana, 'round-trip', whole);
    const { document, text } = await read(version.id, 'document text');
    const saved = await send(ana, 'saveQuestionDraft', { versionId: version.id, document, expectedRevision: 1 });
    expect(saved.version).toMatchObject({ revision: 2, contentHash: version.contentHash });
    const again = await send(ana, 'saveQuestionDraft', { versionId: version.id, document: text, expectedRevision: 2 });
    expect(again.version).toMatchObject({ revision: 3, contentHash: version.contentHash });
    expect(JSON.stringify((await read(version.id, 'document')).document)).toBe(
      canonicalQuestion({ ...sampleQuestion, id: 'round-trip' } as QuestionDocument),
    );
    expect(text).toMatch(/^id: round-trip\ntitle: The job that ran twice\n/);
  });

  it('is written as a text, with the line of every fault', async () => {
    const made = await send(ana, 'createQuestion', {
      slug: 'as-text',
      document: 'title: As text\ncategory: spark-tuning\nkind: case\ndifficulty: 2\nminutes: {target: 7.5}\n',
    });
    expect(made.question.version).toMatchObject({ title: 'As text', status: 'DRAFT' });
    const wrong = (document: string) => send(ana, 'createQuestion', { slug: 'wrong-text', document });
    expect((await wrong('title: As text\nkind: cases\n')).faults).toEqual(
      expect.arrayContaining([{ code: 'CHOICE', path: 'kind', message: expect.stringContaining('"case"'), line: 2 }]),
    );
    for (const text of ['', ' ', '- 1', 'a: [', 'title: &a x\nkind: *a', '\u0000', 'x'.repeat(50_000), '{"a":'.repeat(2_000)])
      expect([text.slice(0, 20), (await wrong(text)).__typename]).toEqual([text.slice(0, 20), 'InvalidQuestionError']);
    expect(
      await send(ana, 'createQuestion', {
        slug: 'b',
        document: 'id: other\ntitle: T\ncategory: spark-tuning\nkind: case\ndifficulty: 2\nminutes: {target: 7}',
      }),
    ).toMatchObject({
      __typename: 'InvalidQuestionError',
      faults: [{ code: 'REFERENCE', path: 'id' }],
    });
    expect(await read(made.question.version.id, VERSION)).toMatchObject({ revision: 1 });
  });
});
