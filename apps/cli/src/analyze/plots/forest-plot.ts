import type { Estimate } from '@touchstone/kernel';
import type { Scale } from '@touchstone/psychometrics';
import { figure, letter, span } from '../report/figures';
import { axisOf, tickText } from './axis';
import { lanesOf, type Reach } from './lanes';
import { drawing, element, label, line, shortened, titled } from './svg';

export interface ForestRow {
  readonly candidate: string;
  readonly adjusted: Estimate | null;
  readonly raw: Estimate;
  readonly groups: readonly number[];
}

const ROW = 30;
const TOP = 30;
/** Brackets that find room beside each other on the right. */
const MOST_LANES = 8;

/** Each candidate's plain average and corrected score with their intervals, best first, and brackets around those who cannot be told apart. */
export function forestPlot(rows: readonly ForestRow[], groups: readonly (readonly string[])[], scale: Scale | null, width: number): string {
  const narrow = width < 500;
  const names = narrow ? 92 : 170;
  const brackets = groups.flatMap((group, index) => {
    const reach = group.length > 1 ? reachOf(group, rows) : null;
    return reach === null ? [] : [{ group, index, reach }];
  });
  const lanes = lanesOf(
    // With a row to spare, for the letter above a bracket.
    brackets.map(({ reach: { first, last } }) => ({ first, last: last + 1 })),
    narrow ? 4 : MOST_LANES,
  );
  const right = width - 14 - 16 * (1 + Math.max(-1, ...lanes.map((lane) => lane ?? -1)));
  const [least, greatest] = endsOf(rows, scale);
  const axis = axisOf(least, greatest, names + 10, right - 10, narrow ? 5 : 8);
  const bottom = TOP + rows.length * ROW;
  const inside = (value: number): number => axis.at(Math.min(greatest, Math.max(least, value)));
  const grid = axis.ticks
    .map(
      (tick) =>
        line(axis.at(tick), TOP - 6, axis.at(tick), bottom, 'grid') +
        label(tickText(tick, axis), axis.at(tick), bottom + 18, 'tick', 'middle'),
    )
    .join('');
  const drawn = rows
    .map(({ candidate, adjusted, raw }, index) => {
      const y = TOP + index * ROW + ROW / 2;
      const words = [
        candidate,
        ...(adjusted?.value === null || adjusted === null ? [] : [`corrected ${figure(adjusted)}, range ${span(adjusted)}`]),
        `average ${figure(raw)}${raw.interval === null ? '' : `, range ${span(raw)}`}`,
      ].join(': ');
      return (
        label(shortened(candidate, names - 4, 13), 0, y + 4, 'name') +
        titled(
          words,
          intervalOf(raw, y + 5, 'raw-bar', inside) +
            intervalOf(adjusted, y - 4, 'fair-bar', inside) +
            markOf(raw, y + 5, 'raw-dot', inside) +
            markOf(adjusted, y - 4, 'fair-dot', inside),
        )
      );
    })
    .join('');
  const joined = brackets
    .map((bracket, place) => {
      const lane = lanes[place] ?? null;
      return lane === null ? '' : bracketOf(bracket, right + 10 + lane * 16);
    })
    .join('');
  const hasFair = rows.some(({ adjusted }) => adjusted !== null && adjusted.value !== null);
  const at = (place: number): number => (narrow ? 0 : names) + place;
  const key =
    (hasFair
      ? line(at(0), 9, at(28), 9, 'fair-bar') +
        element('circle', { cx: at(14), cy: 9, r: 5, class: 'fair-dot' }) +
        label('corrected, with its range', at(34), 13, 'quiet')
      : '') +
    line(at(hasFair ? 184 : 0), 9, at(hasFair ? 212 : 28), 9, 'raw-bar') +
    element('circle', { cx: at(hasFair ? 198 : 14), cy: 9, r: 4, class: 'raw-dot' }) +
    label(narrow ? 'average, its own' : 'average, with its own', at(hasFair ? 218 : 34), 13, 'quiet');
  const words = rows.map(
    ({ candidate, adjusted, raw }) =>
      `${candidate} ${adjusted?.value === null || adjusted === null ? `average ${figure(raw)}` : `${figure(adjusted)} (${span(adjusted)}), average ${figure(raw)}`}`,
  );
  const end = label(narrow ? 'points' : 'points of the scale', right - 10, bottom + 36, 'tick', 'end');
  return drawing(width, bottom + 42, `Scores with their ranges. ${words.join('; ')}.`, key + grid + joined + drawn + end);
}

function endsOf(rows: readonly ForestRow[], scale: Scale | null): readonly [number, number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (const { adjusted, raw } of rows) {
    for (const estimate of [adjusted, raw]) {
      if (estimate === null || estimate.value === null) continue;
      least = Math.min(least, estimate.interval?.lower ?? estimate.value, estimate.value);
      greatest = Math.max(greatest, estimate.interval?.upper ?? estimate.value, estimate.value);
    }
  }
  if (!(least <= greatest)) return [0, 1];
  if (scale !== null) [least, greatest] = [Math.max(least, scale.min), Math.min(greatest, scale.max)];
  return greatest > least ? [least, greatest] : [least - 0.5, least + 0.5];
}

const intervalOf = (estimate: Estimate | null, y: number, className: string, at: (value: number) => number): string =>
  estimate === null || estimate.interval === null ? '' : line(at(estimate.interval.lower), y, at(estimate.interval.upper), y, className);

const markOf = (estimate: Estimate | null, y: number, className: string, at: (value: number) => number): string =>
  estimate === null || estimate.value === null
    ? ''
    : element('circle', { cx: at(estimate.value), cy: y, r: className === 'fair-dot' ? 5.5 : 4, class: className });

interface Bracket {
  readonly group: readonly string[];
  readonly index: number;
  readonly reach: Reach;
}

/** The rows from the first to the last of a group; null where none of it is drawn. */
function reachOf(group: readonly string[], rows: readonly ForestRow[]): Reach | null {
  const places = rows.flatMap(({ candidate }, place) => (group.includes(candidate) ? [place] : []));
  const [first, last] = [places[0], places.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

function bracketOf({ group, index, reach: { first, last } }: Bracket, x: number): string {
  const [from, to] = [TOP + first * ROW + 8, TOP + last * ROW + ROW - 8];
  return titled(
    `Group ${letter(index)}: ${group.join(', ')} cannot be told apart`,
    element('path', { d: `M${x - 4} ${from}H${x}V${to}H${x - 4}`, class: 'bracket' }) +
      label(letter(index), x + 1, from - 4, 'bracket-name', 'middle'),
  );
}
