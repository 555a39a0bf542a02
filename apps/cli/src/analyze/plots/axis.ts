/** A straight axis: where on the drawing a value stands, and the round values to mark. */
export interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  /** Digits behind the point that the ticks need. */
  readonly digits: number;
}

/** From `least` to `greatest`, drawn from `start` to `end` (which may lie above), with about so many ticks at round values. */
export function axisOf(least: number, greatest: number, start: number, end: number, wanted = 6): Axis {
  const reach = greatest > least ? greatest - least : 1;
  const step = roundStep(reach / wanted);
  const at = (value: number): number => start + ((value - least) / reach) * (end - start);
  const ticks: number[] = [];
  for (let k = Math.ceil(least / step - 1e-9); k * step <= least + reach + 1e-9 * reach; k += 1) ticks.push(k * step);
  return { at, ticks, digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const part = rough / power;
  return (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10) * power;
}

export const tickText = (value: number, { digits }: Axis): string => {
  const shown = value.toFixed(digits);
  return (Number(shown) === 0 ? (0).toFixed(digits) : shown).replace('-', '−');
};
