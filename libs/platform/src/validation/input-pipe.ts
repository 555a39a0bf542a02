import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { refuse } from '../graphql/request-error';

/** Checks the shape of every input (class-validator). Meaning is checked in the domain. */
export const inputPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: false,
    validateCustomDecorators: false,
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const faults = errors.flatMap((error) => faultsOf(error, []));
      return refuse(
        'BAD_USER_INPUT',
        faults
          .map(({ message }) => message)
          .join('; ')
          .slice(0, 2000),
        { path: faults[0]?.path ?? [], faults: faults.slice(0, 100) },
      );
    },
  });

function faultsOf(error: ValidationError, above: readonly string[]): { path: string[]; message: string }[] {
  const path = [...above, error.property];
  const own = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}
