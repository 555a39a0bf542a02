import { type Incoming, type ImportOptions, openFile } from '@touchstone/bank-format';

/** What a text of that name holds. Throws with the faults where it is refused. */
export async function readFile(name: string, text: string | Uint8Array, options: ImportOptions = {}): Promise<Incoming> {
  const opened = await openFile(name, typeof text === 'string' ? new TextEncoder().encode(text) : text, options);
  if (!opened.ok) throw new Error(opened.error.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return opened.value;
}

/** The codes by which a file is refused; empty where it is read. */
export async function codesOf(name: string, text: string | Uint8Array, options: ImportOptions = {}): Promise<readonly string[]> {
  const opened = await openFile(name, typeof text === 'string' ? new TextEncoder().encode(text) : text, options);
  return opened.ok ? [] : opened.error.map(({ code }) => code);
}
