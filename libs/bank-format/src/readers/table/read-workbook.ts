import { DOOR_LIMITS } from '../../guard/door-limits';
import { readXml } from '../../guard/read-xml';
import { refuseFile } from '../../guard/refusal';
import { allText, descendantsOf, elementsOf, type XmlElement } from '../../guard/xml-element';
import type { ZipArchive } from '../../guard/zip-archive';
import { cellText, columnOf } from './sheet-cell';
import { dateStyles } from './sheet-dates';
import type { TableRow } from './table-row';

/** One sheet of a workbook, as text. */
export interface WorkbookSheet {
  readonly name: string;
  /** `very-hidden` sheets cannot be shown by people; programs keep their own things there. */
  readonly state: 'shown' | 'hidden' | 'very-hidden';
  readonly rows: readonly TableRow[];
  /** Cells whose value some formula gave; the value that was saved is used, nothing is computed. */
  readonly formulas: readonly string[];
}

/**
 * The sheets of a workbook (Office Open XML), read from the guarded archive by the guarded XML reader: no spreadsheet library ever
 * sees the bytes. Merged cells have their text in every row they cover; dates are days such as 2026-03-18.
 */
export async function readWorkbook(archive: ZipArchive, decode: (bytes: Uint8Array) => string): Promise<readonly WorkbookSheet[]> {
  const part = async (name: string): Promise<XmlElement | null> => {
    const path = name.replace(/^\//, '');
    return archive.has(path) ? readXml(decode(await archive.read(path)), { place: { file: path } }) : null;
  };
  await mustHaveNoDoctype(archive);
  const workbook =
    (await part('xl/workbook.xml')) ?? refuseFile('XLSX_NOT_READABLE', 'The workbook has no list of its sheets.', 'Save it anew as .xlsx.');
  const targets = relations(await part('xl/_rels/workbook.xml.rels'));
  const strings = sharedStrings(await part('xl/sharedStrings.xml'));
  const styles = await part('xl/styles.xml');
  const dates = dateStyles(styles);
  const from1904 = elementsOf(workbook, 'workbookPr')[0]?.attributes.get('date1904') === '1';
  const sheets: WorkbookSheet[] = [];
  for (const sheet of descendantsOf(workbook, ({ name }) => name === 'sheet')) {
    const name = sheet.attributes.get('name') ?? 'Sheet';
    const target = targets.get(sheet.attributes.get('id') ?? '');
    const path = target === undefined ? '' : target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    if (!archive.has(path)) continue;
    const state = sheet.attributes.get('state');
    sheets.push({
      name,
      state: state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'shown',
      ...(await readSheet(decode(await archive.read(path)), path, { strings, dates, from1904 })),
    });
  }
  return sheets;
}

/** The parts that are never read must not hold a trap either: other programs will open the same file. Looked for in any encoding. */
async function mustHaveNoDoctype(archive: ZipArchive): Promise<void> {
  for (const name of archive.names.filter((one) => /\.(xml|rels)$/i.test(one))) {
    const head = Buffer.from((await archive.read(name)).subarray(0, 8_192))
      .toString('latin1')
      .replaceAll('\u0000', '');
    if (/<!DOCTYPE/i.test(head))
      refuseFile('XML_DTD_FORBIDDEN', 'A part of the workbook has a document type declaration.', 'Save it anew as .xlsx.', { file: name });
  }
}

const relations = (part: XmlElement | null): ReadonlyMap<string, string> =>
  new Map((part === null ? [] : elementsOf(part)).map(({ attributes }) => [attributes.get('Id') ?? '', attributes.get('Target') ?? '']));

/** Rich text is put together; phonetic hints are left out. */
const sharedStrings = (part: XmlElement | null): readonly string[] =>
  part === null
    ? []
    : elementsOf(part, 'si').map((entry) =>
        elementsOf(entry)
          .filter(({ name }) => name !== 'rPh')
          .map(allText)
          .join(''),
      );

async function readSheet(
  text: string,
  file: string,
  context: { readonly strings: readonly string[]; readonly dates: ReadonlySet<number>; readonly from1904: boolean },
): Promise<Pick<WorkbookSheet, 'rows' | 'formulas'>> {
  const rows: { number: number; cells: string[] }[] = [];
  const formulas: string[] = [];
  const sheet = await readXml(text, {
    place: { file },
    each: 'row',
    take: (row) => {
      if (rows.length >= DOOR_LIMITS.sheetRows + 1)
        refuseFile('TOO_MANY_ROWS', `A sheet has more than ${DOOR_LIMITS.sheetRows} rows.`, 'Split it, or save it as CSV.', { file });
      const cells: string[] = [];
      elementsOf(row, 'c').forEach((cell, index) => {
        const column = columnOf(cell.attributes.get('r')) ?? index;
        if (column >= DOOR_LIMITS.columns) return;
        while (cells.length < column) cells.push('');
        cells[column] = cellText(cell, context);
        if (elementsOf(cell, 'f').length > 0) formulas.push(cell.attributes.get('r') ?? '');
      });
      const number = Number(row.attributes.get('r') ?? rows.length + 1);
      rows.push({ number: Number.isSafeInteger(number) ? number : rows.length + 1, cells });
    },
  });
  for (const merged of descendantsOf(sheet, ({ name }) => name === 'mergeCell')) spread(merged.attributes.get('ref') ?? '', rows);
  return { rows, formulas };
}

/** A text that is merged over several rows holds for each of them. Merged over columns alone, it is a title and stays where it is. */
function spread(range: string, rows: readonly { readonly number: number; readonly cells: string[] }[]): void {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range);
  if (found === null) return;
  const column = columnOf(found[1]) ?? 0;
  const [first, last] = [Number(found[2]), Number(found[4])];
  const text = rows.find(({ number }) => number === first)?.cells[column] ?? '';
  for (const row of rows) {
    if (row.number <= first || row.number > last || (row.cells[column] ?? '') !== '') continue;
    while (row.cells.length <= column) row.cells.push('');
    row.cells[column] = text;
  }
}
