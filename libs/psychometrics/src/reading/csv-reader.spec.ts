import * as fc from 'fast-check';
import { CsvReader, type Separator } from '..';
import { guessSeparator } from './guess-separator';

const rowsOf = (pieces: readonly string[], separator: Separator | null = null) => {
  const reader = new CsvReader(separator);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
};
const cellsOf = (text: string, separator: Separator | null = null) => rowsOf([text], separator).map(({ cells }) => cells);

describe('CSV text', () => {
  it.each([
    // The six rules of RFC 4180, section 2.
    [
      'aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      'aaa,bbb,ccc\r\nzzz,yyy,xxx',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      '"aaa","bbb","ccc"\r\nzzz,yyy,xxx',
      [
        ['aaa', 'bbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    [
      '"aaa","b\r\nbb","ccc"\r\nzzz,yyy,xxx',
      [
        ['aaa', 'b\r\nbb', 'ccc'],
        ['zzz', 'yyy', 'xxx'],
      ],
    ],
    ['"aaa","b""bb","ccc"', [['aaa', 'b"bb', 'ccc']]],
    [' a , b\n', [[' a ', ' b']]],
    // And what files do besides.
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '\uFEFFa,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n\n\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b,\n,,1\n',
      [
        ['a', 'b', ''],
        ['', '', '1'],
      ],
    ],
    ['"",""\n', [['', '']]],
    ['5" disk,b\n', [['5" disk', 'b']]],
    [
      'sep=;\na;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1,5;2,5\n',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'a\tb, c\n1\t2\n',
      [
        ['a', 'b, c'],
        ['1', '2'],
      ],
    ],
    ['', []],
    ['\n\n', []],
  ])('%j', (text, wanted) => expect(cellsOf(text)).toEqual(wanted));

  it('tells the line on which each row starts', () => {
    const text = 'a,b\r\n\r\n"x\r\ny",1\r\n"p\n\nq",2\rlast,3';
    expect(rowsOf([text]).map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, 'a'],
      [3, 'x\r\ny'],
      [5, 'p\n\nq'],
      [8, 'last'],
    ]);
    expect(rowsOf(['sep=,\na,b\n1,2']).map(({ row }) => row)).toEqual([2, 3]);
  });

  it('names the row of a quote that is not closed, or closed too early', () => {
    expect(rowsOf(['a,b\n1,"2\n3,4\n']).map(({ row, fault }) => [row, fault?.code])).toEqual([
      [1, undefined],
      [2, 'UNCLOSED_QUOTE'],
    ]);
    const [, early, after] = rowsOf(['a,b\n"Al" B,2\n"C",3\n']);
    expect(early?.fault).toEqual({
      row: 2,
      column: null,
      code: 'TEXT_AFTER_QUOTE',
      message: 'Row 2: text follows a closing quote; double the quotes that belong to the text.',
    });
    expect(after?.fault).toBeUndefined();
  });

  const fields = fc.string({ unit: fc.constantFrom('a', 'ä', '7', ',', ';', '\t', '"', '\n', '\r', '\r\n', ' ', '😀'), maxLength: 6 });
  const written = (rows: readonly (readonly string[])[], separator: string, end: string): string =>
    rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(separator)).join(end);

  it('gives back what was written, whatever the pieces it comes in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fields, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom<Separator>(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(60), { maxLength: 8 }),
        (rows, separator, end, cuts) => {
          const text = written(rows, separator, end);
          const at = [...new Set([0, ...cuts.filter((cut) => cut < text.length), text.length])].sort((a, b) => a - b);
          const pieces = at.slice(1).map((to, k) => text.slice(at[k], to));
          const whole = rowsOf([text], separator);
          expect(whole.map(({ cells }) => cells)).toEqual(rows);
          expect(streamed(pieces, separator)).toEqual(whole);
        },
      ),
    );
  });

  /** As a long file would come: the guess is behind us, each piece is read at once. */
  function streamed(pieces: readonly string[], separator: Separator) {
    const opening = `${'x'.repeat(65_536)}${separator}y\n`;
    const [, ...rows] = rowsOf([opening, ...pieces], separator);
    return rows.map((row) => ({ ...row, row: row.row - 1 }));
  }

  it('passes over a million rows without a stack or a whole string', () => {
    const reader = new CsvReader();
    let rows = 0;
    const piece = 'Ann,Bo,q1,3\n'.repeat(10_000);
    for (let k = 0; k < 100; k += 1) rows += reader.push(piece).length;
    expect(rows + reader.end().length).toBe(1_000_000);
  });
});

describe('the separator', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1;2;3', ';'],
    ['a\tb\tc\n1\t2\t3', '\t'],
    ['name;score\nAl;3,5\nBo;4,5', ';'],
    ['"x;y",score\nAl,3', ','],
    ['one\ntwo', ','],
    ['Name, first;Rater;Score\nA;B;3,5', ';'],
  ])('of %j is %j', (text, separator) => expect(guessSeparator(text)).toBe(separator));
});
