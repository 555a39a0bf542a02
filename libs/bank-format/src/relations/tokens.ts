import { per, PLAIN, type Quantity, UNITS } from './quantity';

/** A piece of a relation, with its place counted from 0. */
export type Token = { readonly at: number } & (
  | { readonly kind: 'QUANTITY'; readonly quantity: Quantity; readonly written: string }
  | { readonly kind: 'SIGN'; readonly sign: string }
  | { readonly kind: 'NAME'; readonly name: string }
);

/** What was written that means nothing here. */
export class NotARelation extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const DAY = /(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?/y;
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2}))?/y;
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const UNIT = /\s*(%|[A-Za-z]+)/y;
/** So much in a time: `MB/s`, `80/s`. A division by a time has a number there: `/ 8 h`. */
const PER = /\s?\/(ms|s|min|h|d)(?![A-Za-z(])/y;
const NAME = /[A-Za-z]+/y;
const SIGN = /<=|>=|[-+*/()=~<>,×·−–≈≤≥]/y;

const SPELLED: Readonly<Record<string, string>> = { '×': '*', '·': '*', '−': '-', '–': '-', '≈': '~', '≤': '<=', '≥': '>=' };

/** The pieces of a relation. Throws `NotARelation` at the first thing that is none. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) at += 1;
    else {
      const token = dayAt(text, at) ?? clockAt(text, at) ?? numberAt(text, at) ?? wordAt(text, at);
      if (token === null) throw new NotARelation(`"${text[at] ?? ''}" means nothing here`, at);
      tokens.push(token.token);
      at = token.end;
    }
  }
  return tokens;
}

interface Found {
  readonly token: Token;
  readonly end: number;
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

const quantityToken = (at: number, written: string, quantity: Quantity): Found => ({
  token: { kind: 'QUANTITY', at, written, quantity },
  end: at + written.length,
});

function dayAt(text: string, at: number): Found | null {
  const match = matchAt(DAY, text, at);
  if (match === null) return null;
  const [year, month, day, hour, minute] = match.slice(1).map((digits) => Number(digits ?? 0));
  const value = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0) / 1_000;
  return quantityToken(at, match[0], { value, bytes: 0, seconds: 1, grain: match[4] === undefined ? 43_200 : 30 });
}

function clockAt(text: string, at: number): Found | null {
  const match = matchAt(CLOCK, text, at);
  if (match === null) return null;
  const [hour, minute, second] = match.slice(1).map((digits) => Number(digits ?? 0));
  const value = (hour ?? 0) * 3_600 + (minute ?? 0) * 60 + (second ?? 0);
  return quantityToken(at, match[0], { value, bytes: 0, seconds: 1, grain: match[3] === undefined ? 30 : 0.5, clock: true });
}

function numberAt(text: string, at: number): Found | null {
  const match = matchAt(NUMBER, text, at);
  if (match === null) return null;
  const [digits] = match;
  const number = Number(digits.replaceAll(',', ''));
  const grain = halfOfLastDigit(digits);
  const word = matchAt(UNIT, text, at + digits.length);
  const percent = word?.[1] === '%';
  const base = percent ? { ...PLAIN, factor: 0.01 } : UNITS.get(word?.[1] ?? '');
  const written = digits + (base === undefined ? '' : (word?.[0] ?? ''));
  const rate = matchAt(PER, text, at + written.length);
  const unit = rate === null ? (base ?? PLAIN) : per(base ?? PLAIN, UNITS.get(rate[1] ?? '') ?? PLAIN);
  const { factor, bytes, seconds } = unit;
  // One hundredth has no exact double; a division by 100 rounds better than a multiplication by it.
  const value = percent ? (number / 100) * (factor / 0.01) : number * factor;
  return quantityToken(at, written + (rate?.[0] ?? ''), { value, bytes, seconds, grain: grain * factor });
}

function halfOfLastDigit(digits: string): number {
  const [mantissa = '', exponent = '0'] = digits.replaceAll(',', '').toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

function wordAt(text: string, at: number): Found | null {
  const sign = matchAt(SIGN, text, at);
  if (sign !== null) return { token: { kind: 'SIGN', at, sign: SPELLED[sign[0]] ?? sign[0] }, end: at + sign[0].length };
  const name = matchAt(NAME, text, at);
  return name === null ? null : { token: { kind: 'NAME', at, name: name[0] }, end: at + name[0].length };
}
