import { CustomScalar, Scalar } from '@nestjs/graphql';
import { err, missingDay, ok, type Result } from '@touchstone/kernel';
import { Kind, type ValueNode } from 'graphql';
import { refuse } from './request-error';

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;
const FORM = 'Write an instant as RFC 3339 text with offset, for example 2026-11-24T09:30:00Z.';

/** An instant. Read strictly (RFC 3339 with offset, a day that exists, years 1900 to 9999), written in UTC with milliseconds. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'An instant as RFC 3339 text with offset, for example 2026-11-24T09:30:00Z.';

  serialize(value: unknown): string {
    return (value instanceof Date ? value : new Date(String(value))).toISOString();
  }

  parseValue(value: unknown): Date {
    const instant = typeof value === 'string' ? readInstant(value) : err(FORM);
    if (!instant.ok) throw refuse('BAD_USER_INPUT', instant.error);
    return instant.value;
  }

  parseLiteral(ast: ValueNode): Date {
    return this.parseValue(ast.kind === Kind.STRING ? ast.value : null);
  }
}

/** The instant that a text stands for, or why it stands for none. */
function readInstant(text: string): Result<Date, string> {
  const match = RFC_3339.exec(text);
  if (match === null) return err(FORM);
  const [year, month, day, hour, minute, second, offsetHour = 0, offsetMinute = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part))) as [number, number, number, number, number, number, number?, number?];
  const missing = missingDay(year, month, day);
  if (missing !== null) return err(missing);
  if (hour > 23 || minute > 59 || second > 59)
    return err(`The time ${text.slice(11, 19)} does not exist: times go from 00:00:00 to 23:59:59.`);
  if (offsetHour > 14 || offsetMinute > 59) return err(`The offset ${text.slice(-6)} does not exist: offsets go from -14:00 to +14:00.`);
  const instant = new Date(text.toUpperCase());
  return Number.isNaN(instant.getTime()) ? err(FORM) : ok(instant);
}
