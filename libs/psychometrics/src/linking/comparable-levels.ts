import { type Random, seededRandom } from '@touchstone/kernel';
import type { Facet, Incidence } from './incidence';
import type { ReducedDesign } from './reduced-design';

/** Two levels that differ are taken for equal with a probability of 2^-60. */
const VECTORS = 3;

/**
 * For each facet, which levels can be compared with which: equal numbers where their difference rests on data.
 *
 * A difference of two levels is estimable where every vector that is invisible to the data gives both the same value. Instead of a basis of all
 * invisible vectors, which may be as many as levels, three random ones are drawn (the same on every run): levels that differ in any invisible vector
 * differ in a random one with probability 1 - 1/prime. Cost O(ratings + classes²).
 */
export function comparableLevels(incidence: Incidence, design: ReducedDesign): readonly [Int32Array, Int32Array, Int32Array] {
  const random = seededRandom(1);
  const vectors = Array.from({ length: VECTORS }, () => invisibleVector(incidence, design, random));
  const numbered = (facet: Facet): Int32Array => {
    const numbers = new Map<string, number>();
    return Int32Array.from({ length: incidence.levels[facet] }, (_, level) => {
      const key = vectors.map((vector) => vector[facet][level]).join();
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  };
  return [numbered(0), numbered(1), numbered(2)];
}

/** A random solution of `candidate + rater + item = 0 for every rating`, modulo the prime of the design. */
export function invisibleVector(
  { columns, levels }: Incidence,
  { bound, sides, classes, forest, cycles }: ReducedDesign,
  random: Random,
): readonly [Float64Array, Float64Array, Float64Array] {
  const any = (): number => Math.floor(random.next() * cycles.prime);
  const ofClass = cycles.annulled(any);
  const values: [Float64Array, Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0), new Float64Array(0)];
  values[bound] = Float64Array.from(classes.classOf, (number) => ofClass[number]!);
  const nodes = new Float64Array(forest.order.length);
  for (const node of forest.order) {
    const row = forest.edge[node]!;
    nodes[node] = row === -1 ? any() : cycles.residue(-values[bound][columns[bound][row]!]! - nodes[forest.parent[node]!]!);
  }
  values[sides[0]] = nodes.slice(0, levels[sides[0]]);
  values[sides[1]] = nodes.slice(levels[sides[0]]);
  return values;
}
