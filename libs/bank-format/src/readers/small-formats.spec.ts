import { codesOf, readFile } from '../../test/read-file';
import { mapIncoming } from '../doors/map-incoming';

describe('GIFT', () => {
  it('reads questions block by block: ids, tags, categories, choices', async () => {
    const text =
      '$CATEGORY: $course$/top/Data/Spark\n\n// [id:sk-1] [tag:spark]\n::Skew \\: basics::[markdown]What is *it*?\\nSay. {}\n\n::Which?:: Which one? {=right ~wrong}\n\n::Broken:: {#\n\n::So?::So? {T}\n\nJust text.\n';
    const { questions, warnings, notes, categories } = await readFile('q.gift', text);
    expect(questions.map(({ title, answer, sourceId, tags, categoryPath }) => [title, answer, sourceId, tags, categoryPath])).toEqual([
      ['Skew : basics', 'open', 'sk-1', ['spark'], ['Data', 'Spark']],
      ['Which?', 'choice', null, [], ['Data', 'Spark']],
      ['So?', 'true-false', null, [], ['Data', 'Spark']],
    ]);
    expect(questions[0]?.prompt).toBe('What is *it*?\nSay.');
    expect(questions[1]?.choices).toEqual([
      { text: 'right', correct: true },
      { text: 'wrong', correct: false },
    ]);
    expect(warnings.map(({ code, place }) => [code, place.line])).toEqual([['GIFT_BLOCK_INVALID', 8]]);
    expect([notes.map(({ code }) => code), categories]).toEqual([['FIELD_DROPPED'], ['$course$/top/Data/Spark']]);
  });

  it('is not mistaken for Aiken', async () => {
    expect(await codesOf('q.txt', 'Which?\nA. one\nB. two\nANSWER: A\n')).toEqual(['FORMAT_UNKNOWN']);
  });
});

describe('QTI 1.2', () => {
  it('says what an item is, or infers it, and reads each once', async () => {
    const item = (id: string, inside: string): string =>
      `<item ident="${id}" title="Question"><presentation><material><mattext texttype="text/html">&lt;p&gt;Text of ${id}?&lt;/p&gt;</mattext></material>${inside}</presentation>`;
    const choice =
      '<response_lid ident="r" rcardinality="Single"><render_choice><response_label ident="1"><material><mattext>x</mattext></material></response_label><response_label ident="2"><material><mattext>y</mattext></material></response_label></render_choice></response_lid>';
    const right =
      '<resprocessing><respcondition><conditionvar><not><varequal respident="r">1</varequal></not><varequal respident="r">2</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing>';
    const text = `<questestinterop><assessment title="Quiz"><section>${item('a', '<response_str ident="r"><render_fib/></response_str>')}</item>${item('b', choice)}${right}</item>${item('a', '')}</item></section></assessment></questestinterop>`;
    const { questions, notes } = await readFile('q.xml', text);
    expect(questions.map(({ title, prompt, answer, categoryPath }) => [title, prompt, answer, categoryPath])).toEqual([
      [null, 'Text of a?', 'open', ['Quiz']],
      [null, 'Text of b?', 'choice', ['Quiz']],
    ]);
    expect(questions[1]?.choices).toEqual([
      { text: 'x', correct: false },
      { text: 'y', correct: true },
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['ITEM_REPEATED']);
  });
});

describe('rubrics', () => {
  it('of Canvas: points that are not evenly spaced get a scale of their own, in their order', async () => {
    const text =
      'Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points\nR,Evidence,About it,false,Full,All of it,20,Part,Some of it,12.5,None,Nothing,0\nR,Fix,,false,Full,Good,10,None,Bad,0,,,\n';
    const incoming = await readFile('r.csv', text);
    expect(incoming.rubrics[0]?.criteria.map(({ title, levels }) => [title, levels.map(({ points }) => points)])).toEqual([
      ['Evidence', [20, 12.5, 0]],
      ['Fix', [10, 0]],
    ]);
    const { questions, scales } = mapIncoming(incoming, 'r.csv');
    expect(questions[0]?.rubric.criteria.map(({ weight, anchors }) => [weight, anchors])).toEqual([
      [0.667, { 1: 'Nothing', 2: 'Some of it', 3: 'All of it' }],
      [0.333, { 1: 'Bad', 3: 'Good' }],
    ]);
    expect(scales.map(({ id, levels }) => [id, levels.map(({ label }) => label)])).toEqual([
      ['levels-3-none-full', ['None', 'Level 2', 'Full']],
    ]);
  });

  it('as a matrix have the name of the file', async () => {
    const { rubrics } = await readFile('Our rubric.csv', 'Point Value,5,4,2\nRating,Good,Fair,Poor\nClear,a,b,c\n');
    expect(rubrics).toMatchObject([
      {
        title: 'Our rubric',
        criteria: [
          {
            title: 'Clear',
            levels: [
              { points: 5, label: 'Good', text: 'a' },
              { points: 4, label: 'Fair', text: 'b' },
              { points: 2, label: 'Poor', text: 'c' },
            ],
          },
        ],
      },
    ]);
  });

  it('of Moodle: students stay out', async () => {
    const text =
      '<areas><area><definitions><definition id="1"><name>Photo</name><plugin_gradingform_rubric_definition><criteria><criterion id="1"><sortorder>2</sortorder><description>Second</description><levels><level id="1"><score>0.00000</score><definition>Poor</definition></level></levels></criterion><criterion id="2"><sortorder>1</sortorder><description>First\nline</description></criterion></criteria></plugin_gradingform_rubric_definition><instances><instance><feedback>Bad work, Ann</feedback></instance></instances></definition></definitions></area></areas>';
    const incoming = await readFile('grading.xml', text);
    expect(incoming.rubrics[0]?.criteria.map(({ title }) => title)).toEqual(['First line', 'Second']);
    expect(incoming.warnings.map(({ code }) => code)).toEqual(['PERSONAL_DATA_DROPPED']);
    expect(JSON.stringify(incoming)).not.toContain('Ann');
  });

  it('of CASE: competencies by their codes, sparse levels', async () => {
    const text = JSON.stringify({
      CFDocument: { title: 'Frame' },
      CFItems: [
        { identifier: 'u1', fullStatement: 'Debugging: Looks first.', abbreviatedStatement: 'Debugging', humanCodingScheme: 'debugging' },
      ],
      CFAssociations: [{ associationType: 'isChildOf', originNodeURI: { identifier: 'u1' }, destinationNodeURI: { identifier: 'doc' } }],
      CFRubrics: [
        {
          identifier: 'r',
          title: 'Skew',
          description: 'What now?',
          CFRubricCriteria: [
            {
              description: 'Finds it',
              weight: 2,
              CFItemURI: { identifier: 'u1' },
              CFRubricCriterionLevels: [
                { score: 3, quality: 'Good', description: 'b', position: 2 },
                { score: 1, quality: 'Bad', description: 'a', position: 1 },
              ],
            },
          ],
        },
      ],
    });
    const incoming = await readFile('f.json', text);
    expect([incoming.competencies, incoming.associations]).toEqual([
      [{ sourceId: 'debugging', title: 'Debugging', definition: 'Looks first.', parent: 'doc' }],
      1,
    ]);
    const { questions, competencies } = mapIncoming(incoming, 'f.json');
    expect(questions[0]).toMatchObject({
      title: 'Skew',
      prompt: 'What now?',
      rubric: { criteria: [{ title: 'Finds it', competency: 'debugging', anchors: { 1: 'a', 3: 'b' } }] },
    });
    expect(competencies.map(({ id, definition }) => [id, definition])).toEqual([['debugging', 'Looks first.']]);
  });

  it('of Open edX come with their question', async () => {
    const { questions, rubrics, warnings } = await readFile(
      'o.xml',
      '<openassessment><title>Poverty</title><rubric><prompt>\n   What now?\n     Say.\n</prompt><criterion><name>short</name><prompt>How short?</prompt><option points="0"><name>Long</name><explanation>\n  Too\n  long\n</explanation></option><option points="1"><name>Short</name></option></criterion></rubric><assessments><assessment name="peer"/></assessments></openassessment>',
    );
    expect([questions[0]?.prompt, questions[0]?.rubric?.criteria[0]?.levels, rubrics]).toEqual([
      'What now?\nSay.',
      [
        { points: 0, label: 'Long', text: 'Too\nlong' },
        { points: 1, label: 'Short', text: '' },
      ],
      [],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['FIELD_DROPPED']);
  });
});

describe('files of applicant tracking systems', () => {
  it('Greenhouse: kits without interviewers, forms without anybody', async () => {
    const stage = {
      name: 'On site',
      interviews: [
        {
          name: 'Fit',
          estimated_minutes: 30,
          default_interviewer_users: [{ name: 'Robert R' }],
          interview_kit: { content: '<h5>Purpose</h5><span>Find out.</span>', questions: [{ id: 1, question: 'Why?' }] },
        },
      ],
    };
    const kit = await readFile('stage.json', JSON.stringify(stage));
    expect([kit.questions.map(({ prompt, categoryPath }) => [prompt, categoryPath]), kit.plans]).toEqual([
      [['Why?', ['Fit']]],
      [{ title: 'Fit', minutes: 30, purpose: '##### Purpose\n\nFind out.', questions: [0] }],
    ]);
    const card = {
      candidate_id: 77,
      interviewer: { name: 'Robert R' },
      overall_recommendation: 'yes',
      attributes: [{ name: 'Depth', type: 'Skills', rating: 'yes', note: 'Great, Ann' }],
      questions: [{ id: 5, question: 'Team?', answer: 'Alpha' }],
    };
    const form = await readFile('card.json', JSON.stringify(card));
    expect(form.scorecards).toMatchObject([
      { attributes: 1, answers: 1, overall: 'yes', fields: [{ title: 'Depth', group: 'Skills' }, { title: 'Team?' }] },
    ]);
    for (const personal of ['Robert', 'Ann', '77', 'Alpha']) expect(JSON.stringify([kit, form])).not.toContain(personal);
  });

  it('Ashby and HR Open: what is asked, not who asked whom', async () => {
    const ashby = {
      results: [
        {
          submittedByUser: { email: 'x@example.org' },
          formDefinition: { sections: [{ title: 'S', fields: [{ field: { type: 'Score', path: 'p', title: 'Skills' } }] }] },
          submittedValues: { p: '4' },
        },
      ],
    };
    expect((await readFile('a.json', JSON.stringify(ashby))).scorecards).toEqual([
      {
        title: null,
        fields: [{ title: 'Skills', group: 'S', type: 'Score', choices: ['1', '2', '3', '4'] }],
        attributes: 1,
        answers: 1,
        overall: null,
      },
    ]);
    const order = {
      candidate: { name: 'Ann' },
      questions: [{ questions: [{ questionText: 'Why?', questionContext: 'Then.', responseType: 'video', maxResponseLength: 120 }] }],
    };
    const hropen = await readFile('h.json', JSON.stringify(order));
    expect(hropen.questions).toMatchObject([{ prompt: 'Why?', context: 'Then.', mode: 'video', response: { maxSeconds: 120 } }]);
    expect(JSON.stringify(hropen)).not.toContain('Ann');
  });

  it('JSON of any other form is not known', async () => {
    expect(await codesOf('x.json', '{"a": [1]}')).toEqual(['FORMAT_UNKNOWN']);
    expect(await codesOf('x.json', '{"a": [1}')).toEqual(['JSON_NOT_WELL_FORMED']);
  });
});
