import type { Table } from '../report/report';
import type { Paint } from './paint';
import { fit, widthOf, wrap } from './wrap';

const GAP = 2;
/** A column of names is cut to no less than this. */
const LEAST = 8;

/**
 * A table at most `width` columns wide. Where it does not fit, columns that can be spared go first, then columns of names are cut, the widest first.
 */
export function terminalTable(table: Table, width: number, paint: Paint): string[] {
  let kept = table.columns.map((_, index) => index);
  const natural = table.columns.map(({ title }, index) => Math.max(widthOf(title), ...table.rows.map((row) => widthOf(row[index] ?? ''))));
  const needed = (columns: readonly number[], widths: readonly number[]): number =>
    columns.reduce((sum, index) => sum + (widths[index] ?? 0) + GAP, -GAP);
  const spareOf = (index: number): number => table.columns[index]?.spare ?? 0;
  const least = natural.map((size, index) => (table.columns[index]?.align === 'left' ? Math.min(size, LEAST + 4) : size));
  while (needed(kept, least) > width || needed(kept, natural) > width + 4) {
    const sparest = kept.reduce((most, index) => (spareOf(index) > spareOf(most) ? index : most), kept[0] ?? 0);
    if (spareOf(sparest) === 0) break;
    kept = kept.filter((index) => index !== sparest);
  }
  const widths = [...natural];
  while (needed(kept, widths) > width) {
    const widest = kept
      .filter((index) => table.columns[index]?.align === 'left' && (widths[index] ?? 0) > LEAST)
      .reduce<number | null>((most, index) => (most === null || (widths[index] ?? 0) > (widths[most] ?? 0) ? index : most), null);
    if (widest === null) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const line = (cells: readonly string[]): string =>
    kept
      .map((index) => fit(cells[index] ?? '', widths[index] ?? 0, table.columns[index]?.align ?? 'left'))
      .join(' '.repeat(GAP))
      .trimEnd();
  const titles = new Set(kept.map((index) => table.columns[index]?.title));
  const notes = table.notes.flatMap((note) => (typeof note === 'string' ? note : titles.has(note.column) ? note.says : []));
  return [
    paint.strong(table.caption),
    '',
    paint.quiet(line(table.columns.map(({ title }) => title))),
    paint.quiet('─'.repeat(Math.min(width, needed(kept, widths)))),
    ...table.rows.map(line),
    ...(notes.length > 0 ? ['', ...notes.flatMap((note) => wrap(note, width)).map((note) => paint.quiet(note))] : []),
  ];
}
