import { allText, elementsOf, type XmlElement } from '../../guard/xml-element';
import { dayOfSerial } from './sheet-dates';

/** `C7` or `C` → 2; null where it is no such name. */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The text that the cell shows, as far as it matters here: strings, numbers, yes and no, days. Errors are empty. */
export function cellText(
  cell: XmlElement,
  { strings, dates, from1904 }: { readonly strings: readonly string[]; readonly dates: ReadonlySet<number>; readonly from1904: boolean },
): string {
  const type = cell.attributes.get('t') ?? 'n';
  if (type === 'inlineStr') return elementsOf(cell, 'is').map(allText).join('');
  const value = elementsOf(cell, 'v').map(allText).join('');
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'e') return '';
  if (type === 'str' || type === 'd') return value;
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  return dates.has(Number(cell.attributes.get('s') ?? '-1')) ? dayOfSerial(number, from1904) : String(number);
}
