import type { ImportOptions, ImportProgress } from '@touchstone/bank-format';
import type { Terminal } from '../bank/terminal';
import type { ReadFlags } from './read-flags';

const WORDS: Readonly<Record<ImportProgress['step'], string>> = { reading: 'Reading', mapping: 'Putting into our words' };

/** The options, with what is going on told on the error output where somebody looks at it or asked for it. */
export function watched(options: ImportOptions, { progress, quiet }: ReadFlags, { error, errorIsTerminal }: Terminal): ImportOptions {
  if (quiet === true || (!errorIsTerminal && progress !== true)) return options;
  return {
    ...options,
    onProgress: ({ step, done, of }) => {
      const words = `${WORDS[step]} … ${done}${of === null ? '' : ` of ${of}`}`;
      error(errorIsTerminal ? `\r${words}${done === of ? '\n' : ''}` : `${words}\n`);
    },
  };
}
