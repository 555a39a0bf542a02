import { err, ok } from '@touchstone/kernel';
import type { GroupOutcome } from '@touchstone/psychometrics';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type FileFault, fileFault, type FromFile } from './faults';
import { countIn, type Line, readSmallTable } from './small-table';

/** Who applied and who was selected, by group: CSV or a workbook with `group,applicants,selected`, or JSON `{ groups: [{ group, applicants, selected }] }`. */
export async function readGroups(path: string): Promise<FromFile<readonly GroupOutcome[]>> {
  const lines =
    extname(path).toLowerCase() === '.json' ? linesOfJson(path) : await readSmallTable(path, ['group', 'applicants', 'selected']);
  if (!lines.ok) return lines;
  const faults: FileFault[] = [];
  const groups: GroupOutcome[] = [];
  for (const line of lines.value) {
    const group = line.texts.get('group') ?? '';
    const [applicants, selected] = [countIn(line, 'applicants', true), countIn(line, 'selected', true)];
    const told = (code: string, column: string, what: string): number =>
      faults.push({ row: line.row, column, code, message: `Row ${line.row}: ${what}.` });
    if (typeof applicants === 'object') faults.push(applicants);
    else if (typeof selected === 'object') faults.push(selected);
    else if (group === '') told('MISSING_NAME', 'group', 'the group is not named');
    else if (groups.some((one) => one.group === group)) told('DUPLICATE', 'group', `“${group}” stands in a row above already`);
    else if (selected > applicants) told('TOO_MANY', 'selected', `${selected} were selected of ${applicants} who applied`);
    else groups.push({ group, applicants, selected });
  }
  if (faults.length > 0) return err(faults);
  return groups.length > 0 ? ok(groups) : err([fileFault('NO_GROUPS', `It holds no groups.`)]);
}

function linesOfJson(path: string): FromFile<readonly Line[]> {
  const shape = 'Give { "groups": [{ "group": "…", "applicants": 40, "selected": 8 }] }.';
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err([fileFault('NO_JSON', `This is no JSON: ${error.message}.`)]);
  }
  const list: unknown = Array.isArray(document) ? document : (document as { readonly groups?: unknown } | null)?.groups;
  if (!Array.isArray(list)) return err([fileFault('NO_GROUPS', `It holds no list of groups. ${shape}`)]);
  return ok(
    list.map((entry: unknown, index) => ({
      row: index + 1,
      texts: new Map(Object.entries((entry ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value)])),
    })),
  );
}
