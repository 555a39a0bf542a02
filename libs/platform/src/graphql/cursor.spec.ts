import fc from 'fast-check';
import { readCursor, signCursorsWith, writeCursor } from './cursor';

const keyPart = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null));

describe('cursors', () => {
  beforeEach(() => signCursorsWith('a secret'));

  it('bring back the sort key they were made of', () => {
    fc.assert(
      fc.property(fc.array(keyPart, { maxLength: 4 }), (values) => expect(readCursor('kits', writeCursor('kits', values))).toEqual(values)),
    );
  });

  it('hold for one list and one secret alone', () => {
    const cursor = writeCursor('kits/draft', ['A', 'id']);
    expect(readCursor('kits/published', cursor)).toBeNull();
    signCursorsWith('another secret');
    expect(readCursor('kits/draft', cursor)).toBeNull();
  });

  it('are refused when a single character was changed', () => {
    const cursor = writeCursor('kits', ['Alpha', 12, null]);
    for (let at = 0; at < cursor.length; at += 1) {
      const changed = cursor.slice(0, at) + (cursor[at] === 'x' ? 'y' : 'x') + cursor.slice(at + 1);
      expect(readCursor('kits', changed)).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (text) => readCursor('kits', text) === null));
  });
});
