import type { AgreementOfPair } from '@touchstone/psychometrics';
import { fixed, span } from '../report/figures';
import { drawing, element, label, shortened, titled } from './svg';

const MOST_RATERS = 24;
/** Of the length of a name that stands slanted over its column, how much goes up, and to the right. */
const SLANT = Math.SQRT1_2;

/** A square for every two interviewers, the darker the more they agree; who agrees most with the others comes first. */
export function agreementMap(pairs: readonly AgreementOfPair[], width: number): string {
  const all = byAgreement(pairs);
  const raters = all.slice(0, MOST_RATERS);
  const names = width < 500 ? 84 : 150;
  const size = Math.max(11, Math.min(raters.length < 5 ? 76 : 56, (width - names - SLANT * names * 0.6) / Math.max(1, raters.length)));
  const top = names * 0.7;
  const of = new Map(pairs.map((pair) => [key(...pair.raters), pair]));
  const squares = raters.flatMap((one, row) =>
    raters.map((other, column) => {
      const [x, y] = [names + column * size, top + row * size];
      if (row === column) return element('rect', { x: x + 1, y: y + 1, width: size - 2, height: size - 2, rx: 3, class: 'heat-self' });
      const pair = of.get(key(one, other));
      const value = pair?.kappa.value ?? null;
      const square = element('rect', {
        x: x + 1,
        y: y + 1,
        width: size - 2,
        height: size - 2,
        rx: 3,
        class: value === null ? 'heat-none' : `heat-${levelOf(value)}`,
      });
      const number =
        value === null || size < 30 ? '' : label(fixed(value), x + size / 2, y + size / 2 + 4, `heat-text-${levelOf(value)}`, 'middle');
      const words =
        pair === undefined
          ? 'no answer that both have rated'
          : `${fixed(value)} (${span(pair.kappa)}), ${pair.answers} answers that both have rated`;
      return titled(`${one} and ${other}: ${words}`, square + number);
    }),
  );
  const rows = raters.map((rater, row) =>
    label(shortened(rater, names - 10, 13), names - 8, top + row * size + size / 2 + 4, 'name', 'end'),
  );
  const heads = raters.map((rater, column) => {
    const [x, y] = [names + column * size + size / 2 + 4, top - 6];
    return `<g transform="rotate(-45 ${Math.round(x)} ${Math.round(y)})">${label(shortened(rater, (top - 16) / SLANT, 13), Math.round(x), Math.round(y), 'name')}</g>`;
  });
  const bottom = top + raters.length * size;
  const scale = [-1, 0, 1, 2, 3, 4]
    .map((level, k) =>
      element('rect', { x: names + k * 22, y: bottom + 14, width: 20, height: 10, rx: 2, class: `heat-${level === -1 ? 'below' : level}` }),
    )
    .join('');
  const ends = label('below 0', names, bottom + 40, 'tick') + label('1', names + 128, bottom + 40, 'tick', 'end');
  const left =
    all.length > raters.length
      ? label(`The ${MOST_RATERS} of ${all.length} who agree most and have most in common`, names, bottom + 58, 'tick')
      : '';
  const words = pairs.map(({ raters: [one, other], kappa }) => `${one} and ${other} ${fixed(kappa.value)}`).join('; ');
  return drawing(
    width,
    bottom + 64,
    `Agreement of every two interviewers. ${words}.`,
    heads.join('') + rows.join('') + squares.join('') + scale + ends + left,
  );
}

const key = (one: string, other: string): string => JSON.stringify(one < other ? [one, other] : [other, one]);

function byAgreement(pairs: readonly AgreementOfPair[]): readonly string[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { raters, kappa } of pairs) {
    for (const rater of raters) {
      const entry = sums.get(rater) ?? { sum: 0, count: 0 };
      sums.set(rater, kappa.value === null ? entry : { sum: entry.sum + kappa.value, count: entry.count + 1 });
    }
  }
  const mean = ({ sum, count }: { readonly sum: number; readonly count: number }): number => (count === 0 ? -1 : sum / count);
  return [...sums].sort(([a, one], [b, other]) => mean(other) - mean(one) || (a < b ? -1 : 1)).map(([rater]) => rater);
}

const levelOf = (kappa: number): string => (kappa < 0 ? 'below' : String(Math.min(4, Math.floor(kappa * 5))));
