import type { Outputs } from '../analyze/terminal-facts';
import { colours, noPaint, type Paint } from '../analyze/render/paint';

/** Where a command of the bank writes, and how. */
export interface Terminal extends Outputs {
  readonly paint: Paint;
}

export const terminalOf = (outputs: Outputs): Terminal => ({ ...outputs, paint: outputs.outIsTerminal && !outputs.noColor ? colours : noPaint });

/** Values for programs, one document. */
export const writeJson = ({ out }: Outputs, value: unknown): void => out(`${JSON.stringify(value, null, 2)}\n`);

/** `1 error`, `2 errors`. */
export const numbered = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Complaints about files that cannot be read, on the error output. */
export function complain({ error }: Outputs, complaints: readonly string[]): void {
  for (const complaint of complaints) error(`${complaint}\n`);
}
