import { candidateView } from '../../candidate-view';
import { importBank } from '../../doors/import-bank';
import { readFile } from '../../../test/read-file';
import { moodlePath } from './read-moodle';

const SECRET = 'only for graders';
const quiz = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?><quiz>${inside}</quiz>`;
const essay = `<question type="essay"><name><text>The full disk</text></name>
<questiontext format="html"><text><![CDATA[<p>What do you <b>look</b> at?</p><img src="@@PLUGINFILE@@/a.png" alt="a plan">]]></text>
<file name="a.png" encoding="base64">iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgAAACAAAB4iG8MwAAAABJRU5ErkJggg==</file></questiontext>
<graderinfo format="html"><text><![CDATA[<p>${SECRET}</p>]]></text><file name="key.txt" encoding="base64">a2V5</file></graderinfo>
<generalfeedback format="html"><text>Afterwards.</text></generalfeedback>
<minwordlimit>50</minwordlimit><maxwordlimit>500</maxwordlimit><responseformat>editor</responseformat>
<tags><tag><text>Disk</text></tag><tag><text>difficulty:4</text></tag></tags><penalty>0.3</penalty></question>`;

describe('Moodle XML', () => {
  it('reads an essay with everything that it says, apart for candidates and graders', async () => {
    const { questions } = await readFile(
      'q.xml',
      quiz(`<question type="category"><category><text>$course$/top/A/B//C</text></category></question>${essay}`),
    );
    expect(questions).toMatchObject([
      {
        title: 'The full disk',
        prompt: 'What do you **look** at?\n\n![a plan](attachment:a.png)',
        answer: 'open',
        mode: 'text',
        response: { minWords: 50, maxWords: 500 },
        categoryPath: ['A', 'B/C'],
        tags: ['Disk'],
        difficulty: 4,
        script: { scoringNotes: SECRET, scriptNotes: 'Afterwards.' },
        foreign: { format: 'moodle', fields: { type: 'essay', penalty: '0.3' } },
      },
    ]);
  });

  it('reads the letters of UTF-16 by their mark', async () => {
    const text = `\ufeff${quiz(essay).replace('UTF-8', 'UTF-16')}`;
    const { questions, encoding } = await readFile('q.xml', Buffer.from(text, 'utf16le'));
    expect([encoding, questions.map(({ title }) => title)]).toEqual(['utf-16le', ['The full disk']]);
  });

  it('never shows a candidate what graders read', async () => {
    const imported = await importBank(
      'q.xml',
      new TextEncoder().encode(
        quiz(
          `${essay}<question type="aitext"><name><text>T</text></name><questiontext><text>Say?</text></questiontext><aiprompt>${SECRET}</aiprompt><markscheme>${SECRET}</markscheme></question>`,
        ),
      ),
    );
    const questions = imported.ok ? imported.value.mapped.questions : [];
    expect(questions.map(({ scoringNotes }) => scoringNotes?.includes(SECRET))).toEqual([true, true]);
    expect(questions[0]?.exhibits.map(({ id, alt, attachment }) => [id, alt, attachment?.mediaType])).toEqual([
      ['A', 'a plan', 'image/png'],
    ]);
    for (const question of questions) expect(JSON.stringify(candidateView(question))).not.toContain(SECRET);
  });

  it('keeps the text of kinds that have no place, and says so', async () => {
    const { questions, warnings } = await readFile(
      'q.xml',
      quiz(
        '<question type="matching"><name><text>M</text></name><questiontext><text>Match?</text></questiontext></question><question type="truefalse"><name><text>T</text></name><questiontext><text>So?</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>',
      ),
    );
    expect(questions.map(({ answer, prompt }) => [answer, prompt])).toEqual([
      ['other', 'Match?'],
      ['true-false', 'So?'],
    ]);
    expect(questions[1]?.choices).toEqual([
      { text: 'true', correct: true },
      { text: 'false', correct: false },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['TYPE_NOT_REPRESENTABLE']);
  });

  it.each([
    ['$course$/top/A/B', ['A', 'B']],
    ['$system$/A', ['A']],
    ['A//B/C', ['A/B', 'C']],
    ['', []],
  ])('the path %j is %j', (text, path) => {
    expect(moodlePath(text)).toEqual(path);
  });
});
