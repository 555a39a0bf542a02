import writeExcelFile from 'write-excel-file/node';
import { codesOf, readFile } from '../../../test/read-file';
import { fieldOf, guessColumns } from './guess-columns';
import { delimiterOf } from './read-csv-rows';

describe('columns', () => {
  it.each([
    ['Question', 'prompt'],
    ['Interview Question', 'prompt'],
    ['Frage', 'prompt'],
    ['Вопрос', 'prompt'],
    ['Kategorie', 'category'],
    ['Area', 'category'],
    ['Schwierigkeit', 'difficulty'],
    ['model_answer', 'model_answer'],
    ['Musterantwort', 'model_answer'],
    ['Stufe', 'seniority'],
    ['colour', null],
    ['', null],
  ])('%j is %s', (head, field) => {
    expect(fieldOf(head)).toBe(field);
  });

  it('are found below a title, and a title alone is what is asked', () => {
    const rows = [['Our bank', '', ''], [], ['Topic', 'Title', 'Level']].map((cells, index) => ({ number: index + 1, cells }));
    expect(guessColumns(rows)?.uses).toEqual([
      { column: 0, head: 'Topic', use: 'category' },
      { column: 1, head: 'Title', use: 'prompt' },
      { column: 2, head: 'Level', use: 'seniority' },
    ]);
  });

  it('can be told by head or by number, and taken away', async () => {
    const text = 'a,b,Question\nwhat?,x,why?\n';
    const { questions } = await readFile('x.csv', text, { columns: { prompt: 'a', category: '2' } });
    expect(questions.map(({ prompt, categoryPath }) => [prompt, categoryPath])).toEqual([['what?', ['x']]]);
    expect(await codesOf('x.csv', text, { columns: { prompt: 'd' } })).toEqual(['COLUMN_NOT_FOUND']);
    expect(await codesOf('x.csv', text, { columns: { wording: 'a' } })).toEqual(['COLUMN_NOT_FOUND']);
    expect(await codesOf('x.csv', 'a,b\n1,2\n')).toEqual(['COLUMN_NOT_FOUND']);
  });
});

describe('CSV', () => {
  it.each([
    ['a,b\n1,2', ','],
    ['a;b\n"x,y,z";2', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['question\nwhy, then?', ','],
  ])('%j is delimited by %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('reads lists, words for difficulty, minutes and paths of categories', async () => {
    const { questions } = await readFile(
      'x.csv',
      'Question,Category,Difficulty,Duration,Tags,Level\nWhy?,Data / Spark,Hard,15 min,"[\'a\', \'b\']","Junior, Senior"\n',
    );
    expect(questions[0]).toMatchObject({
      categoryPath: ['Data', 'Spark'],
      difficulty: 4,
      minutes: 15,
      tags: ['a', 'b'],
      seniority: ['Junior', 'Senior'],
    });
  });

  it('reads choices with what is right, and seconds where a quiz tool counts them', async () => {
    const { questions } = await readFile('x.csv', 'Question,Answer1,Answer2,Time,Correct\nWhich?,x,y,60,2\n');
    expect(questions[0]).toMatchObject({
      answer: 'choice',
      minutes: 1,
      choices: [
        { text: 'x', correct: false },
        { text: 'y', correct: true },
      ],
    });
  });

  it('undoes the apostrophe that keeps a cell from being run, and no other', async () => {
    const { questions } = await readFile('x.csv', "question\n'=1+1 is what?\n''=x\n'tis a question?\n");
    expect(questions.map(({ prompt }) => prompt)).toEqual(['=1+1 is what?', "'=x", "'tis a question?"]);
  });

  it.each([
    ['question\n"never closed\n', 'CSV_NOT_WELL_FORMED'],
    [`question\n${'why?\n'.repeat(20_001)}`, 'TOO_MANY_QUESTIONS'],
    [`question,x\n${'\n'.repeat(200_001)}`, 'TOO_MANY_ROWS'],
  ])('refuses %.30j', async (text, code) => {
    expect(await codesOf('x.csv', text)).toEqual([code]);
  });

  it('is not read as UTF-8 where it is not, unless it was told', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('Frage\nGr'), 0xfc, 0xdf, 0x65, 0x3f, 0x0a]);
    expect((await readFile('x.csv', bytes)).questions[0]?.prompt).toBe('Grüße?');
    expect((await readFile('x.csv', bytes, { encoding: 'iso-8859-5' })).questions[0]?.prompt).toBe('Grќпe?');
  });
});

describe('XLSX', () => {
  it('reads what another program wrote: texts, numbers, days', async () => {
    const workbook = await writeExcelFile([
      [{ value: 'Question' }, { value: 'Minutes' }, { value: 'Notes' }],
      [{ value: 'Why?' }, { type: Number, value: 12 }, { type: Date, value: new Date(Date.UTC(2026, 2, 18)), format: 'yyyy-mm-dd' }],
    ]).toBuffer();
    const { questions } = await readFile('x.xlsx', new Uint8Array(workbook));
    expect(questions.map(({ prompt, minutes, script }) => [prompt, minutes, script?.scoringNotes])).toEqual([['Why?', 12, '2026-03-18']]);
  });
});
