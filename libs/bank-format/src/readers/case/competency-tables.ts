import type { IncomingCompetency } from '../../doors/incoming';
import type { Found } from '../../doors/reading';
import { readCsvRows } from '../table/read-csv-rows';
import { isBlankRow, type TableRow } from '../table/table-row';

export const isCaseCsv = (text: string): boolean => /^[^\n]*full ?statement[^\n]*human ?coding ?scheme/i.test(text);
export const isEscoCsv = (text: string): boolean => /^[^\n]*concepturi[^\n]*preferredlabel/i.test(text);
export const isOnetTable = (text: string): boolean => /^\ufeff?"?O\*NET-SOC Code/i.test(text);

/** The cells of each row by the words of the head. */
async function records(text: string, take: (cell: (head: string) => string, row: TableRow) => void): Promise<void> {
  let heads: readonly string[] | null = null;
  await readCsvRows(text, (row) => {
    if (isBlankRow(row)) return;
    if (heads === null) {
      heads = row.cells.map((cell) => cell.trim().toLowerCase());
      return;
    }
    const known = heads;
    take((head) => row.cells[known.indexOf(head.toLowerCase())]?.trim() ?? '', row);
  });
}

/** A framework as a table: the column "Is Child Of" holds the code of the parent. */
export async function caseCsv(text: string): Promise<Found> {
  const competencies: IncomingCompetency[] = [];
  await records(text, (cell, { number }) => {
    const code = cell('Human Coding Scheme');
    const statement = cell('fullStatement');
    competencies.push({
      sourceId: code || cell('Identifier') || String(number),
      title: cell('Abbreviated Statement') || statement || code,
      definition: statement || null,
      parent: cell('Is Child Of') || null,
    });
  });
  return { competencies, associations: competencies.filter(({ parent }) => parent !== null).length };
}

/** Skills of ESCO; other names stand in one cell, a line each. */
export async function escoCsv(text: string): Promise<Found> {
  const competencies: IncomingCompetency[] = [];
  await records(text, (cell) => {
    competencies.push({
      sourceId: cell('conceptUri'),
      title: cell('preferredLabel'),
      definition: cell('description') || null,
      parent: null,
      alsoCalled: cell('altLabels')
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    });
  });
  return { competencies };
}

/** Occupations of O*NET, as roles. */
export async function onetTable(text: string): Promise<Found> {
  const roles: { sourceId: string; title: string; definition: string | null }[] = [];
  await records(text, (cell) => {
    roles.push({ sourceId: cell('O*NET-SOC Code'), title: cell('Title'), definition: cell('Description') || null });
  });
  return { roles };
}
