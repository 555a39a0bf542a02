import { type Json } from './section';
import { isBranch } from './tree';

/** What is wrong with our leaf, in words; null where it agrees. */
export function faultOfLeaf(expected: Json, ours: Json | undefined, tolerance: number | undefined): string | null {
  if (ours === undefined) return `the library gives nothing, expected ${shown(expected)}`;
  if (isBranch(expected)) {
    return isBranch(ours) && Object.keys(ours).length === 0 ? null : `expected nothing inside, the library gives ${shown(ours)}`;
  }
  if (typeof expected !== 'number') return ours === expected ? null : `expected ${shown(expected)}, the library gives ${shown(ours)}`;
  if (tolerance === undefined) return 'no tolerance is stated';
  if (typeof ours !== 'number') return `expected ${expected}, the library gives ${shown(ours)}`;
  const difference = Math.abs(ours - expected);
  const allowed = tolerance + roundingOf(expected);
  if (difference <= allowed) return null;
  return `expected ${expected}, the library gives ${ours}: off by ${difference.toPrecision(2)}, allowed ${allowed.toPrecision(2)}`;
}

/** The oracles print ten significant digits: so much may the printed number differ from the one that was computed, 5e-9 for 36.27361564. */
const DIGITS = 10;
const roundingOf = (printed: number): number => (printed === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(printed))) + 1 - DIGITS));

const shown = (leaf: Json): string => {
  const text = typeof leaf === 'number' ? String(leaf) : JSON.stringify(leaf);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
};
