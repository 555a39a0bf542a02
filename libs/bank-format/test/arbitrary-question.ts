import {
  CULPRITS,
  ENDINGS,
  EXHIBIT_FORMATS,
  PROBE_KINDS,
  QUESTION_FORMS,
  QUESTION_KINDS,
  QUESTION_USAGES,
  RESPONSE_MODES,
  SENIORITIES,
  type QuestionDocument,
} from '@touchstone/bank-format';
import fc from 'fast-check';

const forbidden = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

/** Any text that a question may hold, in its normalized form. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map((drawn) => drawn.replace(forbidden, '\n').replace(/\n+$/, ''))
  .filter((drawn) => drawn.trim() !== '');
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((drawn) => drawn.replace(forbidden, '').replaceAll('\n', ' ').trim())
  .filter((drawn) => drawn !== '');
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
const partId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,10}$/);
const level = fc.integer({ min: 1, max: 7 });
const minutes = fc.integer({ min: 1, max: 240 }).map((halves) => halves / 2);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const few = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[] | undefined> => maybe(fc.array(arbitrary, { minLength: 1, maxLength: 3 }));
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 4 });
const distinct = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string[]> => fc.uniqueArray(arbitrary, { maxLength: 4 });
const byId = <T extends { readonly id: string }>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(arbitrary, { maxLength: 4, selector: ({ id }) => id });

const fewIds = maybe(fc.uniqueArray(partId, { minLength: 1, maxLength: 3 }));
const uri = fc.constantFrom('https://example.org/a?b=c#d', 'urn:isbn:9780000000000', 'mailto:somebody@example.org');
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const exhibit = fc.record({
  id: partId.map((id) => `X${id}`),
  title: line,
  format: fc.constantFrom(...EXHIBIT_FORMATS),
  content: text,
  alt: maybe(text),
  attachment: maybe(
    fc.record({ file: fc.constant('attachments/a.png'), mediaType: fc.constant('image/png'), sha256: maybe(fc.constant('0'.repeat(64))) }),
  ),
});
const probeParts = {
  id: partId,
  ask: text,
  when: maybe(line),
  kind: maybe(fc.constantFrom(...PROBE_KINDS)),
  evidenceFor: fewIds,
  lookFor: few(text),
};
const probe = fc.record({
  ...probeParts,
  probes: maybe(fc.uniqueArray(fc.record(probeParts), { minLength: 1, maxLength: 2, selector: ({ id }) => id })),
});
/** Two members or more besides the short one: a record with the title alone is read as that title. */
const source = fc.record({ title: text, uri, author: maybe(line), accessed: maybe(day), criteria: fewIds, derived: maybe(fc.boolean()) });
const claim = fc.record({
  fact: text,
  class: fc.constantFrom('A', 'B', 'C', 'D'),
  checked: maybe(day),
  result: maybe(fc.constantFrom('verified', 'not-found')),
});
/** What JSON gives back as it was. */
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((drawn) => JSON.parse(JSON.stringify(drawn).replace(/\\u0000/g, '')) as unknown)
  .filter((drawn) => drawn !== null);
const evidence = fc.record({
  id: partId.map((id) => `Y${id}`),
  askLike: line,
  title: maybe(line),
  format: maybe(fc.constantFrom(...EXHIBIT_FORMATS)),
  content: text,
});
const criterion = fc.record({
  id: partId,
  title: line,
  competency: slug,
  description: maybe(text),
  mustReach: maybe(level),
  weight: fc.double({ min: 0.001, max: 1, noNaN: true }),
  anchors: fc.dictionary(level.map(String), text, { maxKeys: 7, noNullPrototype: true }),
});

/** Any well-formed question, fit to be submitted or not. Absent members are absent, not `undefined`. */
export const arbitraryQuestion: fc.Arbitrary<QuestionDocument> = fc
  .record({
    id: slug,
    title: line,
    usage: fc.constantFrom(...QUESTION_USAGES),
    edition: maybe(line),
    language: fc.constantFrom('en', 'de', 'pt-BR'),
    license: fc.constantFrom('CC-BY-4.0', 'Apache-2.0 OR MIT', 'LicenseRef-unknown'),
    category: slug,
    kind: fc.constantFrom(...QUESTION_KINDS),
    form: maybe(fc.constantFrom(...QUESTION_FORMS)),
    competencies: distinct(slug),
    roles: distinct(slug),
    seniority: fc.subarray([...SENIORITIES]),
    difficulty: fc.constantFrom(1, 2, 3, 4, 5),
    minutes: fc.record({
      target: minutes,
      max: maybe(minutes.map((more) => more + 120)),
      preparation: maybe(minutes),
      answer: maybe(minutes),
      probes: maybe(minutes),
    }),
    tags: distinct(slug),
    technologies: fc.uniqueArray(fc.record({ name: line, detail: maybe(line) }), { maxLength: 3, selector: ({ name }) => name }),
    construct: maybe(text),
    notMeasured: maybe(text),
    advanceNotice: maybe(text),
    context: maybe(text),
    prompt: fc.oneof(fc.constant(''), text),
    exhibits: byId(exhibit),
    evidenceOnRequest: byId(evidence),
    scriptNotes: maybe(text),
    ifNoSuchCase: maybe(text),
    response: maybe(
      fc.record({ mode: fc.constantFrom(...RESPONSE_MODES), maxWords: maybe(fc.integer({ min: 1, max: 500 })), template: maybe(text) }),
    ),
    noteDown: few(text),
    scoringNotes: maybe(text),
    plot: maybe(fc.record({ cause: text, culprit: maybe(fc.constantFrom(...CULPRITS)), ending: maybe(fc.constantFrom(...ENDINGS)) })),
    relations: few(line),
    acceptAlso: few(text),
    translationOf: maybe(fc.record({ ref: slug, version: fc.integer({ min: 1, max: 9 }) })),
    external: few(fc.record({ system: line, id: line, uri: maybe(uri) })),
    extensions: maybe(
      fc.dictionary(fc.constantFrom('x-qti', 'x-moodle', 'x-1.2'), json, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    ),
    probes: byId(probe),
    hintPolicy: maybe(text),
    hints: byId(
      fc.record({
        id: partId,
        text,
        when: maybe(line),
        caps: fc.dictionary(partId, level, { maxKeys: 3, noNullPrototype: true }),
        evidenceFor: fewIds,
      }),
    ),
    failureCards: some(text),
    rolePlayKey: maybe(text),
    authenticityChecks: maybe(text),
    followUps: some(fc.record({ levels: fc.uniqueArray(level, { minLength: 1, maxLength: 3 }), ask: text })),
    followUpKey: maybe(text),
    rubric: fc.record({
      scale: slug,
      pass: maybe(fc.double({ min: 1, max: 7, noNaN: true })),
      criteria: byId(criterion),
      strongSignals: some(text),
      weakSignals: some(text),
      redFlags: some(text),
    }),
    groundTruth: maybe(text),
    arithmeticCheck: maybe(text),
    numbersKey: maybe(text),
    modelAnswer: maybe(text),
    plausibleWrongAnswers: some(fc.record({ claim: text, whyAttractive: text, whyWrong: text })),
    variants: fc.record({
      family: maybe(slug),
      parallelRecipe: maybe(text),
      leakHalfLife: maybe(line),
      wordings: maybe(
        fc.uniqueArray(fc.record({ id: partId, style: maybe(line), prompt: text }), {
          minLength: 1,
          maxLength: 2,
          selector: ({ id }) => id,
        }),
      ),
    }),
    enemies: distinct(slug),
    references: some(fc.oneof(text, source)),
    reviewedFacts: some(fc.oneof(text, claim)),
    biasCheck: maybe(text),
    accessibility: maybe(text),
  })
  .map((drawn) => withoutUndefined(drawn) as QuestionDocument);

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutUndefined(member)]));
}
