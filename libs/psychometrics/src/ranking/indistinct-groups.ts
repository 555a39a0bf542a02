/**
 * The largest groups within which nobody is told apart from anybody, in the order of their first members.
 *
 * Members are numbers from 0. Groups overlap: everybody is in one or more, and two are in one together exactly if they are not told apart
 * (the columns of a compact letter display). Built by taking in one member after the other: each group either takes the new member, or stays and leaves its
 * compatible part to a new group.
 *
 * Cost O(size² x groups). With equal standard errors there are at most `size` groups.
 *
 * Source: H.-P. Piepho (2004), An algorithm for a letter-based representation of all-pairwise comparisons, Journal of Computational and
 * Graphical Statistics 13(2), 456-466, doi:10.1198/1061860043515.
 */
export function indistinctGroups(size: number, toldApart: (one: number, other: number) => boolean): number[][] {
  let groups: number[][] = [];
  for (let member = 0; member < size; member += 1) {
    const staying: number[][] = [];
    const joined: number[][] = [];
    const apart = Array.from({ length: member }, (_, other) => toldApart(other, member));
    for (const group of groups) {
      const compatible = group.filter((other) => !apart[other]);
      if (compatible.length < group.length) staying.push(group);
      joined.push([...compatible, member]);
    }
    groups = [...staying, ...largest(joined.length > 0 ? joined : [[member]])];
  }
  return groups.sort(inOrder);
}

/** Those that are not part of another; of equal ones, one. All are ascending. */
function largest(groups: readonly number[][]): number[][] {
  const kept: number[][] = [];
  for (const group of [...groups].sort((a, b) => b.length - a.length)) {
    if (!kept.some((larger) => isWithin(group, larger))) kept.push(group);
  }
  return kept;
}

function isWithin(part: readonly number[], whole: readonly number[]): boolean {
  let at = 0;
  for (const member of part) {
    while (at < whole.length && whole[at]! < member) at += 1;
    if (whole[at] !== member) return false;
  }
  return true;
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  for (let k = 0; k < one.length && k < other.length; k += 1) if (one[k] !== other[k]) return one[k]! - other[k]!;
  return one.length - other.length;
}
