import { elementAt, elementsOf, type XmlElement } from '../../guard/xml-element';

/** Numbers of the number formats that every workbook knows and that show days (ECMA-376, 18.8.30). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const DAY_MILLISECONDS = 86_400_000;

/** Positions of the cell styles by which a number is shown as a day. */
export function dateStyles(styles: XmlElement | null): ReadonlySet<number> {
  if (styles === null) return new Set();
  const own = new Set(
    elementsOf(elementAt(styles, 'numFmts') ?? styles, 'numFmt')
      .filter(({ attributes }) => /[ymd]/i.test((attributes.get('formatCode') ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')))
      .map(({ attributes }) => Number(attributes.get('numFmtId'))),
  );
  const formats = elementsOf(elementAt(styles, 'cellXfs') ?? styles, 'xf').map(({ attributes }) =>
    Number(attributes.get('numFmtId') ?? '0'),
  );
  return new Set(formats.flatMap((format, index) => (DAY_FORMATS.has(format) || own.has(format) ? [index] : [])));
}

/** `46099` → `2026-03-18`. Day 60 of the system of 1900 never was; days before it are one off in every program, and so are they here. */
export function dayOfSerial(serial: number, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(epoch + Math.floor(serial) * DAY_MILLISECONDS);
  return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10);
}
