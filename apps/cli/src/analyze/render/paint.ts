/** Colours for a terminal; without them every text is as it was. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly care: (text: string) => string;
  readonly stop: (text: string) => string;
}

const plain = (text: string): string => text;
const code =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

export const noPaint: Paint = { strong: plain, quiet: plain, good: plain, care: plain, stop: plain };
export const colours: Paint = { strong: code(1, 22), quiet: code(2, 22), good: code(32, 39), care: code(33, 39), stop: code(31, 39) };
