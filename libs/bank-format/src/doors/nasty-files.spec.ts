import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { told } from '../../../../scripts/conformance';
import { formatsReports } from '../../../../scripts/conformance/formats/formats';

const folder = join(__dirname, '../../fixtures/nasty');

describe('files made to do harm, or to confuse', () => {
  it('are refused or read as their manifest says, each in under two seconds', async () => {
    const lines: string[] = [];
    const reports = await formatsReports(folder);
    const code = told(reports, (line) => void lines.push(line));
    expect(lines.filter((line) => line.startsWith('FAULT'))).toEqual([]);
    expect([code, reports.length]).toEqual([0, 23]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('are not said to agree where they do not', async () => {
    const made = mkdtempSync(join(tmpdir(), 'touchstone-samples-'));
    try {
      writeFileSync(join(made, 'a.md'), '## Why?\n\n## How?\n');
      const expectations = [
        { outcome: 'import', items: 2, titles: ['Why?', 'How?'] },
        { outcome: 'import', items: 3 },
        { outcome: 'import-with-warnings' },
        { outcome: 'reject', errorCode: 'FILE_EMPTY' },
        { outcome: 'import', titles: ['Why?', 'Where?'] },
        { outcome: 'import', warnings: ['HTML_SANITISED'] },
        { outcome: 'import', colours: 3, colour: 'red' },
        { outcome: 'perhaps' },
      ];
      const files = [
        ...expectations.map((expect) => ({ file: 'a.md', expect })),
        { file: '../a.md', expect: { outcome: 'import' } },
        { file: 'none.md', expect: { outcome: 'import' } },
        { file: 'a.md' },
      ];
      writeFileSync(join(made, 'MANIFEST.json'), JSON.stringify({ files }));
      const reports = await formatsReports(made);
      expect(reports.map(({ faults }) => faults.join(' '))).toEqual([
        '',
        'items: found 2, expected 3',
        'outcome: no warning',
        'outcome: is read (markdown) and not refused',
        'titles: "How?" instead of "Where?"',
        'warnings: HTML_SANITISED is missing',
        'colours: is expected, and nothing here can count it',
        'outcome: "perhaps" is no outcome that is known',
        'the name leads out of the folder',
        'the file is missing or cannot be read',
        'the manifest expects nothing of it',
      ]);
      expect(told(reports, () => undefined)).toBe(1);
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
  });
});
