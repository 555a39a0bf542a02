import type { Published } from './pair';
import type { Json } from './section';

/** Room for the last bit of a decimal fraction, as in 0.285 printed for 0.2845. */
const ROUNDING = 1e-12;

/**
 * What is wrong with our number against a printed one; null where it agrees: ours, rounded as the source rounds, is what was printed. That is half a unit of the last
 * decimal, and the `slack` of the source on top. A printed 1 or 0 may stand for true or false; a printed bound is one of the size, whatever the sign.
 */
export function faultOfPublished(figure: Published, ours: Json | undefined): string | null {
  const { value, decimals, slack = 0, statement } = figure;
  const number = typeof ours === 'boolean' ? Number(ours) : ours;
  if (typeof number !== 'number')
    return `printed ${statement ?? value}, the library gives ${ours === undefined ? 'nothing' : JSON.stringify(ours)}`;
  if (statement !== undefined) return faultOfStatement(statement, number);
  if (value === undefined || decimals === undefined) return 'what was printed has no value or no decimals';
  const allowed = 0.5 * 10 ** -decimals + slack;
  return Math.abs(number - value) <= allowed * (1 + ROUNDING) + ROUNDING
    ? null
    : `printed ${value}, the library gives ${number}: more than ${allowed} away`;
}

function faultOfStatement(statement: string, ours: number): string | null {
  const [, sign, bound] = /^\s*([<>])\s*(\d+(?:\.\d+)?)\b/.exec(statement) ?? [];
  if (sign === undefined) return `what “${statement}” asks is not understood`;
  const holds = sign === '<' ? Math.abs(ours) < Number(bound) : Math.abs(ours) > Number(bound);
  return holds ? null : `printed “${statement}”, the library gives ${ours}`;
}
