import { rowsByLevel } from './rows-by-level';

/**
 * A forest that reaches every node of a two-sided graph by the fewest steps from the roots. Nodes are the left levels, then the right ones;
 * edges are rows.
 */
export interface SpanningForest {
  readonly trees: number;
  /** Nodes in the order of being reached, every parent before its children. */
  readonly order: Int32Array;
  /** For each node the node before it and the row that leads there; -1 for a root. */
  readonly parent: Int32Array;
  readonly edge: Int32Array;
  readonly depth: Int32Array;
}

/** Breadth first from the lowest node not yet reached. Breadth keeps paths, and so cycles closed by further rows, short. Cost O(rows + nodes). */
export function spanningForest(left: Int32Array, right: Int32Array, lefts: number, rights: number): SpanningForest {
  const ofLeft = rowsByLevel(left, lefts);
  const ofRight = rowsByLevel(right, rights);
  const nodes = lefts + rights;
  const order = new Int32Array(nodes);
  const parent = new Int32Array(nodes).fill(-1);
  const edge = new Int32Array(nodes).fill(-1);
  const depth = new Int32Array(nodes).fill(-1);
  let trees = 0;
  let reached = 0;
  for (let root = 0; root < nodes; root += 1) {
    if (depth[root] !== -1) continue;
    trees += 1;
    depth[root] = 0;
    order[reached++] = root;
    for (let at = reached - 1; at < reached; at += 1) {
      const node = order[at]!;
      const isLeft = node < lefts;
      const { start, rows } = isLeft ? ofLeft : ofRight;
      const level = isLeft ? node : node - lefts;
      for (let k = start[level]!; k < start[level + 1]!; k += 1) {
        const row = rows[k]!;
        const next = isLeft ? right[row]! + lefts : left[row]!;
        if (depth[next] !== -1) continue;
        depth[next] = depth[node]! + 1;
        parent[next] = node;
        edge[next] = row;
        order[reached++] = next;
      }
    }
  }
  return { trees, order, parent, edge, depth };
}
