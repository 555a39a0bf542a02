import { registerDecorator, type ValidationOptions } from 'class-validator';

/**
 * A text that can be stored and read back byte for byte: at most `most` characters (code points), at least `least` that
 * are not space, no U+0000, no lone surrogates.
 */
export function StoredText(least: number, most: number, options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'storedText',
      target: target.constructor,
      propertyName: String(propertyName),
      ...(options && { options }),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && textFault(value, least, most) === null,
        defaultMessage: (args) => `${args?.property} ${textFault(args?.value, least, most) ?? 'is not a text'}`,
      },
    });
}

function textFault(value: unknown, least: number, most: number): string | null {
  if (typeof value !== 'string') return 'must be a text';
  if (value.includes('\u0000')) return 'contains the character U+0000, which cannot be stored';
  if (!value.isWellFormed()) return 'contains a lone surrogate, which is not a character';
  const length = [...value].length;
  if (length > most) return `has ${length} characters; at most ${most} are allowed`;
  if ([...value.trim()].length < least) return least === 1 ? 'must not be empty' : `needs at least ${least} characters`;
  return null;
}
