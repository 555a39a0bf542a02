import * as fc from 'fast-check';
import { guessColumns, type Rating, type RatingTable, readCsv, readJson, readSheet, type SheetFault, tabulate } from '..';
import { numberInCell } from './number-in-cell';
import { columnLetters } from './sheet';

const ratingsOf = ({ candidates, raters, items, candidate, rater, item, score }: RatingTable): string[] =>
  Array.from(score, (value, k) => `${candidates[candidate[k]!]} ${raters[rater[k]!]} ${items[item[k]!]} ${value}`);

function read(text: string, options = {}): string[] {
  const answer = readCsv([text], options);
  if (!answer.ok) throw new Error(answer.error.map(({ message }) => message).join('\n'));
  return ratingsOf(answer.value.table);
}
function faults(text: string, options = {}): readonly SheetFault[] {
  const answer = readCsv([text], options);
  return answer.ok ? [] : answer.error;
}
const layoutOf = (text: string) => {
  const answer = readCsv([text]);
  return answer.ok ? answer.value.guess : answer.error;
};

const FOUR = ['Al Ana q1 3', 'Al Bo q1 4', 'Al Ana q2 5', 'Bea Ana q1 2'];

describe('a table in long form', () => {
  it.each([
    'candidate,rater,item,score\nAl,Ana,q1,3\nAl,Bo,q1,4\nAl,Ana,q2,5\nBea,Ana,q1,2\n',
    'Score;Interviewer;Applicant name;Question\n3;Ana;Al;q1\n4;Bo;Al;q1\n5;Ana;Al;q2\n2;Ana;Bea;q1',
    'date\tQuestion\tRated by\tCandidate ID\tRating\tcomments\n1/2\tq1\tAna\tAl\t3\tfine, though\n1/2\tq1\tBo\tAl\t4\t\n1/2\tq2\tAna\tAl\t5\t\n1/2\tq1\tAna\tBea\t2\tno',
    'Al,Ana,q1,3\nAl,Bo,q1,4\nAl,Ana,q2,5\nBea,Ana,q1,2',
    '\uFEFF"candidate","rater","item","score"\r\n"Al"," Ana ","q1","3"\r\nAl,Bo,q1,4\r\n\r\nAl,Bo,q2,\r\nAl,Ana,q2,5.0\r\nBea,Ana,q1,2\r\nBea,Bo,q1,NA\r\n,,,\r\n',
  ])('%j', (text) => expect(read(text)).toEqual(FOUR));

  it('counts what was not rated', () => {
    const answer = readCsv(['candidate,rater,item,score\nAl,Ana,q1,3\nAl,Bo,q1,\nAl,Cy,q1,NOT_OBSERVED\n']);
    expect(answer.ok && answer.value.notRated).toBe(2);
  });

  it('reads decimal commas, but not what may be a thousand', () => {
    expect(read('candidate;rater;item;score\nAl;Ana;q;3,5\nAl;Bo;q;4.25')).toEqual(['Al Ana q 3.5', 'Al Bo q 4.25']);
    expect(read('candidate,rater,item,score\nAl,Ana,q,"3,5"')).toEqual(['Al Ana q 3.5']);
    expect(faults('candidate,rater,item,score\nAl,Ana,q,3\nAl,Bo,q,"3,500"').map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'D', 'NOT_A_NUMBER'],
    ]);
  });

  it('takes one item, or one rater, where no column names them', () => {
    expect(read('candidate,rater,score\nAl,Ana,3\nAl,Bo,4')).toEqual(['Al Ana all 3', 'Al Bo all 4']);
    expect(read('candidate,question,score\nAl,q1,3\nAl,q2,4')).toEqual(['Al one q1 3', 'Al one q2 4']);
  });

  it('lets columns be named', () => {
    const text = 'who,what,whom,how\nAna,q1,Al,3\nBo,q1,Al,4\nAna,q2,Al,5\nAna,q1,Bea,2';
    expect(read(text, { columns: { candidate: 'whom', rater: 'A', item: 'WHAT', score: 'how' } })).toEqual(FOUR);
    expect(faults(text, { columns: { candidate: 'nobody' } })[0]!.message).toBe(
      'There is no column “nobody”. The columns are A (“who”), B (“what”), C (“whom”), D (“how”).',
    );
  });
});

describe('a table in wide form', () => {
  it.each([
    ['a column for each rater', 'candidate,question,Ana,Bo\nAl,q1,3,4\nAl,q2,5,\nBea,q1,2,\n'],
    ['a column for each item', 'applicant;interviewer;q1;q2\nAl;Ana;3;5\nAl;Bo;4;\nBea;Ana;2;'],
  ])('with %s', (_what, text) => expect(read(text)).toEqual(FOUR));

  it.each([
    [
      'subject,rater1,rater2,rater3\nS1,3,4,5\nS2,2,2,1',
      ['S1 rater1 all 3', 'S1 rater2 all 4', 'S1 rater3 all 5', 'S2 rater1 all 2', 'S2 rater2 all 2', 'S2 rater3 all 1'],
    ],
    ['person,Q1,Q2\nS1,1,0\nS2,1,1', ['S1 one Q1 1', 'S1 one Q2 0', 'S2 one Q1 1', 'S2 one Q2 1']],
    ['id,Judge A,Judge B\n1,3,4\n2,5,2', ['1 Judge A all 3', '1 Judge B all 4', '2 Judge A all 5', '2 Judge B all 2']],
    ['candidate,1,2,3\nS1,3,4,5', ['S1 1 all 3', 'S1 2 all 4', 'S1 3 all 5']],
    [
      'candidate,Ana score,Bo score,total\nS1,3,4,7\nS2,2,2,4',
      ['S1 Ana score all 3', 'S1 Bo score all 4', 'S2 Ana score all 2', 'S2 Bo score all 2'],
    ],
    [
      'Name,Topic,Interviewer 1,Interviewer 2\nAl,x,1,2\nAl,y,3,4',
      ['Al Interviewer 1 x 1', 'Al Interviewer 2 x 2', 'Al Interviewer 1 y 3', 'Al Interviewer 2 y 4'],
    ],
  ])('%j', (text, wanted) => expect(read(text)).toEqual(wanted));

  it('says in words how it was understood', () => {
    expect(layoutOf('date,candidate,question,Ana,Bo\n1 May,Al,q1,3,4\n')).toMatchObject({
      hasHeader: true,
      ignored: ['A (“date”)'],
      unsure: [],
      says: [
        'Each row is one candidate on one item, with a column for each rater.',
        'Candidates: B (“candidate”).',
        'Items: C (“question”).',
        'Raters: D (“Ana”), E (“Bo”).',
        'Not used: A (“date”).',
      ],
    });
    expect(layoutOf('Al,Ana,q1,3\nBo,Ana,q1,4\n')).toMatchObject({
      hasHeader: false,
      unsure: ['D', 'A', 'B', 'C'].sort((a, b) => 'ADBC'.indexOf(a) - 'ADBC'.indexOf(b)),
    });
  });
});

describe('what is wrong with a table', () => {
  const head = 'candidate,rater,item,score\n';
  it.each([
    [
      `${head}Al,Ana,q1,3\nAl,Bo,q1,four\n`,
      [
        3,
        'D',
        'NOT_A_NUMBER',
        'Row 3, column D (“score”): “four” is not a number. Write the level as a number, and leave the cell blank where nothing was rated.',
      ],
    ],
    [`${head}Al,,q1,3\n`, [2, 'B', 'MISSING_NAME', 'Row 2, column B (“rater”): the rater of the score 3 is not named.']],
    [`${head}Al,Ana,q1,9\n`, [2, 'D', 'OUT_OF_SCALE', 'Row 2, column D: the score 9 is not on the scale from 1 to 5.']],
    [
      `${head}Al,Ana,q1,3\n\nAl,Ana,q1,3\n`,
      [4, 'D', 'DUPLICATE', 'Row 4, column D rates what row 2, column D has rated: “Al”, “q1”, by “Ana”. Keep one of them.'],
    ],
    [
      `${head}Al,Ana,q1,3,5\n`,
      [2, 'E', 'EXTRA_CELLS', 'Row 2, column E: has 5 cells, the header 4. Put quotes around a text or a number that holds the separator.'],
    ],
    [`${head}Al,Zed,q1,3\n`, [2, 'D', 'UNKNOWN_RATER', 'Row 2, column D: “Zed” is not a rater of this panel.']],
    [`${head}Al,Ana,q1,"3\nAl,Bo,q1,3\n`, [2, null, 'UNCLOSED_QUOTE', 'Row 2: a quote is opened and never closed.']],
    [`${head}Al,Ana,q1,\n`, [0, null, 'NO_RATINGS', 'There are no ratings: every score is blank.']],
    ['', [0, null, 'NO_RATINGS', 'There are no rows.']],
    ['just a text', [0, null, 'NO_COLUMN', 'No column names the candidates. Head it “candidate”.']],
    ['candidate,Ana,Ana\nAl,3,4\nBo,4,4', [1, null, 'TWO_COLUMNS', 'Two columns are headed “Ana”. Give each a name of its own.']],
    [
      'candidate,question,Ana,Bo\nAl,q1,3,4\nAl,q2,x,4\nAl,q3,3,4\nAl,q4,3,4\nAl,q5,3,4',
      [
        3,
        'C',
        'NOT_A_NUMBER',
        'Row 3, column C (“Ana”): “x” is not a number. Write the level as a number, and leave the cell blank where nothing was rated.',
      ],
    ],
  ])('%j', (text, [row, column, code, message]) => {
    expect(faults(text, { scale: { min: 1, max: 5 }, knownRaters: ['Ana', 'Bo'] })).toEqual([{ row, column, code, message }]);
  });

  it('is told up to the twentieth fault', () => {
    expect(faults(head + 'Al,Ana,q1,x\n'.repeat(50) + 'Al,Ana,q1,3\n'.repeat(250))).toHaveLength(20);
  });
});

describe('numbers in cells', () => {
  it.each([
    ['3', 3],
    [' 3.5 ', 3.5],
    ['3,5', 3.5],
    ['-1', -1],
    ['.5', 0.5],
    ['1e2', 100],
    [4, 4],
    ['', 'NOT_RATED'],
    [null, 'NOT_RATED'],
    ['n/a', 'NOT_RATED'],
    ['1.234,5', null],
    ['1 000', null],
    ['0x10', null],
    ['Infinity', null],
    [NaN, null],
    ['3-4', null],
    ['1e999', null],
  ])('%j is %j', (cell, wanted) => expect(numberInCell(cell)).toBe(wanted));
});

describe('columns', () => {
  it('have the letters of a spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('are read from cells that are numbers, as workbooks give them', () => {
    const rows = [
      ['candidate', 'rater', 'q1', 'q2'],
      ['Al', 7, 3, null],
      [12, 7, 2, 4.5],
    ].map((cells, k) => ({ row: k + 1, cells }));
    const answer = readSheet(rows);
    expect(answer.ok ? ratingsOf(answer.value.table) : answer.error).toEqual(['12 7 q1 2', '12 7 q2 4.5', 'Al 7 q1 3']);
  });

  it('cannot be guessed out of nothing', () => {
    expect(guessColumns([])).toHaveProperty('message');
    expect(
      guessColumns([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toHaveProperty('message');
    expect(
      guessColumns([
        ['candidate', 'rater', 'item', 'x', 'y'],
        ['a', 'b', 'c', 1, 2],
      ]),
    ).toHaveProperty('message');
  });
});

const panel = fc.uniqueArray(
  fc.record({
    candidate: fc.constantFrom('Al', 'Bea; née "B"', 'Čára', '7'),
    rater: fc.constantFrom('Ana', 'Bo, Jr.', 'Cy'),
    item: fc.constantFrom('q1', 'two\nlines', 'q3'),
    score: fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10),
  }),
  { minLength: 1, maxLength: 30, selector: ({ candidate, rater, item }) => [candidate, rater, item].join('|') },
);
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('the same ratings', () => {
  it('are read alike from long and wide CSV, with any separator, order and decimal sign, and from JSON', () => {
    fc.assert(
      fc.property(
        panel,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('.', ','),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (ratings, separator, point, order) => {
          const direct = tabulate(ratings);
          if (!direct.ok) throw new Error('the panel is well made');
          const wanted = ratingsOf(direct.value);
          const number = (score: number): string => quote(String(score).replace('.', point));
          const line = (cells: readonly string[]): string => cells.join(separator);
          const inOrder = (cells: readonly string[]): string => line(order.map((k) => cells[k]!));
          const long = [
            inOrder(['candidate', 'rater', 'item', 'score']),
            ...ratings.map((r: Rating) => inOrder([quote(r.candidate), quote(r.rater), quote(r.item), number(r.score)])),
          ];
          expect(read(long.join('\n'))).toEqual(wanted);

          const raters = [...new Set(ratings.map(({ rater }) => rater))];
          const rows = [...new Set(ratings.map(({ candidate, item }) => JSON.stringify([candidate, item])))].map(
            (key) => JSON.parse(key) as [string, string],
          );
          const cell = (candidate: string, item: string, rater: string): string => {
            const rating = ratings.find((r) => r.candidate === candidate && r.item === item && r.rater === rater);
            return rating === undefined ? '' : number(rating.score);
          };
          const wide = [
            line(['candidate', 'item', ...raters.map(quote)]),
            ...rows.map(([candidate, item]) =>
              line([quote(candidate), quote(item), ...raters.map((rater) => cell(candidate, item, rater))]),
            ),
          ];
          expect(read(wide.join('\r\n'))).toEqual(wanted);

          const json = readJson(JSON.parse(JSON.stringify({ ratings })));
          expect(json.ok && ratingsOf(json.value.table)).toEqual(wanted);
        },
      ),
    );
  });
});
