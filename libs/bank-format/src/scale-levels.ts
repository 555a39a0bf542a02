import type { FaultPath } from './bank-fault';
import type { FaultLog } from './fault-log';
import { LIMITS } from './text-limits';

const FEWEST = 3;

/** Are these the levels of a scale: three to seven, counted up from 1? */
export function reportScaleLevels(
  { levels }: { readonly levels: readonly { readonly value: number }[] },
  path: FaultPath,
  log: FaultLog,
): void {
  if (levels.length < FEWEST)
    log.report('LENGTH', [...path, 'levels'], `A scale has three to ${LIMITS.level} levels; this one has ${levels.length}.`);
  levels.forEach(({ value }, index) => {
    if (value !== index + 1) log.report('RANGE', [...path, 'levels', index, 'value'], `Levels count up from 1; this one is ${index + 1}.`);
  });
}
