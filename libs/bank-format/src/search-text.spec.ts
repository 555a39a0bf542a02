import { sampleQuestion } from '../test/sample-question';
import { searchText } from './search-text';

describe('what a question is found by', () => {
  it('is title, then prompt and context, then labels', () => {
    expect(
      searchText(sampleQuestion, (slug) => (slug === 'st-diagnose-evidence' ? 'Diagnosing from UI, plan and logs' : undefined)),
    ).toEqual({
      title: 'The job that ran twice',
      body: 'What happened, and how do you know?\nEvery night a job adds one day. Today the day is there twice.',
      labels: [
        'incident',
        'retries',
        'spark',
        'object store',
        'debugging-evidence',
        'spark-tuning',
        'st-diagnose-evidence',
        'ec-problem-solving',
        'Diagnosing from UI, plan and logs',
      ].join('\n'),
    });
  });

  it('holds nothing that would tell an interviewer the answer', () => {
    const found = JSON.stringify(searchText(sampleQuestion));
    const { modelAnswer, groundTruth, arithmeticCheck, numbersKey, construct, scriptNotes, followUpKey, rubric, evidenceOnRequest } =
      sampleQuestion;
    for (const secret of [
      modelAnswer,
      groundTruth,
      arithmeticCheck,
      numbersKey,
      construct,
      scriptNotes,
      followUpKey,
      rubric.criteria[0]?.anchors['3'],
      evidenceOnRequest[0]?.content,
    ]) {
      expect(secret).toBeDefined();
      expect(found).not.toContain(secret);
    }
  });

  it('has no marks of CommonMark in it, and leaves names with underscores whole', () => {
    const written = { ...sampleQuestion, prompt: '**Why** does `read_committed` stop?\n\n> [see](https://example.org)' };
    expect(searchText(written).body.split('\n')[0]).toBe('Why does read_committed stop? see https://example.org');
  });
});
