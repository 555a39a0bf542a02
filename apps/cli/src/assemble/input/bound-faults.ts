import { fault, type InputFault } from './input-fault';
import type { Bounds } from './instance';
import { isRecord } from './shape-faults';

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const isHundredths = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

/** What is wrong with a min and a max, as they stand in a file. `fits` says which figures there may be, `wanted` the same in words. */
export function boundFaults(name: string, bounds: Bounds | undefined, fits: (value: unknown) => boolean, wanted: string): InputFault[] {
  if (bounds === undefined) return [];
  const bad = (path: string, message: string): InputFault => fault('BAD_CONSTRAINT', `constraints.${path}`, message);
  if (!isRecord(bounds)) return [bad(name, `${name} is an object with a min, a max, or both.`)];
  const strange = Object.keys(bounds).filter((side) => side !== 'min' && side !== 'max');
  if (strange.length > 0) return strange.map((side) => bad(`${name}.${side}`, `${name} has min and max, but no '${side}'.`));
  const { min, max }: Bounds = bounds;
  const faults = (['min', 'max'] as const)
    .filter((side) => bounds[side] !== undefined && !fits(bounds[side]))
    .map((side) => bad(`${name}.${side}`, `${name}.${side} is ${wanted}, not ${bounds[side]}.`));
  if (min === undefined && max === undefined) faults.push(bad(name, `${name} is empty: give a min, a max, or both.`));
  if (faults.length === 0 && min !== undefined && max !== undefined && min > max)
    faults.push(bad(name, `${name}: min ${min} is above max ${max}. Lower min or raise max.`));
  return faults;
}
