import { type CustomScalar, Scalar } from '@nestjs/graphql';
import { type GraphQLError, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { Json } from '@touchstone/kernel';
import { refuse } from './request-error';

/** What a JSON value from outside may measure. */
export const jsonLimits = { depth: 12, entries: 20_000, characters: 600_000 } as const;

/** Checks a value from outside against the limits; throws the refusal that says which one it passes. */
export function boundedJson(value: unknown): Json {
  const left = { entries: jsonLimits.entries, characters: jsonLimits.characters };
  const walk = (entry: unknown, depth: number): void => {
    if (depth > jsonLimits.depth) throw tooMuch(`nests deeper than ${jsonLimits.depth} levels`);
    if (--left.entries < 0) throw tooMuch(`has more than ${jsonLimits.entries} values`);
    if (typeof entry === 'number') checkNumber(entry);
    else if (typeof entry === 'string') left.characters -= entry.length;
    else if (typeof entry === 'object' && entry !== null) {
      for (const [name, member] of Object.entries(entry)) {
        if (!Array.isArray(entry)) left.characters -= name.length;
        walk(member, depth + 1);
      }
    }
    if (left.characters < 0) throw tooMuch(`has more than ${jsonLimits.characters} characters`);
  };
  walk(value, 0);
  return value as Json;
}

/** What JSON can write and read again without a loss. */
function checkNumber(value: number): void {
  if (!Number.isFinite(value))
    throw refuse('BAD_USER_INPUT', 'The JSON value has a number that is not finite. Numbers go up to 1.7976931348623157e308.');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw refuse(
      'BAD_USER_INPUT',
      `The JSON value has the whole number ${value}; whole numbers are exact up to ${Number.MAX_SAFE_INTEGER}. Write a longer one as a text.`,
    );
  }
}

const tooMuch = (what: string): GraphQLError => refuse('BAD_USER_INPUT', `The JSON value ${what}. Send less.`);

/** Any JSON value. Read with limits, written as it is. */
@Scalar('JSON')
export class JsonScalar implements CustomScalar<Json, Json> {
  description = `Any JSON value, at most ${jsonLimits.depth} levels deep.`;

  serialize(value: unknown): Json {
    return value as Json;
  }

  parseValue(value: unknown): Json {
    return boundedJson(value);
  }

  parseLiteral(ast: ValueNode, variables?: Record<string, unknown> | null): Json {
    return boundedJson(ast.kind === Kind.NULL ? null : valueFromASTUntyped(ast, variables));
  }
}
