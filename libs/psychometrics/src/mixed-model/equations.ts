import { factorInPlace } from '../matrices/cholesky-factor';
import { choleskyLogDeterminant } from '../matrices/cholesky-log-determinant';
import { solveBackwards, solveForwards } from '../matrices/cholesky-solve';
import type { Elimination } from './elimination';

/**
 * The mixed model's equations for given variance ratios: Henderson's, with every effect measured in units of its own standard deviation.
 *
 * With λ the standard deviation of a term over that of the residual, the effects u (all of variance 1) and the intercept b minimise
 * |y - 1b - ZΛu|² + |u|². They solve M (u b)' = (ZΛ 1)'y, where M is ΛZ'ZΛ + I bordered by the intercept. `factor` eliminates M block by
 * block, as `Elimination` has it: a factor for each block, its coupling to the outer unknowns it meets, and one dense factor of the
 * rest. `solve` then solves with M. Ratios of 0 are no special case.
 *
 * Source: D. Bates, M. Mächler, B. Bolker & S. Walker (2015), Fitting linear mixed-effects models using lme4, Journal of Statistical
 * Software 67(1), 1-48, doi:10.18637/jss.v067.i01; C. R. Henderson (1975), Best linear unbiased estimation and prediction under a
 * selection model, Biometrics 31(2), 423-447, doi:10.2307/2529430.
 */
export class Equations {
  /** The logarithm of the determinant of M at the last `factor`. */
  logDeterminant = 0;
  /** λ of each term. */
  readonly scale: Float64Array;
  /** The order of the rest: the outer unknowns and the intercept. */
  readonly order: number;
  /** The factor of the rest, in the lower triangle. */
  readonly rest: Float64Array;
  private readonly blocks: number;
  private readonly blockFactor: Float64Array;
  private readonly blockFactorStart: Float64Array;
  private readonly coupling: Float64Array;
  private readonly couplingStart: Float64Array;

  constructor(readonly elimination: Elimination) {
    const { unknown, unknownStart, metStart, outerCount } = elimination;
    this.blocks = unknownStart.length - 1;
    this.scale = new Float64Array(unknown.length);
    this.blockFactorStart = new Float64Array(this.blocks + 1);
    this.couplingStart = new Float64Array(this.blocks + 1);
    for (let block = 0; block < this.blocks; block += 1) {
      const own = unknownStart[block + 1]! - unknownStart[block]!;
      const met = metStart[block + 1]! - metStart[block]!;
      this.blockFactorStart[block + 1] = this.blockFactorStart[block]! + own * own;
      this.couplingStart[block + 1] = this.couplingStart[block]! + own * met;
    }
    this.blockFactor = new Float64Array(this.blockFactorStart[this.blocks]!);
    this.coupling = new Float64Array(this.couplingStart[this.blocks]!);
    this.order = outerCount + 1;
    this.rest = new Float64Array(this.order * this.order);
  }

  /** `ratios` are the variances of the terms over that of the residual. `false` where rounding leaves nothing positive to divide by. */
  factor(ratios: Float64Array): boolean {
    for (let t = 0; t < ratios.length; t += 1) this.scale[t] = Math.sqrt(ratios[t]!);
    this.fillRest();
    this.fillBlocks();
    this.logDeterminant = 0;
    for (let block = 0; block < this.blocks; block += 1) {
      const own = this.ownOf(block);
      const factor = this.factorOf(block);
      if (!factorInPlace(factor, own)) return false;
      this.logDeterminant += choleskyLogDeterminant(factor, own);
      this.takeOff(factor, own, this.couplingOf(block), this.metBy(block));
    }
    if (!factorInPlace(this.rest, this.order)) return false;
    this.logDeterminant += choleskyLogDeterminant(this.rest, this.order);
    return true;
  }

  /** Solves M x = b, x replacing b: one number for each unknown, the intercept last. */
  solve(x: Float64Array): void {
    const outer = x.subarray(this.elimination.innerCount);
    for (let block = 0; block < this.blocks; block += 1) {
      const own = this.ownOf(block);
      const part = this.unknownsOf(x, block);
      solveForwards(this.factorOf(block), own, part);
      const met = this.metBy(block);
      const coupling = this.couplingOf(block);
      for (let place = 0; place < met.length; place += 1) {
        let sum = 0;
        for (let k = 0; k < own; k += 1) sum += coupling[place * own + k]! * part[k]!;
        outer[met[place]!] = outer[met[place]!]! - sum;
      }
    }
    solveForwards(this.rest, this.order, outer);
    solveBackwards(this.rest, this.order, outer);
    for (let block = 0; block < this.blocks; block += 1) {
      const own = this.ownOf(block);
      const part = this.unknownsOf(x, block);
      const met = this.metBy(block);
      const coupling = this.couplingOf(block);
      for (let place = 0; place < met.length; place += 1) {
        const value = outer[met[place]!]!;
        for (let k = 0; k < own; k += 1) part[k] = part[k]! - coupling[place * own + k]! * value;
      }
      solveBackwards(this.factorOf(block), own, part);
    }
  }

  /** Z'v, and the sum of v for the intercept: what each level's rows add up to. `values` in the order of the blocks, as everywhere here. */
  sumsOf(values: Float64Array): Float64Array {
    const { unknown, innerCount, outerCount } = this.elimination;
    const sums = new Float64Array(innerCount + outerCount + 1);
    for (const column of unknown) {
      for (let row = 0; row < column.length; row += 1) sums[column[row]!] = sums[column[row]!]! + values[row]!;
    }
    for (let row = 0; row < values.length; row += 1) sums[sums.length - 1] = sums[sums.length - 1]! + values[row]!;
    return sums;
  }

  /** λ of the term that an unknown belongs to, for all of them, times what is given; the intercept is left alone. */
  scaled(values: Float64Array): Float64Array {
    const { termOf } = this.elimination;
    const product = values.slice();
    for (let u = 0; u < termOf.length; u += 1) product[u] = this.scale[termOf[u]!]! * values[u]!;
    return product;
  }

  /** y - 1b - ZΛu */
  residualsOf(values: Float64Array, unknowns: Float64Array): Float64Array {
    const effects = this.scaled(unknowns);
    const intercept = effects[effects.length - 1]!;
    const left = values.slice();
    for (let row = 0; row < left.length; row += 1) left[row] = left[row]! - intercept;
    for (const column of this.elimination.unknown) {
      for (let row = 0; row < left.length; row += 1) left[row] = left[row]! - effects[column[row]!]!;
    }
    return left;
  }

  /** How many unknowns a block has. */
  ownOf(block: number): number {
    return this.elimination.unknownStart[block + 1]! - this.elimination.unknownStart[block]!;
  }

  /** A block's part of a vector of all unknowns. */
  unknownsOf(unknowns: Float64Array, block: number): Float64Array {
    return unknowns.subarray(this.elimination.unknownStart[block]!, this.elimination.unknownStart[block + 1]!);
  }

  factorOf(block: number): Float64Array {
    return this.blockFactor.subarray(this.blockFactorStart[block]!, this.blockFactorStart[block + 1]!);
  }

  metBy(block: number): Int32Array {
    return this.elimination.met.subarray(this.elimination.metStart[block]!, this.elimination.metStart[block + 1]!);
  }

  /** A row for each unknown that the block meets, a column for each of its own. */
  couplingOf(block: number): Float64Array {
    return this.coupling.subarray(this.couplingStart[block]!, this.couplingStart[block + 1]!);
  }

  private fillRest(): void {
    const { outer, unknown, innerCount, outerCount, rows } = this.elimination;
    const { rest, order, scale } = this;
    const border = outerCount * order;
    rest.fill(0);
    for (let k = 0; k < outerCount; k += 1) rest[k * order + k] = 1;
    rest[border + outerCount] = rows.length;
    for (const [place, t] of outer.entries()) {
      const column = unknown[t]!;
      const own = scale[t]!;
      for (let row = 0; row < column.length; row += 1) {
        const u = column[row]! - innerCount;
        rest[u * order + u] = rest[u * order + u]! + own * own;
        rest[border + u] = rest[border + u]! + own;
      }
      // Unknowns of an earlier term have smaller numbers, so this is the lower triangle.
      for (const other of outer.slice(0, place)) addPairs(rest, order, column, unknown[other]!, innerCount, own * scale[other]!);
    }
  }

  private fillBlocks(): void {
    const { inner, outer, blockStart, unknown, unknownStart, metAt } = this.elimination;
    const { blockFactor, coupling, scale } = this;
    blockFactor.fill(0);
    coupling.fill(0);
    for (let block = 0; block < this.blocks; block += 1) {
      const own = this.ownOf(block);
      const first = unknownStart[block]!;
      const from = blockStart[block]!;
      const to = blockStart[block + 1]!;
      const origin = this.blockFactorStart[block]!;
      const joint = this.couplingStart[block]!;
      const intercept = this.couplingStart[block + 1]! - own;
      for (let k = 0; k < own; k += 1) blockFactor[origin + k * own + k] = 1;
      for (const t of inner) {
        const column = unknown[t]!;
        for (let row = from; row < to; row += 1) {
          const cell = intercept + column[row]! - first;
          coupling[cell] = coupling[cell]! + scale[t]!;
        }
        for (const other of inner) {
          const otherColumn = unknown[other]!;
          const product = scale[t]! * scale[other]!;
          for (let row = from; row < to; row += 1) {
            const cell = origin + (column[row]! - first) * own + otherColumn[row]! - first;
            blockFactor[cell] = blockFactor[cell]! + product;
          }
        }
        for (const other of outer) {
          const place = metAt[other]!;
          const product = scale[t]! * scale[other]!;
          for (let row = from; row < to; row += 1) {
            const cell = joint + place[row]! * own + column[row]! - first;
            coupling[cell] = coupling[cell]! + product;
          }
        }
      }
    }
  }

  /** Solves the coupling forwards through the block, and takes its products off the rest. */
  private takeOff(factor: Float64Array, own: number, coupling: Float64Array, met: Int32Array): void {
    const { rest, order } = this;
    if (own === 0) return;
    for (let i = 0; i < met.length; i += 1) {
      const first = i * own;
      solveForwards(factor, own, coupling, own, first);
      const row = met[i]! * order;
      for (let j = 0; j <= i; j += 1) {
        const second = j * own;
        let sum = 0;
        for (let k = 0; k < own; k += 1) sum += coupling[first + k]! * coupling[second + k]!;
        rest[row + met[j]!] = rest[row + met[j]!]! - sum;
      }
    }
  }
}

/** Adds `product` wherever a row joins an unknown of one column to one of the other. */
function addPairs(rest: Float64Array, order: number, column: Int32Array, other: Int32Array, from: number, product: number): void {
  for (let row = 0; row < column.length; row += 1) {
    const cell = (column[row]! - from) * order + other[row]! - from;
    rest[cell] = rest[cell]! + product;
  }
}
