import fc from 'fast-check';
import { arbitraryQuestion } from '../test/arbitrary-question';
import { sampleQuestion } from '../test/sample-question';
import { candidateView } from './candidate-view';
import { QUESTION_MEMBERS, type QuestionDocument } from './question-document';

/** Every text of the document replaced by a word that occurs nowhere else and tells where it stood. */
function withCanaries(value: unknown, path = 'canary'): unknown {
  if (typeof value === 'string') return `<${path}>`;
  if (Array.isArray(value)) return value.map((entry, index) => withCanaries(entry, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withCanaries(member, `${path}/${name}`)]));
}

const canariesIn = (value: unknown): string[] => JSON.stringify(value).match(/<canary[^>]*>/g) ?? [];

describe('what a candidate sees', () => {
  const marked = withCanaries(sampleQuestion) as QuestionDocument;

  it('is prompt, context, exhibits and what can be chosen, of all the members there are', () => {
    expect(new Set(canariesIn(marked).map((canary) => canary.split(/[/>]/)[1]))).toEqual(
      new Set(QUESTION_MEMBERS.filter((name) => name !== 'difficulty' && name !== 'minutes')),
    );
    expect(canariesIn(candidateView(marked)).sort()).toEqual(
      [
        '<canary/prompt>',
        '<canary/context>',
        ...[0, 1].flatMap((index) => ['id', 'title', 'format', 'content'].map((name) => `<canary/exhibits/${index}/${name}>`)),
        ...['alt', 'attachment/file', 'attachment/mediaType', 'attachment/sha256'].map((name) => `<canary/exhibits/1/${name}>`),
        ...[0, 1].flatMap((index) => ['id', 'text'].map((name) => `<canary/response/choices/${index}/${name}>`)),
      ].sort(),
    );
  });

  it('grows by released evidence only, and never tells what else could be asked for', () => {
    const released = canariesIn(candidateView(marked, new Set(['<canary/evidenceOnRequest/0/id>', 'unknown'])));
    expect(released.filter((canary) => canary.includes('evidenceOnRequest'))).toEqual(
      ['id', 'title', 'format', 'content'].map((name) => `<canary/evidenceOnRequest/0/${name}>`),
    );
  });

  it('calls released evidence without a title by its id', () => {
    const view = candidateView(sampleQuestion, new Set(['D']));
    expect(view.exhibits.map(({ title }) => title)).toEqual(['Runs', 'Code', 'Exhibit D']);
    expect(view.exhibits[2]).toEqual({ id: 'D', title: 'Exhibit D', format: 'text', content: 'part-0 part-1' });
  });

  it('has no member for a context that is not there', () => {
    const { context: _context, response: _response, ...rest } = sampleQuestion;
    expect(Object.keys(candidateView(rest))).toEqual(['prompt', 'exhibits']);
  });

  it('ignores members that ride along on an exhibit', () => {
    const rider = { ...sampleQuestion.exhibits[0], groundTruth: 'secret' } as QuestionDocument['exhibits'][number];
    expect(JSON.stringify(candidateView({ ...sampleQuestion, exhibits: [rider] }))).not.toContain('secret');
  });

  it('does not depend on anything else', () => {
    fc.assert(
      fc.property(arbitraryQuestion, arbitraryQuestion, (one, other) => {
        const { prompt, context, exhibits, response } = one;
        const mixed: QuestionDocument = { ...other, prompt, context, exhibits, response };
        expect(candidateView(mixed)).toEqual(candidateView(one));
      }),
    );
  });
});
