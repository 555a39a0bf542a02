import type { RaschAnalysis, RaschElement } from '@touchstone/psychometrics';
import { fixed, signed } from '../report/figures';
import { axisOf, tickText } from './axis';
import { spreadLabels } from './spread-labels';
import { drawing, element, label, line, px, shortened, titled } from './svg';

const LANES = [
  { facet: 'candidates', head: 'Candidates', up: 'stronger', down: 'weaker', mark: 'ruler-candidate' },
  { facet: 'raters', head: 'Interviewers', up: 'stricter', down: 'milder', mark: 'ruler-rater' },
  { facet: 'items', head: 'Questions', up: 'harder', down: 'easier', mark: 'ruler-item' },
] as const;

const ROW = 17;
const TOP = 56;
const TALLEST = 760;

/** Candidates, interviewers and questions at their places on one upright ruler of logits, with a typical standard error beside each column. */
export function severityRuler(rasch: RaschAnalysis, width: number): string {
  const lanes = LANES.map((lane) => ({ ...lane, elements: measured(rasch[lane.facet]) }));
  const all = lanes.flatMap(({ elements }) => elements.map(({ value }) => value));
  if (all.length === 0) return drawing(width, 40, 'Nothing could be measured', label('Nothing could be measured.', 0, 24, 'quiet'));
  const most = lanes.reduce((sofar, { elements }) => Math.max(sofar, elements.length), 0);
  const inner = Math.min(TALLEST, Math.max(300, most * ROW));
  const height = TOP + inner + 40;
  const lowest = all.reduce((least, value) => Math.min(least, value), Infinity);
  const highest = all.reduce((greatest, value) => Math.max(greatest, value), -Infinity);
  const room = Math.max(0.25, (highest - lowest) * 0.04);
  const axis = axisOf(lowest - room, highest + room, TOP + inner, TOP, 8);
  const left = 34;
  const laneWidth = (width - left) / LANES.length;
  const grid = axis.ticks
    .map(
      (tick) =>
        line(left, axis.at(tick), width, axis.at(tick), tick === 0 ? 'zero' : 'grid') +
        label(tickText(tick, axis), left - 8, axis.at(tick) + 4, 'tick', 'end'),
    )
    .join('');
  const drawn = lanes.map((lane, index) => laneOf(lane, left + index * laneWidth, laneWidth, axis.at, inner, height)).join('');
  const words = lanes
    .map(({ head, elements }) => `${head} from the top: ${elements.map(({ name, value }) => `${name} ${fixed(value, 1)}`).join(', ')}`)
    .join('. ');
  return drawing(width, height, `Ruler in logits. ${words}.`, grid + label('logits', 0, height - 12, 'tick') + drawn);
}

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly error: number | null;
}

/** From the top down. */
const measured = (elements: readonly RaschElement[]): readonly Measured[] =>
  elements
    .flatMap(({ name, measure: { value }, conditionalError }) => (value === null ? [] : [{ name, value, error: conditionalError }]))
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));

type Lane = (typeof LANES)[number] & { readonly elements: readonly Measured[] };

function laneOf(
  { elements, head, up, down, mark }: Lane,
  left: number,
  width: number,
  at: (value: number) => number,
  inner: number,
  height: number,
): string {
  const x = left + 14;
  const narrow = width < 170;
  const places = elements.map(({ value }) => at(value));
  const crowded = elements.length * ROW > inner + ROW;
  const shownEvery = crowded ? Math.ceil((elements.length * ROW) / inner) : 1;
  const shown = elements.map((_, index) => index).filter((index) => index % shownEvery === 0 || index === elements.length - 1);
  const labels = spreadLabels(
    shown.map((index) => places[index] ?? 0),
    Math.min(ROW, inner / shown.length),
    TOP,
    TOP + inner,
  );
  const names = shown
    .map((index, k) => {
      const [from, to] = [places[index] ?? 0, labels[k] ?? 0];
      const lead = element('path', { d: `M${px(x + 7)} ${px(from)}L${px(x + 17)} ${px(to)}`, class: 'lead' });
      return lead + label(shortened(elements[index]?.name ?? '', width - 44, narrow ? 12 : 13), x + 20, to + 4, 'name');
    })
    .join('');
  const marks = elements
    .map(({ name, value, error }) => {
      const y = at(value);
      return titled(
        `${name}: ${signed(value)} logits${error === null ? '' : `, error ${fixed(error)}`}`,
        element('circle', { cx: x, cy: y, r: 5, class: mark }),
      );
    })
    .join('');
  const errors = elements.flatMap(({ error }) => (error === null ? [] : [error])).sort((a, b) => a - b);
  const typical = errors[errors.length >> 1] ?? null;
  const middle = TOP + inner / 2;
  const half = typical === null ? 0 : Math.min(inner / 2, Math.abs(at(typical) - at(0)));
  const right = left + width - 12;
  const uncertainty =
    typical === null
      ? ''
      : titled(
          `${head}: a place is typically uncertain by ${fixed(typical)} logits either way`,
          element('path', {
            d: `M${px(right - 4)} ${px(middle - half)}h8M${px(right)} ${px(middle - half)}V${px(middle + half)}M${px(right - 4)} ${px(middle + half)}h8`,
            class: 'reach',
          }),
        );
  return (
    label(head, left + 6, 18, 'lane-head') +
    label(`↑ ${up}`, left + 6, 36, 'quiet') +
    label(`↓ ${down}`, left + 6, height - 12, 'quiet') +
    (typical === null || narrow ? '' : label('± usual error', right + 4, middle - half - 6, 'tick', 'end')) +
    line(x, TOP - 6, x, TOP + inner + 6, 'spine') +
    uncertainty +
    names +
    marks
  );
}
