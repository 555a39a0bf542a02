import type { DependabilityChapter } from '@touchstone/psychometrics';
import { fixed } from '../report/figures';
import { axisOf, tickText } from './axis';
import { spreadLabels } from './spread-labels';
import { drawing, element, label, line, px, titled } from './svg';

type Projection = DependabilityChapter['panels'][number];

interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [size: number, panel: Projection])[];
}

const TOP = 16;
const INNER = 280;
/** Names of lines stand no closer than this. */
const CLOSEST = 12;

/** Dependability by the number of questions, a line for each number of interviewers; by interviewers alone where there is one question only. */
export function decisionCurves(chapter: DependabilityChapter, width: number): string {
  const { panels, target, present, cheapest } = chapter;
  const drawn = panels.filter(({ phi }) => phi.value !== null);
  const onlyInterviewers = new Set(drawn.map(({ questions }) => questions)).size < 2;
  const curves = onlyInterviewers
    ? [{ name: '', points: drawn.map((panel) => [panel.interviewers, panel] as const) }]
    : [...new Set(drawn.map(({ interviewers }) => interviewers))].map((size) => ({
        name: String(size),
        points: drawn.filter(({ interviewers }) => interviewers === size).map((panel) => [panel.questions, panel] as const),
      }));
  const left = 34;
  const right = width - (width < 500 ? 88 : 130);
  const most = drawn.reduce((greatest, panel) => Math.max(greatest, onlyInterviewers ? panel.interviewers : panel.questions), 1);
  const x = axisOf(1, Math.max(2, most), left, right, width < 500 ? 5 : 10);
  const y = axisOf(0, 1, TOP + INNER, TOP, 5);
  const grid = y.ticks
    .map((tick) => line(left, y.at(tick), right, y.at(tick), 'grid') + label(tickText(tick, y), left - 8, y.at(tick) + 4, 'tick', 'end'))
    .join('');
  const below = [1, ...x.ticks.filter((tick) => tick > 1 && Number.isInteger(tick))]
    .map((tick) => label(String(tick), x.at(tick), TOP + INNER + 18, 'tick', 'middle'))
    .join('');
  const axisName = label(
    onlyInterviewers ? 'interviewers' : chapter.arrangement === 'SEPARATELY' ? 'questions of each interviewer' : 'questions',
    right,
    TOP + INNER + 38,
    'tick',
    'end',
  );
  const goal = line(left, y.at(target), right, y.at(target), 'target');
  const goalName = label(`target ${fixed(target)}`, left + 6, y.at(target) - 6, 'target-name');
  const lines = curves.map((curve, index) => curveOf(curve, index, curves.length, x.at, y.at)).join('');
  const names = curves.length > 1 ? namesOf(curves, y.at, right + 8) : '';
  const sizeOf = (panel: Projection): number => (onlyInterviewers ? panel.interviewers : panel.questions);
  const mark = (panel: Projection | null, className: string, words: string): string =>
    panel === null || panel.phi.value === null
      ? ''
      : titled(
          `${words}: ${fixed(panel.phi.value)}`,
          element('circle', { cx: x.at(Math.min(most, Math.max(1, sizeOf(panel)))), cy: y.at(panel.phi.value), r: 6, class: className }),
        );
  const marks = mark(present, 'here', 'a panel like this one') + mark(cheapest, 'cheapest', 'the cheapest that reaches the target');
  const narrow = width < 500;
  const keys = keysOf(curves, present, cheapest, left, TOP + INNER + 58, narrow);
  const words = curves.map(
    ({ name, points }) =>
      `${name === '' ? '' : `${name} interviewers: `}${points
        .filter((_, k) => k % 4 === 3 || k === 0)
        .map(([size, panel]) => `${size} gives ${fixed(panel.phi.value)}`)
        .join(', ')}`,
  );
  return drawing(
    width,
    TOP + INNER + (narrow ? 106 : 66),
    `Dependability by size of the panel; the target is ${fixed(target)}. ${words.join('; ')}.`,
    band(curves, present, x.at, y.at) + grid + below + axisName + goal + lines + goalName + names + marks + keys,
  );
}

function curveOf({ name, points }: Curve, index: number, of: number, x: (size: number) => number, y: (value: number) => number): string {
  const path = points.map(([size, { phi }], k) => `${k === 0 ? 'M' : 'L'}${px(x(size))} ${px(y(phi.value ?? 0))}`).join('');
  const [, last] = points.at(-1) ?? [];
  const words =
    name === ''
      ? 'Dependability by number of interviewers'
      : `${name} ${name === '1' ? 'interviewer' : 'interviewers'}: up to ${fixed(last?.phi.value)}`;
  const dot =
    points.length === 1 ? element('circle', { cx: x(points[0]?.[0] ?? 1), cy: y(last?.phi.value ?? 0), r: 3, class: 'curve-dot' }) : '';
  return titled(words, element('path', { d: path, class: `curve curve-${of < 2 ? 7 : Math.min(7, index)}` }) + dot);
}

/** The line of the panel there is, or the one nearest to it, where it has a range. */
function nearestTo(present: Projection | null, curves: readonly Curve[]): Curve | null {
  const wanted = present?.interviewers ?? 1;
  const [nearest] = [...curves].sort((a, b) => Math.abs(Number(a.name) - wanted) - Math.abs(Number(b.name) - wanted));
  return nearest !== undefined && nearest.points.filter(([, { phi }]) => phi.interval !== null).length > 1 ? nearest : null;
}

/** The range of that line: how much of a guess all this is. */
function band(curves: readonly Curve[], present: Projection | null, x: (size: number) => number, y: (value: number) => number): string {
  const nearest = nearestTo(present, curves);
  if (nearest === null) return '';
  const points = nearest.points.flatMap(([size, { phi }]) => (phi.interval === null ? [] : [{ size, ...phi.interval }]));
  const inside = (value: number): number => y(Math.min(1, Math.max(0, value)));
  const there = points.map(({ size, upper }) => `${px(x(size))} ${px(inside(upper))}`);
  const back = [...points].reverse().map(({ size, lower }) => `${px(x(size))} ${px(inside(lower))}`);
  const words = nearest.name === '' ? 'the range of the line' : `the range of the line of ${nearest.name} interviewers`;
  return titled(words, element('path', { d: `M${[...there, ...back].join('L')}Z`, class: 'band' }));
}

function namesOf(curves: readonly Curve[], y: (value: number) => number, x: number): string {
  const ends = curves.map(({ name, points }) => ({ name, at: y(points.at(-1)?.[1].phi.value ?? 0) })).sort((a, b) => a.at - b.at);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (last.at - first.at < CLOSEST) return label(`${last.name} to ${first.name} interviewers`, x, (first.at + last.at) / 2 + 4, 'name');
  const shown: (typeof ends)[number][] = [];
  for (const end of ends) {
    const free = end.at - (shown.at(-1)?.at ?? -Infinity) >= CLOSEST;
    if (free && (end === last || last.at - end.at >= CLOSEST)) shown.push(end);
  }
  const places = spreadLabels(
    shown.map(({ at }) => at),
    15,
    TOP,
    TOP + INNER,
  );
  return shown
    .map(({ name }, k) => label(k === 0 ? `${name} interviewer${name === '1' ? '' : 's'}` : name, x, (places[k] ?? 0) + 4, 'name'))
    .join('');
}

/** What the marks mean, one beside the other where there is room. */
function keysOf(
  curves: readonly Curve[],
  present: Projection | null,
  cheapest: Projection | null,
  x: number,
  y: number,
  narrow: boolean,
): string {
  const nearest = nearestTo(present, curves);
  const swatch = (at: number, down: number): string => element('rect', { x: at, y: down - 10, width: 13, height: 12, class: 'band-key' });
  const dot =
    (className: string) =>
    (at: number, down: number): string =>
      element('circle', { cx: at + 6, cy: down - 4, r: 6, class: className });
  const keys = [
    ...(present === null || present.phi.value === null ? [] : [{ mark: dot('here'), words: 'a panel like this one' }]),
    ...(cheapest === null ? [] : [{ mark: dot('cheapest'), words: 'cheapest to reach it' }]),
    ...(nearest === null ? [] : [{ mark: swatch, words: nearest.name === '' ? 'range of the line' : `range of the line ${nearest.name}` }]),
  ];
  return keys
    .map(({ mark, words }, k) => {
      const [at, down] = narrow ? [x, y + 20 * k] : [x + 190 * k, y];
      return mark(at, down) + label(words, at + 20, down, 'quiet');
    })
    .join('');
}
