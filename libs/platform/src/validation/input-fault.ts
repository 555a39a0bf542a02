import type { GraphQLError } from 'graphql';
import { refuse } from '../graphql/request-error';

/** What is wrong at one place of the arguments. The message begins with the path, because several faults are told as one text. */
export interface InputFault {
  /** From the name of the argument on: `['input', 'rounds', '0', 'startsAt']`. Refusals that are members of a union have it in the same form. */
  readonly path: readonly string[];
  readonly message: string;
}

const MOST_FAULTS = 100;
const LONGEST_MESSAGE = 2000;

/** A path as it stands in a message: `input.rounds.0.startsAt`. */
export const pathWords = (path: readonly string[]): string => path.join('.');

/** The refusal of arguments of the wrong shape: `path` is that of the first fault, `faults` are all. */
export const inputRefusal = (faults: readonly InputFault[], detail: Readonly<Record<string, unknown>> = {}): GraphQLError =>
  refuse(
    'BAD_USER_INPUT',
    faults
      .map(({ message }) => message)
      .join('; ')
      .slice(0, LONGEST_MESSAGE),
    { path: faults[0]?.path ?? [], faults: faults.slice(0, MOST_FAULTS), ...detail },
  );
