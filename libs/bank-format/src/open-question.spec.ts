import * as fc from 'fast-check';
import { arbitraryQuestion } from '../test/arbitrary-question';
import { candidateView } from './candidate-view';
import { openQuestion } from './open-question';
import { validateQuestionDocument } from './validate-question';

describe('the open part of a question', () => {
  it('is a question, shows candidates the same, and has nothing that is for scorers', () => {
    fc.assert(
      fc.property(arbitraryQuestion, (question) => {
        const open = openQuestion(question);
        expect(validateQuestionDocument(JSON.parse(JSON.stringify(open))).ok).toBe(true);
        expect(candidateView(open)).toEqual(candidateView(question));
        expect(open.rubric.criteria).toEqual([]);
        for (const member of ['probes', 'hints', 'evidenceOnRequest', 'followUps', 'references', 'plausibleWrongAnswers'] as const)
          expect(open[member]).toEqual([]);
        for (const member of ['modelAnswer', 'groundTruth', 'scriptNotes', 'construct', 'scoringNotes', 'external', 'extensions'])
          expect(open).not.toHaveProperty(member);
        expect(open.response?.choices?.some((choice) => Object.keys(choice).length > 2) ?? false).toBe(false);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
