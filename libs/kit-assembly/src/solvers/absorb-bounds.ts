import { onlyRows, type PackedProgram } from './packed-program';

/**
 * The same program with every row of a single column taken as what it is: a bound of that column. Null where the bounds of a
 * column contradict each other. A question that is barred by its own row is then a column that is fixed, and no row at all.
 */
export function absorbBounds(program: PackedProgram): PackedProgram | null {
  const { starts, indices, values, rowLower, rowUpper, integer } = program;
  const lower = Float64Array.from(program.lower);
  const upper = Float64Array.from(program.upper);
  const kept: number[] = [];
  for (let row = 0; row < rowLower.length; row += 1) {
    const at = starts[row]!;
    if (starts[row + 1]! - at !== 1 || values[at] === 0) {
      kept.push(row);
      continue;
    }
    const column = indices[at]!;
    const coefficient = values[at]!;
    const [one, other] = [rowLower[row]! / coefficient, rowUpper[row]! / coefficient];
    const [low, high] = coefficient > 0 ? [one, other] : [other, one];
    const isWhole = integer[column] === 1;
    lower[column] = Math.max(lower[column]!, isWhole ? Math.ceil(low - ROUNDING) : low);
    upper[column] = Math.min(upper[column]!, isWhole ? Math.floor(high + ROUNDING) : high);
    if (lower[column]! > upper[column]!) return null;
  }
  return kept.length === rowLower.length ? program : { ...onlyRows(program, kept), lower, upper, copies: [] };
}

const ROUNDING = 1e-9;
