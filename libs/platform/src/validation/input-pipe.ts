import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { type InputFault, inputRefusal, pathWords } from './input-fault';
import { brokenRules } from './rule-words';

/** Checks the shape of every input (class-validator). Meaning is checked in the domain. */
export const inputPipe = (): ValidationPipe => new InputPipe();

class Misfits extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('the input does not fit');
  }
}

class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: false,
      validateCustomDecorators: false,
      stopAtFirstError: true,
      // Its class says which rules a property has.
      validationError: { target: true },
      exceptionFactory: (errors) => new Misfits(errors),
    });
  }

  /** The pipe alone knows for which argument it is asked, and clients look for the fault from there on. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      if (!(error instanceof Misfits)) throw error;
      const above = metadata.data === undefined ? [] : [metadata.data];
      throw inputRefusal(error.errors.flatMap((misfit) => faultsOf(misfit, above)));
    }
  }
}

function faultsOf(error: ValidationError, above: readonly string[]): readonly InputFault[] {
  const path = [...above, error.property];
  const own = brokenRules(error, pathWords(path)).map((message) => ({ path, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}
