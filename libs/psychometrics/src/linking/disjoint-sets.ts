/**
 * Who belongs together, when all that is known are pairs that do?
 *
 * Every number of 0..size-1 starts as a set of its own; `join` makes one set of two. Sets are trees: the smaller is hung under the
 * larger, and every look-up halves its path, so that n joins cost O(n α(n)), in practice O(n).
 *
 * Source: R. E. Tarjan & J. van Leeuwen (1984), Worst-case analysis of set union algorithms, Journal of the ACM 31(2), 245-281,
 * doi:10.1145/62.2160.
 */
export class DisjointSets {
  private readonly parent: Int32Array;
  private readonly weight: Int32Array;
  /** How many sets there are. */
  count: number;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, index) => index);
    this.weight = new Int32Array(size).fill(1);
    this.count = size;
  }

  /** The member that stands for the whole set. */
  find(member: number): number {
    const { parent } = this;
    let at = member;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  }

  join(one: number, other: number): void {
    let above = this.find(one);
    let below = this.find(other);
    if (above === below) return;
    if (this.weight[above]! < this.weight[below]!) [above, below] = [below, above];
    this.parent[below] = above;
    this.weight[above]! += this.weight[below]!;
    this.count -= 1;
  }

  /** The sets numbered 0, 1, 2, ... in the order of their first members, and for each member the number of its set. */
  numbered(): Int32Array {
    const number = new Int32Array(this.parent.length).fill(-1);
    const of = new Int32Array(this.parent.length);
    let next = 0;
    for (let member = 0; member < of.length; member += 1) {
      const root = this.find(member);
      if (number[root] === -1) number[root] = next++;
      of[member] = number[root]!;
    }
    return of;
  }
}
