import { dotted, type Path } from './tree';

export type Tolerances = { readonly [prefix: string]: number };

/** The absolute tolerance of a path: that of the longest prefix, whole keys only; `""` is the default. Undefined where none is stated. */
export function toleranceOf(path: Path, tolerances: Tolerances): number | undefined {
  const whole = dotted(path);
  const fits = (prefix: string): boolean => prefix === '' || whole === prefix || whole.startsWith(`${prefix}.`);
  const longest = Object.keys(tolerances)
    .filter(fits)
    .sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : tolerances[longest];
}
