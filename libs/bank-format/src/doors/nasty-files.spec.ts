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
});
