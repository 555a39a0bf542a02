/** What the outputs are connected to, and how to write there: given, so that a test can give its own. */
export interface Outputs {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  readonly columns: number;
  readonly noColor: boolean;
}

const NARROWEST = 48;
const WIDEST = 100;
const USUAL = 80;

/** Of this process. */
export const outputsOfProcess = (): Outputs => ({
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY,
  errorIsTerminal: process.stderr.isTTY,
  columns: Math.max(NARROWEST, Math.min(WIDEST, process.stdout.isTTY ? process.stdout.columns : USUAL)),
  noColor: (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb',
});
