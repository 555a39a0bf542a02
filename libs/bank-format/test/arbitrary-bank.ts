import { BANK_FORMAT, type BankFile, type QuestionRecord, RECORD_STATES } from '@touchstone/bank-format';
import fc from 'fast-check';
import { arbitraryQuestion } from './arbitrary-question';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
/** Words that YAML 1.1 reads as something else are among them. */
const line = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9#:&*!|>'"%@`, -]{1,30}$/).map((drawn) => `x${drawn}x`),
  fc.constantFrom(
    'yes',
    'no',
    'null',
    '~',
    '1.0',
    '2026-03-18',
    '12:30:45',
    '0x1F',
    '- a',
    '? b',
    '{}',
    'a: b',
    '#',
    '010',
    '1_000',
    '.inf',
  ),
);
const day = fc.constantFrom('2026-01-31', '2024-02-29');

const arbitraryRecord: fc.Arbitrary<QuestionRecord> = fc.record({
  status: fc.constantFrom(...RECORD_STATES),
  version: maybe(fc.integer({ min: 1, max: 99 })),
  authors: maybe(fc.array(line, { minLength: 1, maxLength: 2 })),
  reviews: maybe(fc.array(fc.record({ by: line, on: day, note: maybe(line) }), { minLength: 1, maxLength: 2 })),
  pilot: maybe(
    fc.record({
      on: day,
      people: fc.integer({ min: 1, max: 9 }),
      agreement: maybe(fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0)),
    }),
  ),
  factsVerified: maybe(day),
  changes: maybe(
    fc.array(fc.record({ version: fc.constant(2), note: line, scoring: maybe(fc.boolean()) }), { minLength: 1, maxLength: 2 }),
  ),
  exceptions: maybe(fc.array(fc.record({ rule: fc.constant('L13'), at: maybe(line), reason: line }), { minLength: 1, maxLength: 2 })),
});

/** Any well-formed bank file of a few questions. */
export const arbitraryBank: fc.Arbitrary<BankFile> = fc
  .record({
    bank: fc.record({
      id: slug,
      title: line,
      license: fc.constantFrom(undefined, 'CC-BY-4.0'),
      language: fc.constantFrom(undefined, 'en', 'de'),
      description: maybe(line),
    }),
    people: maybe(fc.constant([{ id: 'ana', name: 'Ana' }])),
    scales: maybe(fc.constant([{ id: 'three', levels: [1, 2, 3].map((value) => ({ value, label: `Level ${value}` })) }])),
    competencies: maybe(fc.record({ id: slug, title: line, indicators: maybe(fc.constant({ '1': ['a', 'b'] })) }).map((drawn) => [drawn])),
    questions: fc.uniqueArray(
      fc.tuple(arbitraryQuestion, maybe(arbitraryRecord)).map(([question, record]) => ({ ...question, record })),
      { maxLength: 2, selector: ({ id }) => id },
    ),
  })
  .map((drawn) => withoutUndefined({ format: BANK_FORMAT, ...drawn }) as BankFile);

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, withoutUndefined(member)]])),
  );
}
