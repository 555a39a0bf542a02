import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** An instant. Read strictly (RFC 3339 with offset, a day that exists, years 1900 to 9999), written in UTC with milliseconds. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'An instant as RFC 3339 text with offset, for example 2026-11-24T09:30:00Z.';

  serialize(value: unknown): string {
    return (value instanceof Date ? value : new Date(String(value))).toISOString();
  }

  parseValue(value: unknown): Date {
    const instant = typeof value === 'string' ? parseInstant(value) : null;
    if (instant === null) {
      throw new GraphQLError('Write an instant as RFC 3339 text with offset, for example 2026-11-24T09:30:00Z.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    return instant;
  }

  parseLiteral(ast: ValueNode): Date {
    return this.parseValue(ast.kind === Kind.STRING ? ast.value : null);
  }
}

function parseInstant(text: string): Date | null {
  const match = RFC_3339.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const exists = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay && hour <= 23 && minute <= 59 && second <= 59;
  if (!exists) return null;
  const instant = new Date(text.toUpperCase());
  return Number.isNaN(instant.getTime()) ? null : instant;
}
