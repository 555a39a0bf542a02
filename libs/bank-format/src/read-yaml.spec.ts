import fc from 'fast-check';
import { readYaml } from './read-yaml';
import { LIMITS } from './text-limits';

const codesOf = (text: string): string[] => {
  const reading = readYaml(text);
  return reading.ok ? [] : reading.error.map(({ code, line, column }) => `${code} ${line}:${column}`);
};

const valueOf = (text: string): unknown => {
  const reading = readYaml(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value.value;
};

describe('reading YAML', () => {
  it('knows the core schema of version 1.2 and nothing more', () => {
    expect(valueOf('{a: yes, b: 010, c: 1.0, d: 2026-03-18, e: ~, f: true, g: 1.0.0, h: "1"}')).toEqual({
      a: 'yes',
      b: 10,
      c: 1,
      d: '2026-03-18',
      e: null,
      f: true,
      g: '1.0.0',
      h: '1',
    });
    expect(valueOf('<<: {a: 1}')).toEqual({ '<<': { a: 1 } });
  });

  it('reads JSON as it stands, tabs, escapes and byte order mark included', () => {
    const value = { text: 'a\n"\\/\ud83d\ude00', list: [1, -0.5, 1e3, null, true, {}], 'key: odd #': [] };
    expect(valueOf(JSON.stringify(value))).toEqual(value);
    expect(valueOf(JSON.stringify(value, null, '\t'))).toEqual(value);
    expect(valueOf(`\ufeff${JSON.stringify(value, null, 2)}`)).toEqual(value);
    expect(valueOf('{"a": "\\ud83d\\ude00\\/"}')).toEqual({ a: '\ud83d\ude00/' });
  });

  it('reads any JSON to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        expect(valueOf(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 'DUPLICATE_KEY 3:1'],
    ['a number and a text as one key', 'anchors:\n  1: x\n  "1": y\n', 'DUPLICATE_KEY 3:3'],
    ['an alias', 'a: &x 1\nb: *x\n', 'NOT_PORTABLE 1:7,NOT_PORTABLE 2:4'],
    ['a tag', 'a: !!str 1\n', 'NOT_PORTABLE 1:10'],
    ['a tag of its own', 'a: !secret 1\n', 'NOT_PORTABLE 1:12'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'NOT_PORTABLE 3:1'],
    ['another version', '%YAML 1.1\n---\na: yes\n', 'NOT_PORTABLE 1:1'],
    ['an empty text', '', 'SYNTAX 1:1'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'SYNTAX 2:1'],
    ['a bracket never closed', 'a: [1, 2\n', 'SYNTAX 2:1'],
    ['a list as key', '? [a]\n: 1\n', 'SYNTAX 1:3'],
  ])('refuses %s', (_what, text, expected) => {
    expect(codesOf(text).join(',')).toBe(expected);
  });

  it('refuses what would grow when expanded', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'.split('').map((name, n) => `${name}: &${name} [*${'abcdefghi'[n]}, *${'abcdefghi'[n]}]`),
    ].join('\n');
    expect(codesOf(bomb)[0]).toMatch(/^NOT_PORTABLE/);
  });

  it('refuses bottomless nesting, shallow or deep enough to exhaust the parser', () => {
    expect(codesOf('['.repeat(LIMITS.depth) + ']'.repeat(LIMITS.depth))).toEqual([]);
    expect(codesOf('['.repeat(LIMITS.depth + 1) + ']'.repeat(LIMITS.depth + 1))).toEqual([`TOO_DEEP 1:${LIMITS.depth + 1}`]);
    const abyss = codesOf('['.repeat(100_000) + ']'.repeat(100_000));
    expect(abyss).toHaveLength(1);
    expect(abyss[0]).toMatch(/^TOO_DEEP 1:/);
  });

  it('takes a time that grows with the text, not with its square: 200,000 keys', () => {
    const text = Array.from({ length: 200_000 }, (_, n) => `k${n}: 1`).join('\n');
    expect(codesOf(`${text}\nk7: 2\n`)).toEqual(['DUPLICATE_KEY 200001:1']);
  });

  it('refuses more than it is willing to read', () => {
    expect(codesOf('x'.repeat(LIMITS.file + 1))[0]).toMatch(/^TOO_LARGE/);
  });

  it('says where things stand: a member at its key, an entry at its value, a missing one at its parent', () => {
    const reading = readYaml('a:\n  - b: 1\n    c: [x, y]\nd: {e: 2}\n');
    const at = (...path: (string | number)[]): string => {
      if (!reading.ok) throw new Error('unreadable');
      const { line, column } = reading.value.locate(path);
      return `${line}:${column}`;
    };
    expect(at()).toBe('1:1');
    expect(at('a', 0, 'c', 1)).toBe('3:12');
    expect(at('a', 0, 'c')).toBe('3:5');
    expect(at('a', 0, 'missing')).toBe('2:5');
    expect(at('d', 'e')).toBe('4:5');
    expect(at('d', 'x', 'y')).toBe('4:1');
  });

  it('answers to any text with a value, never with an exception', () => {
    const pieces = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&x',
      '*x',
      '!!',
      '"',
      "'",
      '|',
      '>',
      '#',
      '---',
      '%',
      '\t',
      '?',
      ',',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 30 }).map((drawn) => drawn.join('')),
        ),
        (text) => {
          expect(typeof readYaml(text).ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });
});
