import { rawZip } from '../../test/raw-zip';
import { refusalCode } from '../../test/refusal-code';
import { zipFile } from '../writers/zip-file';
import { openArchive } from './zip-archive';

const file = { name: 'a.txt', content: 'text' };

describe('openArchive', () => {
  it('gives names in their order and bytes of files, and no folders', async () => {
    const archive = await openArchive(
      rawZip([{ name: 'folder/', content: '', mode: 0o040755 }, { name: 'folder/b.txt', content: 'b' }, file]),
    );
    expect(archive.names).toEqual(['folder/b.txt', 'a.txt']);
    expect(new TextDecoder().decode(await archive.read('a.txt'))).toBe('text');
    expect(archive.has('folder/')).toBe(false);
  });

  it.each([
    ['a name that climbs', [{ ...file, name: '../a.txt' }], 'ARCHIVE_UNSAFE_PATH'],
    ['a name that climbs inside', [{ ...file, name: 'a/../../b.txt' }], 'ARCHIVE_UNSAFE_PATH'],
    ['an absolute name', [{ ...file, name: '/a.txt' }], 'ARCHIVE_UNSAFE_PATH'],
    ['a drive', [{ ...file, name: 'C:/a.txt' }], 'ARCHIVE_UNSAFE_PATH'],
    ['a backslash', [{ ...file, name: 'a\\b.txt' }], 'ARCHIVE_UNSAFE_PATH'],
    ['a control character', [{ ...file, name: 'a\u0000.txt' }], 'ARCHIVE_UNSAFE_PATH'],
    ['a link', [{ ...file, mode: 0o120777 }], 'ARCHIVE_UNSAFE_ENTRY'],
    ['a device', [{ ...file, mode: 0o020666 }], 'ARCHIVE_UNSAFE_ENTRY'],
    ['a password', [{ ...file, flags: 1, packed: true }], 'ARCHIVE_UNSAFE_ENTRY'],
    ['two equal names', [file, file], 'ARCHIVE_DUPLICATE_ENTRY'],
    ['a size that is far too large', [{ ...file, statedSize: 2_000_000, packed: true }], 'ARCHIVE_RATIO'],
    [
      'entries that would be too large together',
      Array.from({ length: 101 }, (_, index) => ({ name: `${index}`, content: 'x'.repeat(10_010), statedSize: 1_000_000, packed: true })),
      'ARCHIVE_TOO_LARGE',
    ],
    ['too many entries', Array.from({ length: 5_001 }, (_, index) => ({ name: `${index}`, content: '' })), 'ARCHIVE_TOO_MANY_ENTRIES'],
  ])('refuses %s', async (_, entries, code) => {
    expect(await refusalCode(() => openArchive(rawZip(entries)))).toBe(code);
  });

  it('allows names that differ in case alone', async () => {
    expect((await openArchive(rawZip([file, { ...file, name: 'A.TXT' }]))).names).toEqual(['a.txt', 'A.TXT']);
  });

  it.each([3, 5])('finds out that a size is a lie (%d for 4)', async (statedSize) => {
    const bytes = rawZip([{ ...file, statedSize }]);
    expect(await refusalCode(async () => (await openArchive(bytes)).read('a.txt'))).toMatch(/ARCHIVE_(SIZE_MISMATCH|DAMAGED)/);
  });

  it('counts what comes out, however it is packed', async () => {
    const bomb = await zipFile([{ name: 'zero', bytes: new Uint8Array(3_000_000) }]);
    expect(await refusalCode(() => openArchive(bomb))).toBe('ARCHIVE_RATIO');
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a text', new TextEncoder().encode('PK is no zip')],
    ['a zip without its end', rawZip([file]).slice(0, -22)],
  ])('refuses %s', async (_, bytes) => {
    expect(await refusalCode(() => openArchive(bytes))).toBe('ARCHIVE_NOT_ZIP');
  });
});
