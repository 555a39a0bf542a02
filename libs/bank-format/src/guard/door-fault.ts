/** Where in a file something was found. Lines, columns and rows count from 1; `file` is a name inside an archive. */
export interface DoorPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly sheet?: string;
  readonly row?: number;
  /** The way to the member at fault, such as `questions[0].title`. */
  readonly path?: string;
}

/**
 * What keeps a whole file out:
 * - `FILE_…`, `TOO_LARGE`, `ARCHIVE_…`: the bytes; `ENCODING_INVALID`: the letters;
 * - `XML_…`, `JSON_…`, `YAML_…`, `CSV_NOT_WELL_FORMED`, `XLSX_NOT_READABLE`: the grammar; `SCHEMA_…`: the own format;
 * - `TOO_MANY_…`: more than is read at once;
 * - `FORMAT_UNKNOWN`, `FORMAT_NOT_IMPORTABLE`, `QTI_MANIFEST_MISSING`, `COLUMN_NOT_FOUND`, `NOTHING_TO_IMPORT`: what is in it.
 */
export type RefusalCode =
  | 'FILE_EMPTY'
  | 'FILE_TYPE_MISMATCH'
  | 'TOO_LARGE'
  | 'ARCHIVE_NOT_ZIP'
  | 'ARCHIVE_DAMAGED'
  | 'ARCHIVE_TOO_MANY_ENTRIES'
  | 'ARCHIVE_TOO_LARGE'
  | 'ARCHIVE_RATIO'
  | 'ARCHIVE_SIZE_MISMATCH'
  | 'ARCHIVE_UNSAFE_PATH'
  | 'ARCHIVE_UNSAFE_ENTRY'
  | 'ARCHIVE_DUPLICATE_ENTRY'
  | 'ENCODING_INVALID'
  | 'XML_DTD_FORBIDDEN'
  | 'XML_TOO_DEEP'
  | 'XML_TOO_MANY_NODES'
  | 'XML_NOT_WELL_FORMED'
  | 'JSON_NOT_WELL_FORMED'
  | 'JSON_TOO_DEEP'
  | 'JSON_DUPLICATE_KEY'
  | 'YAML_ALIASES_FORBIDDEN'
  | 'YAML_NOT_PORTABLE'
  | 'YAML_DUPLICATE_KEY'
  | 'YAML_TOO_DEEP'
  | 'YAML_NOT_WELL_FORMED'
  | 'SCHEMA_INVALID'
  | 'SCHEMA_UNKNOWN_KEY'
  | 'CSV_NOT_WELL_FORMED'
  | 'XLSX_NOT_READABLE'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_QUESTIONS'
  | 'FORMAT_UNKNOWN'
  | 'FORMAT_NOT_IMPORTABLE'
  | 'QTI_MANIFEST_MISSING'
  | 'COLUMN_NOT_FOUND'
  | 'NOTHING_TO_IMPORT';

/** What is said about a file that comes in all the same: something was left out, changed, guessed, or deserves a look. */
export type NoticeCode =
  | 'ATTACHMENT_REFUSED'
  | 'ATTACHMENT_GUESSED'
  | 'ATTACHMENT_MISSING'
  | 'BOLD_TEXT_SKIPPED'
  | 'CHARACTERS_REMOVED'
  | 'COLUMNS_GUESSED'
  | 'CSV_ROW_LONG'
  | 'CSV_ROW_SHORT'
  | 'DIALECT_GUESSED'
  | 'DUPLICATE_SOURCE_ID'
  | 'ENCODING_GUESSED'
  | 'FIELD_DROPPED'
  | 'FIELD_DERIVED'
  | 'FIELD_SUPPLIED'
  | 'GIFT_BLOCK_INVALID'
  | 'HTML_SANITISED'
  | 'ITEM_INVALID'
  | 'ITEMS_NOT_IN_MANIFEST'
  | 'ITEM_REPEATED'
  | 'LICENSE_UNKNOWN'
  | 'LINKS_TO_PRIVATE_DOCUMENTS'
  | 'MANIFEST_NOT_AT_ROOT'
  | 'PERSONAL_DATA_DROPPED'
  | 'POSSIBLE_DUPLICATE_TEXT'
  | 'ROW_EMPTY_TEXT'
  | 'SIDECAR_CHANGED'
  | 'SIDECAR_UNREADABLE'
  | 'SIDECAR_USED'
  | 'TEMPLATE_DIRECTIVE_DROPPED'
  | 'TEXT_TOO_LONG'
  | 'TYPE_NOT_REPRESENTABLE'
  | 'XLSX_FORMULA_VALUE_USED'
  | 'XLSX_HIDDEN_SHEET_SKIPPED';

export type DoorCode = RefusalCode | NoticeCode;

/** One thing about a file that comes in: what is the matter, where, and how to mend it. Never holds a path of this machine. */
export interface DoorFault<Code extends DoorCode = DoorCode> {
  readonly code: Code;
  readonly message: string;
  /** What to do about it, as a sentence; empty where nothing needs to be done. */
  readonly fix: string;
  readonly place: DoorPlace;
}

export const NOWHERE: DoorPlace = {};

/** One line for a terminal or a log: `CODE at file:line:column: message fix`. */
export function doorFaultText({ code, message, fix, place }: DoorFault): string {
  const where = placeText(place);
  return `${code}${where === '' ? '' : ` at ${where}`}: ${fix === '' ? message : `${message} ${fix}`}`;
}

/** `package/item.xml:17:3`, `sheet "Bank", row 4`, `questions[0].title`; the empty place is the empty text. */
export function placeText({ file, line, column, sheet, row, path }: DoorPlace): string {
  const position = line === undefined ? '' : `${line}:${column ?? 1}`;
  const parts = [
    file === undefined ? position : position === '' ? file : `${file}:${position}`,
    sheet === undefined ? '' : `sheet "${sheet}"`,
    row === undefined ? '' : `row ${row}`,
    path ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
