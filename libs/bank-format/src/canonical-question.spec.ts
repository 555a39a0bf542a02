import fc from 'fast-check';
import { arbitraryQuestion } from '../test/arbitrary-question';
import { sampleQuestion, withChange } from '../test/sample-question';
import { canonicalQuestion } from './canonical-question';
import type { QuestionDocument } from './question-document';
import { validateQuestionDocument } from './validate-question';

function inReverse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inReverse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, inReverse(member)]),
  );
}

describe('the canonical text of a question', () => {
  it('gives the same question back', () => {
    fc.assert(
      fc.property(arbitraryQuestion, (question) => {
        expect(validateQuestionDocument(JSON.parse(canonicalQuestion(question)))).toStrictEqual({ ok: true, value: question });
      }),
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(arbitraryQuestion, (question) => {
        expect(canonicalQuestion(inReverse(question) as QuestionDocument)).toBe(canonicalQuestion(question));
      }),
    );
  });

  it('depends on everything else: no change of a leaf goes unnoticed', () => {
    const original = canonicalQuestion(sampleQuestion);
    const paths = leaves(sampleQuestion);
    expect(paths.length).toBeGreaterThan(90);
    for (const path of paths) {
      expect(canonicalQuestion(withChange(sampleQuestion, path, 'changed') as QuestionDocument)).not.toBe(original);
    }
  });

  it('depends on the order of lists', () => {
    const swapped = { ...sampleQuestion, competencies: [...sampleQuestion.competencies].reverse() };
    expect(canonicalQuestion(swapped)).not.toBe(canonicalQuestion(sampleQuestion));
  });

  it('leaves out what is empty, so that a new member does not change old hashes', () => {
    const draft = validateQuestionDocument({ id: 'a', title: 'B', category: 'c', kind: 'case', difficulty: 1, minutes: { target: 5 } });
    expect(draft.ok && canonicalQuestion(draft.value)).toBe(
      '{"category":"c","difficulty":1,"id":"a","kind":"case","language":"en","license":"LicenseRef-proprietary","minutes":{"target":5},"rubric":{"scale":"standard"},"title":"B","usage":"live"}',
    );
  });
});

function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => leaves(entry, [...path, index]));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) => leaves(member, [...path, name]));
}
