import { dividedBy, mustAgree, type Quantity, shown, times, UnitClash } from './quantity';
import { NotARelation, type Token, tokensOf } from './tokens';

/** Whether a relation holds; where it does not, what both sides come to. Where it says nothing, why, and from which character on. */
export type RelationCheck =
  | { readonly holds: true; readonly quantities: readonly StatedQuantity[] }
  | { readonly holds: false; readonly says: string; readonly quantities: readonly StatedQuantity[] }
  | { readonly holds: null; readonly says: string; readonly at: number };

/** A number as it was written, and whether it stands alone on the last side: then it is what the relation gives. */
export interface StatedQuantity {
  readonly written: string;
  readonly isResult: boolean;
}

const COMPARISONS = new Set(['=', '~', '<', '<=', '>', '>=']);
const SHARE_OF_ABOUT = 0.05;

/**
 * Computes a relation such as `400 * 160 MiB + 28,753.6 MiB = 92,753.6 MiB = 90.6 GiB`. `=`: both sides agree to the digits that are
 * printed, so 92,753.6 MiB is 90.6 GiB and not 90.5 GiB; `~`: within 5 %; `<` `<=` `>` `>=` as usual. Plain arithmetic with bytes, times, rates (`MB/s`),
 * times of day (modulo a day) and days.
 */
export function checkRelation(text: string): RelationCheck {
  try {
    const tokens = tokensOf(text);
    const sides = sidesOf(tokens);
    const values = sides.map(({ tokens: side, end }) => new Reader(side, end).whole());
    const quantities = sides.flatMap(({ tokens: side }, index) =>
      side.flatMap((token) => (token.kind === 'QUANTITY' ? [{ written: token.written, isResult: index > 0 && side.length === 1 }] : [])),
    );
    for (const [index, { comparison }] of sides.entries()) {
      const [left, right] = [values[index - 1], values[index]];
      if (comparison === null || left === undefined || right === undefined) continue;
      const says = disagreement(left, comparison, right);
      if (says !== null) return { holds: false, says, quantities };
    }
    return { holds: true, quantities };
  } catch (error) {
    if (error instanceof NotARelation) return { holds: null, says: error.message, at: error.at };
    if (error instanceof UnitClash) return { holds: null, says: error.message, at: 0 };
    throw error;
  }
}

interface Side {
  readonly comparison: string | null;
  readonly tokens: readonly Token[];
  readonly end: number;
}

function sidesOf(tokens: readonly Token[]): readonly Side[] {
  const sides: { comparison: string | null; tokens: Token[]; end: number }[] = [{ comparison: null, tokens: [], end: 0 }];
  for (const token of tokens) {
    if (token.kind === 'SIGN' && COMPARISONS.has(token.sign)) sides.push({ comparison: token.sign, tokens: [], end: token.at });
    else sides.at(-1)?.tokens.push(token);
  }
  if (sides.length < 2) throw new NotARelation('a relation needs a comparison such as "="', 0);
  return sides;
}

const DAY = 86_400;

function disagreement(left: Quantity, comparison: string, right: Quantity): string | null {
  mustAgree(left, right, 'compared');
  const scale = Math.max(Math.abs(left.value), Math.abs(right.value));
  const raw = left.value - right.value;
  const difference = left.clock === true || right.clock === true ? raw - DAY * Math.round(raw / DAY) : raw;
  const slack = comparison === '~' ? SHARE_OF_ABOUT * scale : Math.max(left.grain, right.grain);
  const within = Math.abs(difference) <= slack + 1e-12 * scale;
  const fits = {
    '=': within,
    '~': within,
    '<': difference < 0,
    '<=': difference <= slack,
    '>': difference > 0,
    '>=': difference >= -slack,
  }[comparison];
  return fits === true ? null : `the sides come to ${shown(left)} and ${shown(right)}`;
}

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  round: (value = 0) => Math.round(value),
  floor: (value = 0) => Math.floor(value),
  ceil: (value = 0) => Math.ceil(value),
};

const strangeName = (name: string): string => `"${name}" is neither a unit nor one of ${Object.keys(FUNCTIONS).join(', ')}`;

/** Reads one side: sums of products of numbers, brackets and functions. A number that stands alone keeps the grain of its digits. */
class Reader {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly start: number,
  ) {}

  whole(): Quantity {
    const value = this.sum();
    const left = this.tokens[this.next];
    if (left?.kind === 'NAME') throw new NotARelation(strangeName(left.name), left.at);
    if (left !== undefined) throw new NotARelation('an operator is missing', left.at);
    return value;
  }

  private sum(): Quantity {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      const other = this.product();
      mustAgree(value, other, 'added');
      const signed = sign === '+' ? other.value : -other.value;
      value = { ...value, value: value.value + signed, grain: 0, clock: value.clock === true && other.clock !== true };
    }
    return value;
  }

  private product(): Quantity {
    let value = this.factor();
    for (let sign = this.take('*', '/'); sign !== null; sign = this.take('*', '/')) {
      const other = this.factor();
      value = sign === '*' ? times(value, other) : dividedBy(value, other);
    }
    return value;
  }

  private factor(): Quantity {
    if (this.take('-') !== null) {
      const { clock: _clock, ...positive } = this.factor();
      return { ...positive, value: -positive.value, grain: 0 };
    }
    if (this.take('(') !== null) return this.closed(this.sum());
    const token = this.tokens[this.next];
    this.next += 1;
    if (token?.kind === 'QUANTITY') return token.quantity;
    if (token?.kind === 'NAME') return this.call(token.name, token.at);
    throw new NotARelation('a number is missing', token?.at ?? this.tokens.at(-1)?.at ?? this.start);
  }

  private call(name: string, at: number): Quantity {
    const compute = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (compute === undefined || this.take('(') === null) throw new NotARelation(strangeName(name), at);
    const first = this.sum();
    const values = [first.value];
    while (this.take(',') !== null) {
      const other = this.sum();
      mustAgree(first, other, 'put into one function');
      values.push(other.value);
    }
    return this.closed({ ...first, value: compute(...values) });
  }

  private closed(value: Quantity): Quantity {
    if (this.take(')') === null) throw new NotARelation('a bracket is never closed', this.tokens[this.next]?.at ?? this.start);
    return { ...value, grain: 0 };
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.tokens[this.next];
    if (token?.kind !== 'SIGN' || !signs.includes(token.sign)) return null;
    this.next += 1;
    return token.sign;
  }
}
