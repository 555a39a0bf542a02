import {
  EXHIBIT_FORMATS,
  PROBE_KINDS,
  QUESTION_FORMS,
  QUESTION_KINDS,
  QUESTION_USAGES,
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
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 4 });
const distinct = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string[]> => fc.uniqueArray(arbitrary, { maxLength: 4 });
const byId = <T extends { readonly id: string }>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(arbitrary, { maxLength: 4, selector: ({ id }) => id });

const exhibit = fc.record({ id: partId.map((id) => `X${id}`), title: line, format: fc.constantFrom(...EXHIBIT_FORMATS), content: text });
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
    probes: byId(fc.record({ id: partId, ask: text, when: maybe(line), kind: maybe(fc.constantFrom(...PROBE_KINDS)) })),
    hintPolicy: maybe(text),
    hints: byId(
      fc.record({ id: partId, text, when: maybe(line), caps: fc.dictionary(partId, level, { maxKeys: 3, noNullPrototype: true }) }),
    ),
    failureCards: some(text),
    rolePlayKey: maybe(text),
    authenticityChecks: maybe(text),
    followUps: some(fc.record({ levels: fc.uniqueArray(level, { minLength: 1, maxLength: 3 }), ask: text })),
    followUpKey: maybe(text),
    rubric: fc.record({ scale: slug, criteria: byId(criterion), strongSignals: some(text), weakSignals: some(text), redFlags: some(text) }),
    groundTruth: maybe(text),
    arithmeticCheck: maybe(text),
    numbersKey: maybe(text),
    modelAnswer: maybe(text),
    plausibleWrongAnswers: some(fc.record({ claim: text, whyAttractive: text, whyWrong: text })),
    variants: fc.record({ family: maybe(slug), parallelRecipe: maybe(text), leakHalfLife: maybe(line) }),
    enemies: distinct(slug),
    references: some(text),
    reviewedFacts: some(text),
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
