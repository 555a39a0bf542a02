import { type Cell, textOf } from './sheet';

/** Texts that say in so many words that nothing was rated. */
const NOT_RATED = new Set(['', 'na', 'n/a', 'not_observed', 'not observed', 'not rated']);

const PLAIN = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
/** 1,234 is one thousand and more in one country, one and a bit in another. */
const AMBIGUOUS = /^[+-]?\d{1,3},\d{3}$/;

/**
 * The number in a cell; `NOT_RATED` where there is none, and knowingly so; null where there is something else.
 *
 * The decimal sign may be a point or a comma. Thousands are not grouped. Where the comma also separates fields, 1,234 is not read as
 * either number.
 */
export function numberInCell(cell: Cell | undefined, commaSeparates = false): number | 'NOT_RATED' | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const text = textOf(cell);
  if (!PLAIN.test(text)) return NOT_RATED.has(text.toLowerCase()) ? 'NOT_RATED' : null;
  if (commaSeparates && AMBIGUOUS.test(text)) return null;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
