import { script } from './script';
import { style } from './style';

/** The colours of one scheme: those of the dark one stand over those of the light one. */
function coloursOf(scheme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const [light = '', dark = ''] = [...style.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1]);
  const read = (text: string): Record<string, string> =>
    Object.fromEntries([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
  return { ...read(light), ...(scheme === 'dark' && read(dark)) };
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, 1.4.3: (L1 + 0.05) / (L2 + 0.05). */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const texts: readonly (readonly [ink: string, paper: string])[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'code'],
  ['quiet', 'paper'],
  ['quiet', 'card'],
  ['quiet', 'code'],
  ['gold', 'paper'],
  ['bad', 'paper'],
  ['bad', 'bad-paper'],
  ['button-ink', 'button'],
  ['button-ink', 'button-hover'],
  ['stone-ink', 'stone'],
  ['stone-quiet', 'stone'],
  ['stone-gold', 'stone'],
];
const edges: readonly (readonly [edge: string, paper: string])[] = [
  ['edge', 'paper'],
  ['edge', 'card'],
  ['gold', 'paper'],
  ['gold', 'card'],
  ['stone-gold', 'stone'],
  ['bad', 'card'],
];

describe.each(['light', 'dark'] as const)('the colours of the %s scheme', (scheme) => {
  const colours = coloursOf(scheme);
  const faint = (pairs: typeof texts, least: number): string[] =>
    pairs
      .map(([one, other]) => `${one} on ${other}: ${contrast(colours[one]!, colours[other]!).toFixed(2)}`)
      .filter((line) => !(Number(line.split(': ')[1]) >= least));

  it('keep every text at 4.5 to 1', () => {
    expect(faint(texts, 4.5)).toEqual([]);
  });

  it('keep edges of controls and the focus ring at 3 to 1', () => {
    expect(faint(edges, 3)).toEqual([]);
  });
});

describe('what the browser gets', () => {
  it('is a script that parses', () => {
    expect(() => new Function(script)).not.toThrow();
  });

  it('names no address outside of this server', () => {
    expect(`${style}${script}`).not.toMatch(/https?:|url\(|@import/);
  });

  it('makes no HTML from text', () => {
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|setAttribute\('style/);
  });
});
