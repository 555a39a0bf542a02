import type { Section } from './section';
import { dotted, type Path } from './tree';

/** Why a path within a section is not compared; null where it is. */
export function reasonToSkip({ skipped = {} }: Section, path: Path): string | null {
  const whole = dotted(path);
  const covers = (stated: string): boolean => {
    if (!stated.includes('*')) return whole === stated || whole.startsWith(`${stated}.`);
    const keys = stated.split('.');
    return keys.length <= path.length && keys.every((key, index) => key === '*' || key === path[index]);
  };
  return Object.entries(skipped).find(([stated]) => covers(stated))?.[1] ?? null;
}
