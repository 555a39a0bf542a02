import { registerDecorator } from 'class-validator';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** A key that a client makes up for one change (a UUID is fine) and sends again with each retry. */
export function IdempotencyKey(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'idempotencyKey',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && KEY.test(value),
        defaultMessage: (args) => `${args?.property} must be 1 to 255 printable ASCII characters without spaces; a fresh UUID is fine`,
      },
    });
}
