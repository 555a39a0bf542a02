import { RUBRIC_HEAD, SIDECAR_SHEET } from '../doors/rubric-sheet';
import { printBankJson } from '../print-bank';
import { type ExportOptions, type Outgoing, placedQuestions, utf8 } from './outgoing';
import { levelLabels } from './script-text';
import { TABLE_CELLS } from './table-cells';
import { element, markup, xmlDocument, type XmlPiece } from './xml-text';
import { zipFile } from './zip-file';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** A cell holds no more characters than this. */
const LONGEST_CELL = 32_000;

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
}

/**
 * A workbook: a sheet of questions, a sheet of rubrics with a row for each anchor and, where wanted, a sheet that only programs see with
 * everything. All cells are texts, so nothing in them is ever a formula.
 */
export async function writeXlsx(outgoing: Outgoing, { sidecar }: ExportOptions): Promise<Uint8Array> {
  const placed = placedQuestions(outgoing);
  const sheets: Sheet[] = [
    {
      name: 'Questions',
      hidden: false,
      rows: [TABLE_CELLS.map(([name]) => name), ...placed.map((one) => TABLE_CELLS.map(([, cell]) => cell(one)))],
    },
    { name: 'Rubrics', hidden: false, rows: [RUBRIC_HEAD, ...rubricRows(outgoing)] },
    ...(sidecar ? [{ name: SIDECAR_SHEET, hidden: true, rows: outgoing.files.map((file) => pieces(inHalves(printBankJson(file)))) }] : []),
  ];
  return zipFile([
    { name: '[Content_Types].xml', bytes: utf8(xmlDocument(contentTypes(sheets.length))) },
    { name: '_rels/.rels', bytes: utf8(xmlDocument(relationships([['rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml']]))) },
    { name: 'xl/workbook.xml', bytes: utf8(xmlDocument(workbook(sheets))) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: utf8(
        xmlDocument(
          relationships(sheets.map((_, index) => [`rId${index + 1}`, `${RELATIONS}/worksheet`, `worksheets/sheet${index + 1}.xml`])),
        ),
      ),
    },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, bytes: utf8(xmlDocument(worksheet(sheet))) })),
  ]);
}

const rubricRows = (outgoing: Outgoing): readonly (readonly string[])[] =>
  placedQuestions(outgoing).flatMap(({ file, question }) => {
    const labels = levelLabels(file)(question.rubric.scale);
    return question.rubric.criteria.flatMap(({ id, title, competency, weight, anchors }) => {
      const start = [question.id, id, title, competency, String(weight)];
      const levels = Object.entries(anchors);
      return levels.length === 0
        ? [[...start, '', '', '']]
        : levels.map(([level, anchor]) => [...start, level, labels.get(Number(level)) ?? '', anchor]);
    });
  });

const pieces = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / LONGEST_CELL) }, (_, index) => text.slice(index * LONGEST_CELL, (index + 1) * LONGEST_CELL));

/** JSON in which every character may stand next to the end of a cell: those that XML or a cut would spoil are written as JSON writes them. */
const inHalves = (json: string): string => json.replace(/[\ud800-\udfff\ufffe\uffff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);

const contentTypes = (sheets: number): XmlPiece =>
  element('Types', { xmlns: `${PACKAGE}/content-types` }, [
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    element('Override', { PartName: '/xl/workbook.xml', ContentType: `${TYPE}.sheet.main+xml` }),
    ...Array.from({ length: sheets }, (_, index) =>
      element('Override', { PartName: `/xl/worksheets/sheet${index + 1}.xml`, ContentType: `${TYPE}.worksheet+xml` }),
    ),
  ]);

const relationships = (entries: readonly (readonly [id: string, type: string, target: string])[]): XmlPiece =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    entries.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })),
  );

const workbook = (sheets: readonly Sheet[]): XmlPiece =>
  element('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONS }, [
    element(
      'sheets',
      {},
      sheets.map(({ name, hidden }, index) =>
        element('sheet', { name, sheetId: String(index + 1), state: hidden ? 'veryHidden' : undefined, 'r:id': `rId${index + 1}` }),
      ),
    ),
  ]);

const worksheet = ({ rows }: Sheet): XmlPiece =>
  element('worksheet', { xmlns: MAIN }, [
    element(
      'sheetData',
      {},
      rows.map((cells, index) =>
        element(
          'row',
          { r: String(index + 1) },
          cells.map((text, column) => cell(text, `${letters(column)}${index + 1}`)),
        ),
      ),
    ),
  ]);

/** Blanks at the ends and line ends are kept; a text that is too long for a cell is cut, and only the sidecar has all of it. */
const cell = (text: string, r: string): XmlPiece =>
  text === ''
    ? markup('')
    : element('c', { r, t: 'inlineStr' }, [element('is', {}, [element('t', { 'xml:space': 'preserve' }, text.slice(0, 32_767))])]);

/** 0 → A, 26 → AA. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
