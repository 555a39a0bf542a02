/** Products of two residues stay below 2^40, so that a double holds 4096 of them added up without rounding. */
const PRODUCTS_BEFORE_REDUCING = 4096;
/** Another product still fits into the 53 bits of a double. */
const LARGEST_SAFE_SUM = 2 ** 53 - 2 ** 41;

/**
 * Rows of a matrix of whole numbers, reduced as they come, modulo a prime below 2^20.
 *
 * The rank modulo a prime is never above the rank over the rationals, and below it only where the prime divides every minor that shows the
 * true rank. All arithmetic is exact. A row costs O(columns x rank), in a loop of one multiplication and one addition.
 */
export class EchelonForm {
  /** By leading column; the leading entry is 1. */
  private readonly rows: (Float64Array | undefined)[];
  rank = 0;

  constructor(
    readonly columns: number,
    readonly prime: number,
  ) {
    this.rows = Array.from({ length: columns });
  }

  /** Takes a row of whole numbers; says whether it was independent of those before. */
  insert(row: Float64Array): boolean {
    const rest = row.map((entry) => this.residue(entry));
    let products = 0;
    for (let column = 0; column < this.columns; column += 1) {
      const lead = (rest[column] = this.residue(rest[column]!));
      if (lead === 0) continue;
      const above = this.rows[column];
      if (above === undefined) {
        this.rows[column] = this.scaled(rest, this.inverse(lead));
        this.rank += 1;
        return true;
      }
      const factor = this.prime - lead;
      for (let k = column; k < this.columns; k += 1) rest[k]! += factor * above[k]!;
      products += 1;
      if (products % PRODUCTS_BEFORE_REDUCING === 0) for (let k = column; k < this.columns; k += 1) rest[k] = this.residue(rest[k]!);
    }
    return false;
  }

  /** A vector that every row annuls, with the given values at the columns that are free. */
  annulled(free: () => number): Float64Array {
    const vector = new Float64Array(this.columns);
    for (let column = this.columns - 1; column >= 0; column -= 1) {
      const row = this.rows[column];
      if (row === undefined) {
        vector[column] = this.residue(free());
        continue;
      }
      vector[column] = this.residue(-this.product(row, vector, column + 1));
    }
    return vector;
  }

  /** The inner product of two vectors of residues, from a column on. */
  product(one: Float64Array, other: Float64Array, from = 0): number {
    let sum = 0;
    for (let k = from; k < this.columns; k += 1) {
      sum += one[k]! * other[k]!;
      if (sum > LARGEST_SAFE_SUM) sum = this.residue(sum);
    }
    return this.residue(sum);
  }

  residue(value: number): number {
    const rest = value - Math.floor(value / this.prime) * this.prime;
    if (rest < 0) return rest + this.prime;
    return rest >= this.prime ? rest - this.prime : rest;
  }

  private scaled(row: Float64Array, factor: number): Float64Array {
    return row.map((entry) => this.residue(this.residue(entry) * factor));
  }

  /** By Fermat: a^(p - 2). */
  private inverse(value: number): number {
    let result = 1;
    let power = value;
    for (let exponent = this.prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
      if (exponent % 2 === 1) result = this.residue(result * power);
      power = this.residue(power * power);
    }
    return result;
  }
}
