import { seededRandom } from '@touchstone/kernel';

import type { PackedCopies, PackedProgram } from './packed-program';

const TOLERANCE = 1e-9;

/**
 * Deals what was chosen for all copies together out to the single copies, so that every row of every copy holds: columns that
 * stand for several copies (`counts`, by position) go into as many of them, each at most once. `values` holds what is fixed
 * already (shared columns) and receives the answer. Copies that share nothing else but the pool are dealt out this way in
 * milliseconds where branching would take hours: the rows have room, and there are millions of exchanges to choose from.
 *
 * Starts from piles that are alike, then exchanges pairs between two copies, or moves one, by chance; what brings the rows
 * farther from their limits is taken now and then, and ever less (threshold accepting); at last every exchange is tried. Seeded:
 * same input, same answer. False where the cycles did not suffice, which proves nothing.
 *
 * Source: G. Dueck and T. Scheuer, Threshold accepting, J. Comput. Phys. 90 (1990).
 */
export function dealOut(
  program: PackedProgram,
  { columns, rows }: PackedCopies,
  counts: ArrayLike<number>,
  values: Float64Array,
  { seed, timeLeft }: { readonly seed: number; readonly timeLeft: () => boolean },
): boolean {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random.next() * limit);
  const deal = new Deal(program, columns, rows, counts, values);
  if (deal.items.length === 0) return deal.penalty() === 0;
  for (let cycle = 0; cycle < CYCLES && timeLeft(); cycle += 1) {
    // Few items can be dealt out in few ways: a program does that better than many cycles here.
    if (cycle > 0 && deal.items.length < FEW) return false;
    const moves = deal.items.length * MOVES_PER_ITEM;
    for (let move = 0; move < moves && !deal.isDone(); move += 1) {
      const other = random.next() < 0.15 ? -1 - below(columns.length) : below(deal.items.length);
      deal.tryExchange(below(deal.items.length), other, WARMTH * random.next() * (1 - move / moves) ** 3);
    }
    while (!deal.isDone() && deal.tryAllExchanges()) if (!timeLeft()) return false;
    if (deal.isDone()) {
      deal.write(values);
      return true;
    }
  }
  return false;
}

const CYCLES = 12;
const FEW = 100;
const MOVES_PER_ITEM = 150;
const WARMTH = 0.6;
const COUNT_WEIGHT = 4;

/** Which copy each chosen item stands in, and how far the rows of each copy are from holding. */
class Deal {
  /** Position of each item, a position that stands for two copies twice. */
  readonly items: Int32Array;
  private readonly copyOf: Int32Array;
  private readonly holds: Uint8Array;
  /** Terms of each position in the rows of a copy: the same for all of them. */
  private readonly rowsOf: Int32Array[];
  private readonly coefficientsOf: Float64Array[];
  private readonly sums: Float64Array[];
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly unit: Float64Array;
  private total = 0;

  constructor(
    program: PackedProgram,
    private readonly columns: readonly Int32Array[],
    rows: readonly Int32Array[],
    counts: ArrayLike<number>,
    fixed: Float64Array,
  ) {
    const positions = columns[0]!.length;
    const own = rows[0]!;
    const positionOf = new Map<number, number>();
    columns[0]!.forEach((column, position) => positionOf.set(column, position));
    const terms: { row: number; coefficient: number }[][] = Array.from({ length: positions }, () => []);
    this.lower = new Float64Array(own.length);
    this.upper = new Float64Array(own.length);
    this.unit = new Float64Array(own.length);
    own.forEach((row, index) => {
      let shared = 0;
      let size = 0;
      let number = 0;
      let isCount = true;
      for (let at = program.starts[row]!; at < program.starts[row + 1]!; at += 1) {
        const position = positionOf.get(program.indices[at]!);
        const coefficient = program.values[at]!;
        if (position === undefined) shared += coefficient * fixed[program.indices[at]!]!;
        else if (counts[position]! > 0) {
          terms[position]!.push({ row: index, coefficient });
          size += Math.abs(coefficient);
          number += 1;
          isCount &&= coefficient === 1;
        }
      }
      this.lower[index] = program.rowLower[row]! - shared - TOLERANCE;
      this.upper[index] = program.rowUpper[row]! - shared + TOLERANCE;
      // One question more or less weighs alike in every row; where questions are counted it weighs more, since only a move mends that.
      this.unit[index] = isCount ? COUNT_WEIGHT : number / Math.max(1, size);
    });
    this.rowsOf = terms.map((list) => Int32Array.from(list, ({ row }) => row));
    this.coefficientsOf = terms.map((list) => Float64Array.from(list, ({ coefficient }) => coefficient));
    this.sums = columns.map(() => new Float64Array(own.length));
    this.holds = new Uint8Array(columns.length * positions);
    this.items = Int32Array.from(this.alikeTogether(counts));
    this.copyOf = new Int32Array(this.items.length);
    this.items.forEach((position, index) => {
      // Back and forth, so that no copy always gets the larger of two.
      const turn = index % (2 * columns.length);
      let copy = turn < columns.length ? turn : 2 * columns.length - 1 - turn;
      while (this.holds[copy * positions + position] === 1) copy = (copy + 1) % columns.length;
      this.place(index, copy);
    });
    this.total = this.penalty();
  }

  isDone(): boolean {
    return this.total < TOLERANCE && this.penalty() < TOLERANCE;
  }

  penalty(): number {
    let total = 0;
    for (const sums of this.sums) for (let row = 0; row < sums.length; row += 1) total += this.missed(row, sums[row]!);
    return total;
  }

  /** Exchanges two items, or moves one to the copy `-1 - other`; undone where it costs more than `allowed`. */
  tryExchange(one: number, other: number, allowed: number): void {
    const positions = this.columns[0]!.length;
    const from = this.copyOf[one]!;
    const to = other < 0 ? -1 - other : this.copyOf[other]!;
    if (from === to) return;
    const [goes, comes] = [this.items[one]!, other < 0 ? -1 : this.items[other]!];
    if (this.holds[to * positions + goes] === 1 || (comes >= 0 && this.holds[from * positions + comes] === 1)) return;
    const change =
      this.shift(goes, from, -1) + this.shift(goes, to, 1) + (comes < 0 ? 0 : this.shift(comes, to, -1) + this.shift(comes, from, 1));
    if (change <= allowed) {
      this.total += change;
      this.holds[from * positions + goes] = 0;
      this.holds[to * positions + goes] = 1;
      this.copyOf[one] = to;
      if (comes >= 0) {
        this.holds[to * positions + comes] = 0;
        this.holds[from * positions + comes] = 1;
        this.copyOf[other] = from;
      }
      return;
    }
    this.shift(goes, from, 1);
    this.shift(goes, to, -1);
    if (comes >= 0) {
      this.shift(comes, to, 1);
      this.shift(comes, from, -1);
    }
  }

  /** Tries every exchange of two items once; whether any of them helped. */
  tryAllExchanges(): boolean {
    const before = this.total;
    for (let one = 0; one < this.items.length; one += 1) {
      for (let other = one + 1; other < this.items.length; other += 1) {
        if (this.copyOf[one] !== this.copyOf[other]) this.tryExchange(one, other, -TOLERANCE);
      }
      if (this.isDone()) return true;
    }
    return this.total < before - TOLERANCE;
  }

  write(values: Float64Array): void {
    for (const list of this.columns) for (const column of list) values[column] = 0;
    this.items.forEach((position, index) => (values[this.columns[this.copyOf[index]!]![position]!] = 1));
  }

  private place(item: number, copy: number): void {
    const position = this.items[item]!;
    this.copyOf[item] = copy;
    this.holds[copy * this.columns[0]!.length + position] = 1;
    const sums = this.sums[copy]!;
    this.rowsOf[position]!.forEach((row, index) => (sums[row]! += this.coefficientsOf[position]![index]!));
  }

  /** Adds a position to the sums of a copy, or takes it off; returns by how much the rows are farther from holding. */
  private shift(position: number, copy: number, sign: 1 | -1): number {
    const rows = this.rowsOf[position]!;
    const coefficients = this.coefficientsOf[position]!;
    const sums = this.sums[copy]!;
    let change = 0;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index]!;
      change -= this.missed(row, sums[row]!);
      sums[row]! += sign * coefficients[index]!;
      change += this.missed(row, sums[row]!);
    }
    return change;
  }

  private missed(row: number, sum: number): number {
    const off = sum < this.lower[row]! ? this.lower[row]! - sum : sum > this.upper[row]! ? sum - this.upper[row]! : 0;
    return off * this.unit[row]!;
  }

  /** Items in an order in which neighbours stand in the same rows with like coefficients. */
  private alikeTogether(counts: ArrayLike<number>): number[] {
    const keyOf = (position: number): string => this.rowsOf[position]!.join(' ');
    const weightOf = (position: number): number => this.coefficientsOf[position]!.reduce((sum, coefficient) => sum + coefficient, 0);
    return this.rowsOf
      .flatMap((_, position) => Array.from({ length: Math.round(counts[position]!) }, () => position))
      .map((position) => ({ position, key: keyOf(position), weight: weightOf(position) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.weight - b.weight || a.position - b.position))
      .map(({ position }) => position);
  }
}
