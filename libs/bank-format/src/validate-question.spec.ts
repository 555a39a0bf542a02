import fc from 'fast-check';
import { sampleQuestion, withChange } from '../test/sample-question';
import { arbitraryQuestion } from '../test/arbitrary-question';
import { MAXIMUM_FAULTS } from './fault-log';
import { pathText } from './bank-fault';
import { QUESTION_MEMBERS } from './question-document';
import { validateQuestionDocument } from './validate-question';

type Change = readonly [path: readonly (string | number)[], value: unknown];

const faultsOf = (value: unknown): string[] => {
  const result = validateQuestionDocument(value);
  return result.ok ? [] : result.error.map(({ code, path }) => `${code} ${pathText(path)}`);
};

describe('a question document', () => {
  it('is taken as it is when nothing is wrong', () => {
    expect(validateQuestionDocument(sampleQuestion)).toStrictEqual({ ok: true, value: sampleQuestion });
  });

  it('has a sample that fills every member, so that the other tests leave none out', () => {
    expect(Object.keys(sampleQuestion).sort()).toEqual([...QUESTION_MEMBERS].sort());
  });

  it('needs little to begin with', () => {
    const draft = { id: 'draft-1', title: 'New', category: 'spark-tuning', kind: 'case', difficulty: 3, minutes: { target: 20 } };
    expect(validateQuestionDocument(draft)).toMatchObject({
      ok: true,
      value: {
        usage: 'live',
        language: 'en',
        license: 'LicenseRef-proprietary',
        prompt: '',
        probes: [],
        rubric: { scale: 'standard', criteria: [] },
        variants: {},
      },
    });
  });

  it('reads any well-formed question as itself', () => {
    fc.assert(
      fc.property(arbitraryQuestion, (question) => expect(validateQuestionDocument(question)).toStrictEqual({ ok: true, value: question })),
    );
  });

  const malformed: readonly (readonly [what: string, change: Change, expected: string])[] = [
    ['no id', [['id'], undefined], 'MISSING id'],
    ['a blank title', [['title'], '  '], 'MISSING title'],
    ['an id with a space', [['id'], 'two words'], 'PATTERN id'],
    ['an id in capitals', [['id'], 'Sample'], 'PATTERN id'],
    ['a title of two lines', [['title'], 'a\nb'], 'PATTERN title'],
    ['a title too long', [['title'], 'x'.repeat(301)], 'LENGTH title'],
    ['a number as title', [['title'], 7], 'TYPE title'],
    ['a prompt too long', [['prompt'], 'x'.repeat(20_001)], 'LENGTH prompt'],
    ['U+0000 in a text', [['modelAnswer'], 'a\u0000b'], 'CHARACTER modelAnswer'],
    ['an escape character', [['exhibits', 0, 'content'], '\u001b[31m'], 'CHARACTER exhibits[0].content'],
    ['a lone surrogate', [['rubric', 'criteria', 0, 'anchors', '3'], 'half \ud83d'], 'CHARACTER rubric.criteria[0].anchors.3'],
    ['a kind of another bank', [['kind'], 'brain-teaser'], 'CHOICE kind'],
    ['no kind', [['kind'], undefined], 'MISSING kind'],
    ['a difficulty above the scale', [['difficulty'], 6], 'RANGE difficulty'],
    ['half a difficulty', [['difficulty'], 2.5], 'RANGE difficulty'],
    ['a difficulty in words', [['difficulty'], 'hard'], 'TYPE difficulty'],
    ['no minutes', [['minutes'], undefined], 'MISSING minutes'],
    ['no time at all', [['minutes', 'target'], 0], 'RANGE minutes.target'],
    ['thirds of a minute', [['minutes', 'target'], 15.3], 'RANGE minutes.target'],
    ['endless minutes', [['minutes', 'target'], Number.POSITIVE_INFINITY], 'TYPE minutes.target'],
    ['a maximum below the target', [['minutes', 'max'], 10], 'RANGE minutes.max'],
    ['an unknown seniority', [['seniority', 0], 'guru'], 'CHOICE seniority[0]'],
    ['one competency twice', [['competencies', 1], 'st-diagnose-evidence'], 'DUPLICATE competencies[1]'],
    ['competencies as a text', [['competencies'], 'st-diagnose-evidence'], 'TYPE competencies'],
    ['a tag in capitals', [['tags', 0], 'Spark'], 'PATTERN tags[0]'],
    ['two exhibits of one id', [['exhibits', 1, 'id'], 'A'], 'DUPLICATE exhibits[1]'],
    ['evidence with the id of an exhibit', [['evidenceOnRequest', 0, 'id'], 'A'], 'DUPLICATE evidenceOnRequest[0].id'],
    ['an exhibit without content', [['exhibits', 0, 'content'], undefined], 'MISSING exhibits[0].content'],
    ['an exhibit of an unknown format', [['exhibits', 0, 'format'], 'powerpoint'], 'CHOICE exhibits[0].format'],
    ['two probes of one id', [['probes', 1, 'id'], 'p1'], 'DUPLICATE probes[1]'],
    ['a probe as a text', [['probes', 0], 'Why?'], 'TYPE probes[0]'],
    ['an unknown probe kind', [['probes', 0, 'kind'], 'trick'], 'CHOICE probes[0].kind'],
    ['a cap in words', [['hints', 0, 'caps', 'c1'], 'three'], 'RANGE hints[0].caps.c1'],
    ['a cap on no criterion id', [['hints', 0, 'caps'], { ['__proto__x']: 3 }], 'PATTERN hints[0].caps.__proto__x'],
    ['a follow-up for no level', [['followUps', 0, 'levels'], []], 'MISSING followUps[0].levels'],
    ['two criteria of one id', [['rubric', 'criteria', 1, 'id'], 'c1'], 'DUPLICATE rubric.criteria[1]'],
    ['a criterion that weighs nothing', [['rubric', 'criteria', 0, 'weight'], 0], 'RANGE rubric.criteria[0].weight'],
    ['a weight in percent', [['rubric', 'criteria', 0, 'weight'], 30], 'RANGE rubric.criteria[0].weight'],
    ['an anchor for level 0', [['rubric', 'criteria', 0, 'anchors', '0'], 'x'], 'PATTERN rubric.criteria[0].anchors.0'],
    [
      'an anchor for not observed',
      [['rubric', 'criteria', 0, 'anchors', 'NOT_OBSERVED'], 'x'],
      'PATTERN rubric.criteria[0].anchors.NOT_OBSERVED',
    ],
    ['a blank signal', [['rubric', 'strongSignals', 0], ' '], 'LENGTH rubric.strongSignals[0]'],
    ['a language that is none', [['language'], 'english please'], 'PATTERN language'],
    ['a member that does not exist', [['modelAnser'], 'x'], 'UNKNOWN_FIELD modelAnser'],
    ['a member of another place', [['exhibits', 0, 'groundTruth'], 'x'], 'UNKNOWN_FIELD exhibits[0].groundTruth'],
    ['a reference without a title', [['references', 1], { uri: 'https://example.org/' }], 'MISSING references[1].title'],
    ['a reference to a file', [['references', 1, 'uri'], 'file:///etc/hosts'], 'PATTERN references[1].uri'],
    ['a day that does not exist', [['reviewedFacts', 1, 'checked'], '2026-02-30'], 'RANGE reviewedFacts[1].checked'],
    ['an unknown culprit', [['plot', 'culprit'], 'butler'], 'CHOICE plot.culprit'],
    [
      'a probe three levels deep',
      [['probes', 0, 'probes', 0, 'probes'], [{ id: 'q', ask: 'Why?' }]],
      'UNKNOWN_FIELD probes[0].probes[0].probes',
    ],
    ['an extension without its prefix', [['extensions', 'qti'], 1], 'PATTERN extensions.qti'],
    ['an extension with half a character', [['extensions', 'x-qti'], ['\ud83d']], 'CHARACTER extensions.x-qti'],
    [
      'an attachment outside its folder',
      [['exhibits', 1, 'attachment', 'file'], 'attachments/../../x'],
      'PATTERN exhibits[1].attachment.file',
    ],
    ['an answer by telepathy', [['response', 'mode'], 'telepathy'], 'CHOICE response.mode'],
    ['two choices of one id', [['response', 'choices', 1, 'id'], 'a'], 'DUPLICATE response.choices[1]'],
    ['a must-reach beyond any scale', [['rubric', 'criteria', 0, 'mustReach'], 8], 'RANGE rubric.criteria[0].mustReach'],
    ['too many probes', [['probes'], Array.from({ length: 51 }, (_, n) => ({ id: `p${n}`, ask: 'Why?' }))], 'LENGTH probes'],
  ];

  it.each(malformed)('with %s is refused', (_what, [path, value], expected) => {
    expect(faultsOf(withChange(sampleQuestion, path, value))).toEqual([expected]);
  });

  it.each([null, undefined, 7, 'text', [], true])('is not %p', (value) => {
    expect(faultsOf(value)[0]).toBe('TYPE ');
  });

  it('cannot smuggle a member in under __proto__', () => {
    const value: unknown = JSON.parse(
      '{"__proto__": {"title": "x"}, "id": "a", "title": "b", "category": "c", "kind": "case", "difficulty": 1, "minutes": {"target": 1}}',
    );
    expect(faultsOf(value)).toEqual(['UNKNOWN_FIELD __proto__']);
  });

  it('names the member that was meant', () => {
    const result = validateQuestionDocument(withChange(sampleQuestion, ['model_answer'], 'x'));
    expect(!result.ok && result.error[0]?.message).toContain('Did you mean "modelAnswer"?');
  });

  it('reports all faults at once, but not without end', () => {
    const spoilt = withChange(withChange(sampleQuestion, ['difficulty'], 9), ['kind'], 'x');
    expect(faultsOf(spoilt)).toEqual(['CHOICE kind', 'RANGE difficulty']);
    const flood = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`x${n}`, n]));
    expect(faultsOf({ ...sampleQuestion, ...flood })).toHaveLength(MAXIMUM_FAULTS + 1);
  });

  it('is normalized: null and blank are absent, line ends are LF, none at the end', () => {
    const written = { ...sampleQuestion, context: 'a\r\nb\rc\n\n', construct: null, groundTruth: ' \n', title: ' Name ' };
    const result = validateQuestionDocument(written);
    expect(result.ok && result.value).toMatchObject({ context: 'a\nb\nc', title: 'Name' });
    expect(result.ok && Object.keys(result.value)).not.toContain('construct');
    expect(result.ok && Object.keys(result.value)).not.toContain('groundTruth');
  });

  it('has one spelling for one thing: a source of which only the title is known is that title', () => {
    const written = { ...sampleQuestion, references: [{ title: 'Spark, tuning guide' }], relations: [], plot: {} };
    const result = validateQuestionDocument(written);
    expect(result.ok && result.value.references).toEqual(['Spark, tuning guide']);
    expect(result.ok && Object.keys(result.value)).not.toContain('relations');
    expect(result.ok && Object.keys(result.value)).not.toContain('plot');
  });

  it('does not change what it was given', () => {
    const frozen = JSON.stringify(sampleQuestion);
    validateQuestionDocument(sampleQuestion);
    expect(JSON.stringify(sampleQuestion)).toBe(frozen);
  });

  it('answers to anything at all with a value, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withMap: true }), (value) => {
        expect(validateQuestionDocument(value)).toMatchObject({ ok: false });
      }),
    );
    const members = fc.constantFrom(...QUESTION_MEMBERS);
    fc.assert(
      fc.property(members, fc.anything(), (name, value) => {
        expect(typeof validateQuestionDocument({ ...sampleQuestion, [name]: value }).ok).toBe('boolean');
      }),
    );
  });
});
