import { buildSchema, execute, type GraphQLResolveInfo, parse } from 'graphql';
import { mentions } from './mentions';

const schema = buildSchema(`
  type Query { books(first: Int): Shelf  library: Shelf }
  type Shelf { total: Int  books: [Book] }
  type Book { title: String  price: Int  sequel: Book }`);

/** What `mentions` says of the operation, asked where `Query.books` is resolved. */
function asked(query: string, variableValues: Readonly<Record<string, unknown>> = {}): boolean {
  let answer: boolean | null = null;
  const books = (_args: unknown, _context: unknown, info: GraphQLResolveInfo): null => {
    answer = mentions(info, new Set(['price', 'weight']));
    return null;
  };
  void execute({ schema, document: parse(query), rootValue: { books }, variableValues });
  if (answer === null) throw new Error('books was not resolved');
  return answer;
}

describe('fields that an operation mentions', () => {
  it.each([
    ['at any depth', '{ books { books { sequel { sequel { price } } } } }'],
    ['under another name', '{ books { books { cost: price } } }'],
    ['in an inline fragment', '{ books { ... on Shelf { books { ... { price } } } } }'],
    ['in a fragment of a fragment', '{ books { ...shelf } } fragment shelf on Shelf { books { ...book } } fragment book on Book { price }'],
    ['in one of several selections of the field', '{ books { total } books { books { price } } }'],
    ['though a directive may leave it out', 'query($no: Boolean = false) { books { books { price @include(if: $no) } } }'],
  ])('are found %s', (_where, query) => expect(asked(query)).toBe(true));

  it.each([
    ['are not asked for', '{ books { total books { title sequel { title } } } }'],
    ['are only names of others', '{ books { books { price: title } } }'],
    ['are asked for elsewhere', '{ books { total } library { books { price } } }'],
  ])('are not found where they %s', (_where, query) => expect(asked(query)).toBe(false));
});
