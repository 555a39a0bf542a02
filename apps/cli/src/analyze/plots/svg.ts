import { escaped } from '../render/markup';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A number as SVG wants it: a tenth of a pixel is finer than anybody sees. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? px(value) : escaped(value ?? '')}"`)
    .join('');
}

/** One element around what is already markup. */
export const element = (name: string, attributes: Attributes, inside = ''): string =>
  inside === '' ? `<${name}${attributesOf(attributes)}/>` : `<${name}${attributesOf(attributes)}>${inside}</${name}>`;

export const line = (x1: number, y1: number, x2: number, y2: number, className: string): string =>
  element('line', { x1, y1, x2, y2, class: className });

export const label = (words: string, x: number, y: number, className: string, anchor: 'start' | 'middle' | 'end' = 'start'): string =>
  element('text', { x, y, class: className, 'text-anchor': anchor === 'start' ? undefined : anchor }, escaped(words));

/** What is inside, with words that show when it is pointed at, and that are read aloud. */
export const titled = (words: string, inside: string): string => `<g><title>${escaped(words)}</title>${inside}</g>`;

/** A whole drawing. `words` say what it shows to those who do not see it. */
export const drawing = (width: number, height: number, words: string, inside: string): string =>
  element('svg', { viewBox: `0 0 ${px(width)} ${px(height)}`, width, height, role: 'img', 'aria-label': words }, inside);

/** The words at most so many pixels wide, going by a usual width of letters; cut with “…” where they are longer. */
export function shortened(words: string, width: number, size: number): string {
  const most = Math.max(3, Math.floor(width / (size * 0.54)));
  const signs = [...words];
  return signs.length <= most
    ? words
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
