import { seededRandom } from '@touchstone/kernel';
import type { AssemblyInput } from '../../apps/cli/src/assemble/input/instance';

export interface InstanceShape {
  readonly items: number;
  readonly forms: number;
  /** Questions in a form. */
  readonly size: number;
  readonly objective: 'max_sum' | 'maximin_sum';
  readonly seed: number;
}

const COMPETENCIES = [
  'communication',
  'problem-solving',
  'teamwork',
  'leadership',
  'integrity',
  'technical-depth',
  'customer-focus',
  'planning',
] as const;

/**
 * A test assembly instance by chance: whole minutes and quality, difficulty in hundredths, one or two competencies an item, two
 * enemies for each, limits that bind without ruling everything out. The same shape gives the same instance, always.
 */
export function generateInstance({ items: count, forms, size, objective, seed }: InstanceShape): AssemblyInput {
  const random = seededRandom(seed);
  const between = (low: number, high: number): number => low + Math.floor(random.next() * (high - low + 1));
  const idOf = (number: number): string => `q${String(number).padStart(5, '0')}`;
  const items = Array.from({ length: count }, (_, index) => {
    const own = COMPETENCIES[between(0, COMPETENCIES.length - 1)] as string;
    const second = COMPETENCIES[between(0, COMPETENCIES.length - 1)] as string;
    return {
      id: idOf(index + 1),
      difficulty: between(15, 85) / 100,
      minutes: between(3, 15),
      competencies: random.next() < 0.3 && second !== own ? [own, second] : [own],
      exposure: between(0, 25),
      quality: between(20, 100),
    };
  });
  const enemies = Array.from({ length: count * 2 }, () => [between(1, count), between(1, count)] as const)
    .filter(([one, other]) => one !== other)
    .map(([one, other]): readonly [string, string] => (one < other ? [idOf(one), idOf(other)] : [idOf(other), idOf(one)]));
  const share = size / COMPETENCIES.length;
  return {
    name: `generated-${count}-${forms}x${size}-${objective}-${seed}`,
    constraints: {
      ...(forms > 1 ? { forms, max_use: 1 } : {}),
      items: { min: size, max: size },
      minutes: { max: Math.round(size * 6.5) },
      competency: Object.fromEntries(
        COMPETENCIES.map((slug) => [slug, { min: Math.max(1, Math.floor(share * 0.8)), max: Math.max(3, Math.ceil(share * 1.5)) }]),
      ),
      mean_difficulty: { min: 0.48, max: 0.52 },
      max_exposure: 20,
    },
    objective: { type: objective, weights: { quality: 1 } },
    enemies: [...new Map(enemies.map((pair) => [pair.join(' '), pair])).values()],
    items,
  };
}
