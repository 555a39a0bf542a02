import { atPointer, pointerOf, stepsOf } from './json-pointer';

/** The document and the pointers of RFC 6901, section 5. */
const RFC = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'e^f': 3, 'g|h': 4, 'i\\j': 5, 'k"l': 6, ' ': 7, 'm~n': 8 };

describe('JSON pointers', () => {
  it.each([
    ['', RFC],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('%j leads to %j', (pointer, expected) => {
    expect(atPointer(RFC, pointer)).toEqual(expected);
    expect(pointerOf(stepsOf(pointer) ?? ['none'])).toBe(pointer);
  });

  it.each([
    'foo',
    '/foo/2',
    '/foo/00',
    '/foo/-',
    '/foo/bar',
    '/none',
    '/foo/0/x',
    '/m~n',
    '/m~2n',
    '/__proto__',
    '/constructor',
    '/foo/length',
  ])('%j leads nowhere', (pointer) => {
    expect(atPointer(RFC, pointer)).toBeUndefined();
  });
});
