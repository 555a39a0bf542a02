import { codesOf, readFile } from '../../../test/read-file';

const titles = async (text: string): Promise<readonly (string | null)[]> =>
  (await readFile('bank.md', text)).questions.map(({ title }) => title);

describe('dialects of Markdown', () => {
  it('a heading for each question: numbers, marks and minutes go, higher headings are categories, notes are kept', async () => {
    const { dialect, questions } = await readFile(
      'bank.md',
      '# Go\n\n## Table of contents\n- [x](#x)\n\n### 1. What is a slice? (5 minutes)\nA **view**.\n\n```go\n# not a heading\n```\n\n[Back to top](#go)\n\n### 2) What is a map? 🚀\nA table.',
    );
    expect(dialect).toBe('heading');
    expect(questions.map(({ title, minutes, difficulty, script }) => [title, minutes, difficulty, script?.modelAnswer])).toEqual([
      ['What is a slice?', 5, undefined, 'A **view**.\n\n```go\n# not a heading\n```'],
      ['What is a map?', undefined, 5, 'A table.'],
    ]);
  });

  it('a point for each question, probes nested', async () => {
    const { dialect, questions } = await readFile(
      'bank.md',
      '---\ntitle: General\n---\n* How do you test?\n  * What do you leave out?\n    - Why?\n* Describe a failure.\n',
    );
    expect([dialect, questions.map(({ prompt }) => prompt), questions[0]?.categoryPath]).toEqual([
      'bullet',
      ['How do you test?', 'Describe a failure.'],
      ['General'],
    ]);
    expect(questions[0]?.script?.probes).toEqual([{ ask: 'What do you leave out?', probes: [{ ask: 'Why?' }] }]);
    expect(questions[1]?.place).toEqual({ line: 7 });
  });

  it('numbered lists of equal length under headings that come back are wordings', async () => {
    const style = (name: string, words: string): string => `### ${name}\n\n1. ${words} one?\n2. ${words} two?\n`;
    const area = (name: string): string =>
      `## ${name}\n\n${style('Open', `Tell us about ${name},`)}\n${style('Direct', `What of ${name},`)}`;
    const { questions, warnings } = await readFile('bank.md', `${area('A')}\n${area('B')}`);
    expect(questions.map(({ prompt, wordings }) => [prompt, wordings])).toEqual([
      ['Tell us about A, one?', [{ style: 'Direct', prompt: 'What of A, one?' }]],
      ['Tell us about A, two?', [{ style: 'Direct', prompt: 'What of A, two?' }]],
      ['Tell us about B, one?', [{ style: 'Direct', prompt: 'What of B, one?' }]],
      ['Tell us about B, two?', [{ style: 'Direct', prompt: 'What of B, two?' }]],
    ]);
    expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['FIELD_DERIVED']));
  });

  it('headings for category and title, the question as text below', async () => {
    const { dialect, questions } = await readFile(
      'bank.md',
      '### Storage\n\n#### The full disk\n\nWhat do you look at first?\n\nLogs.\n\n#### The slow disk\n\nHow do you measure it?\n',
    );
    expect(dialect).toBe('category-heading');
    expect(questions.map(({ title, prompt, categoryPath, script }) => [title, prompt, categoryPath, script?.modelAnswer])).toEqual([
      ['The full disk', 'What do you look at first?', ['Storage'], 'Logs.'],
      ['The slow disk', 'How do you measure it?', ['Storage'], undefined],
    ]);
  });

  it('a bold line for each question, with a mark of difficulty', async () => {
    const { dialect, questions, warnings } = await readFile(
      'bank.md',
      '## Learning\n\n**What is regression? 👶**\n\n**Bias** is an error.\n\n**Precision ‍⭐️**\n\nA trade-off.\n\n**Why split data?**\n',
    );
    expect([dialect, questions.map(({ title, difficulty }) => [title, difficulty])]).toEqual([
      'bold',
      [
        ['What is regression?', 2],
        ['Precision', 3],
        ['Why split data?', undefined],
      ],
    ]);
    expect(questions[0]?.script?.modelAnswer).toBe('**Bias** is an error.');
    expect(warnings.map(({ code }) => code)).toEqual(['BOLD_TEXT_SKIPPED']);
  });

  it('paragraphs that begin with "Question:", code below them', async () => {
    const { dialect, questions } = await readFile(
      'bank.md',
      'Question: What does this print?\n\n```js\nf()\n```\n\nAnswer: Nothing.\n\n**Question 2:** And why?\n',
    );
    expect(dialect).toBe('labelled');
    expect(questions.map(({ prompt, script }) => [prompt, script?.modelAnswer])).toEqual([
      ['What does this print?\n\n```js\nf()\n```', 'Nothing.'],
      ['And why?', undefined],
    ]);
  });

  it('an interview guide: conditions at probes, links to documents of the house are kept as text', async () => {
    const { dialect, questions, warnings } = await readFile(
      'guide.md',
      '# Interview guide\n\n1. Read the resume. Did you?\n\n> Hello!\n\n### Work\n\n{% include x.html %}\n\n- [Have you used it?](https://docs.example.org/1)\n    - If yes: How?\n- Tell me more.\n',
    );
    expect([dialect, questions.map(({ prompt }) => prompt)]).toEqual(['guide', ['Have you used it?', 'Tell me more.']]);
    expect(questions[0]?.script?.probes).toEqual([{ when: 'If yes', ask: 'How?' }]);
    expect(warnings.map(({ code }) => code)).toEqual(['LINKS_TO_PRIVATE_DOCUMENTS']);
  });

  it('a quiz with choices as a task list', async () => {
    const { dialect, questions } = await readFile(
      'quiz.md',
      '#### Q1. Which?\n\n```sql\nSELECT 1\n```\n\n- [ ] a\n- [x] b\n\nBecause.\n\n#### Q2. And?\n\n- [x] c\n- [ ] d\n',
    );
    expect([dialect, questions[0]?.prompt, questions[0]?.choices, questions[0]?.script?.scoringNotes]).toEqual([
      'quiz',
      'Which?\n\n```sql\nSELECT 1\n```',
      [
        { text: 'a', correct: false },
        { text: 'b', correct: true },
      ],
      'Because.',
    ]);
    expect(questions).toHaveLength(2);
  });

  it('a rubric: criteria as headings, what to look for below', async () => {
    const { dialect, questions, rubrics } = await readFile(
      'rubric.md',
      '# Staff\n\n## A - Depth\n#### 00:10\n\nAbout depth.\n\n**What to look for:**\n\n- Names a price\n- Names a limit\n\n## B - Breadth\n\n**What to look for:**\n\n- Asks\n',
    );
    expect([dialect, questions]).toEqual(['rubric', []]);
    expect(rubrics.map(({ title, criteria }) => [title, criteria.map((one) => [one.title, one.indicators])])).toEqual([
      [
        'Staff',
        [
          ['A - Depth', ['Names a price', 'Names a limit']],
          ['B - Breadth', ['Asks']],
        ],
      ],
    ]);
  });

  it('can be chosen, and an unknown one is refused with the names that there are', async () => {
    const text = '## Topic one\n\n- What is a?\n- What is b?\n\n## Topic two\n';
    expect((await readFile('bank.md', text, { dialect: 'bullet' })).questions).toHaveLength(2);
    expect(await codesOf('bank.md', text, { dialect: 'prose' })).toEqual(['FORMAT_UNKNOWN']);
  });

  it('takes out what acts, and keeps the rest', async () => {
    const { questions, warnings } = await readFile(
      'bank.md',
      '## What is it?\n\nText <script>alert(1)</script> [x](javascript:alert(2)) ![d](data:text/html;base64,AA) <b>word</b>\n\n## And this?\n',
    );
    expect(questions[0]?.script?.modelAnswer).toBe('Text  x d word');
    expect(warnings.every(({ code }) => code === 'HTML_SANITISED')).toBe(true);
  });

  it('finds nothing where nothing is asked', async () => {
    expect(await codesOf('notes.md', '# Notes\n\nNothing here.\n')).toEqual(['NOTHING_TO_IMPORT']);
    expect(await titles('Setext question?\n---\nanswer\n\nAnother one?\n---\n')).toEqual(['Setext question?', 'Another one?']);
  });

  it('reads a long file piece by piece, and knows where everything stands', async () => {
    const count = 1_500;
    const text = Array.from(
      { length: count },
      (_, index) => `## Why is it ${index}?\n\n\`\`\`\n# no heading ${index}\n\`\`\`\n\n- a\n- b`,
    ).join('\n\n');
    const { questions } = await readFile('bank.md', text);
    expect(questions.map(({ title, place }) => [title, place.line])).toEqual(
      Array.from({ length: count }, (_, index) => [`Why is it ${index}?`, 1 + 9 * index]),
    );
    expect(questions.every(({ script }, index) => script?.modelAnswer === `\`\`\`\n# no heading ${index}\n\`\`\`\n\n- a\n- b`)).toBe(true);
  });
});
